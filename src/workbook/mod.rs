//! Workbooks that gongkai writes: the one to fill in, and the published tables.
//!
//! A text is always written as a text, so that none is taken for a formula. The same data give the same bytes.

pub mod control;
mod fill;
mod input;
mod open;
mod style;
mod tables;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use input::{filled, template};
pub use open::{OpenFile, csv, json};
pub use tables::{sheet_name, tables};

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A sheet cannot hold it.
    #[error("无法生成工作簿：{0}")]
    Xlsx(#[from] XlsxError),
}

/// A workbook whose properties do not depend on the moment.
fn workbook(title: &str) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let long_ago = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&long_ago));
    Ok(workbook)
}

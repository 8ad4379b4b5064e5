//! The input workbook: the data format on sheets, for officers who keep their figures in Excel.
//!
//! A workbook becomes a JSON text of one value a line, which is then loaded as any other; a table of its lines tells the
//! cell of each. So there is one way of judging data, and every fault and finding points at `工作表!单元格`.

pub mod columns;
mod read;
pub(crate) mod sheets;
pub mod spec;
mod tree;
pub(crate) mod values;

use std::sync::Arc;

pub use read::{EXAMPLE, FORM, HEADERS, MARK, OWN};
pub(super) use sheets::is_workbook;

use crate::diagnostic::{Diagnostic, Source, code};

/// The data of a workbook as JSON, with the cells of its lines.
pub(super) fn source(name: &str, bytes: &[u8]) -> Result<Source, Vec<Diagnostic>> {
    let grids = sheets::read(bytes).map_err(|fault| {
        let hint = fault.hint();
        vec![Diagnostic::error(code::WORKBOOK, format!("{name}：{fault}")).hint(hint)]
    })?;
    let root = read::read(name, &grids)?;
    let (text, cells) = tree::print(&root);
    let cells: Vec<Arc<str>> = cells;
    Ok(Source::of_cells(name, text, cells))
}

/// Whether a workbook is meant to hold the data of a body: it has the sheets that every one has.
pub(super) fn is_disclosure(bytes: &[u8]) -> bool {
    let Ok(grids) = sheets::read(bytes) else { return false };
    ["基本情况", "预算单位"].iter().all(|name| grids.iter().any(|grid| grid.name == *name))
}

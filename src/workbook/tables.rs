//! The published tables as a workbook that prints like the document: a sheet a table.

mod forms;
mod grid;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::{WorkbookError, workbook};
use crate::derive::report::{Body, Report, Table};
use crate::reference::{Orientation, Region};

/// The first row below title and unit line.
pub(super) const HEAD: u32 = 3;

/// Height of a line in points.
const LINE: f64 = 17.0;
/// The paper's number in the format.
const A4: u8 = 9;

/// All tables of a report.
///
/// # Errors
/// A sheet cannot hold one.
pub fn tables(report: &Report, region: &Region) -> Result<Vec<u8>, WorkbookError> {
    let mut book = workbook(&report.title())?;
    let who = region.document.unit_line.replace("{publisher}", &report.publisher.name);
    for table in &report.tables {
        let worksheet = book.add_worksheet().set_name(sheet_name(table))?;
        let lies = table.orientation == Orientation::Landscape || region.lies();
        write(worksheet, table, &who, lies)?;
    }
    Ok(book.save_to_buffer()?)
}

/// `表1 收支总表`, as much of it as a sheet's name may hold.
#[must_use]
pub fn sheet_name(table: &Table) -> String {
    const LONGEST: usize = 31;
    let name = format!("表{} {}", table.number, table.title);
    name.chars().filter(|character| !"[]:*?/\\".contains(*character)).take(LONGEST).collect()
}

fn write(worksheet: &mut Worksheet, table: &Table, who: &str, lies: bool) -> Result<(), XlsxError> {
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    // Inches: left, right, top, bottom, header, footer.
    worksheet.set_margins(0.6, 0.6, 0.8, 0.8, 0.4, 0.4);
    if lies {
        worksheet.set_landscape();
    }
    worksheet.set_footer("&C&P / &N");
    let (last, below) = match &table.body {
        Body::Grid { columns, rows } => grid::write(worksheet, columns, rows, lies)?,
        Body::DepartmentForm(form) => forms::department(worksheet, form)?,
        Body::ProjectForms { forms } => forms::projects(worksheet, forms)?,
    };
    caption(worksheet, table, who, last)?;
    if let Some(note) = &table.note {
        worksheet.write_string_with_format(below, 0, note, &plain())?;
    }
    Ok(())
}

/// Number, title and unit line, over all columns.
fn caption(worksheet: &mut Worksheet, table: &Table, who: &str, last: u16) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center);
    let right = Format::new().set_align(FormatAlign::Right);
    worksheet.write_string(0, 0, format!("表{}", table.number))?;
    if let Some(sheet) = &table.sheet {
        worksheet.write_string_with_format(0, last, sheet, &right)?;
    }
    if last > 0 {
        worksheet.merge_range(1, 0, 1, last, &table.title, &title)?;
    } else {
        worksheet.write_string_with_format(1, 0, &table.title, &title)?;
    }
    worksheet.write_string(2, 0, who)?;
    if let Some(unit) = &table.unit {
        worksheet.write_string_with_format(2, last, format!("单位：{unit}"), &right)?;
    }
    Ok(())
}

pub(super) fn plain() -> Format {
    Format::new()
}

pub(super) fn header() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
}

pub(super) fn cell() -> Format {
    Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// How many lines a text takes in so many characters, which a program that only prints does not find out. A Chinese
/// character is twice as wide as a digit; the borders take the width of one.
fn lines(text: &str, width: f64) -> f64 {
    let wide = |line: &str| -> f64 { line.chars().map(|character| if character.is_ascii() { 1.0 } else { 2.0 }).sum() };
    text.split('\n').map(|line| (wide(line) / (width - 1.0).max(1.0)).ceil().max(1.0)).sum()
}

/// A printed amount or count as a number, and the format that prints it so; nothing for another text.
pub(super) fn number(text: &str) -> Option<(f64, &'static str)> {
    let digits = text.replace(',', "");
    let value: f64 = digits.parse().ok()?;
    // What Excel shows has 15 digits: a longer one stays a text.
    // A code may begin with zeros.
    let is_code = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let exact = !is_code && digits.bytes().filter(u8::is_ascii_digit).count() <= 15;
    let format = match (digits.contains('.'), text.contains(',')) {
        (true, _) => "#,##0.00",
        (false, true) => "#,##0",
        (false, false) => "0",
    };
    (exact && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-'))
        .then_some((value, format))
}

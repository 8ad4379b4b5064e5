//! A grid: header cells merged as in the document, rows, amounts as numbers.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::{HEAD, cell, header, number};
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::Align;

/// Characters that the columns take together, about as many as a landscape page holds.
const WIDTH: f64 = 130.0;
/// Millimetres that a character takes.
const CHARACTER: f64 = 2.0;

/// Writes the grid; gives the last column and the row below it.
pub(super) fn write(worksheet: &mut Worksheet, columns: &[ColumnView], rows: &[Row]) -> Result<(u16, u32), XlsxError> {
    let depth = columns.iter().map(|column| column.header.len()).max().unwrap_or(1);
    let depth_rows = u32::try_from(depth).unwrap_or(1);
    headers(worksheet, columns, depth)?;
    for (column, width) in (0..).zip(widths(columns)) {
        worksheet.set_column_width(column, width)?;
    }
    let mut at = HEAD + depth_rows;
    for row in rows {
        for (column, (view, text)) in (0..).zip(columns.iter().zip(&row.cells)) {
            let role = row.roles.get(view.panel).copied().unwrap_or(RowRole::Plain);
            put(worksheet, at, column, view, text, role)?;
        }
        at += 1;
    }
    worksheet.set_repeat_rows(HEAD, HEAD + depth_rows - 1)?;
    worksheet.set_freeze_panes(HEAD + depth_rows, 0)?;
    Ok((u16::try_from(columns.len().saturating_sub(1)).unwrap_or_default(), at))
}

fn put(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    view: &ColumnView,
    text: &str,
    role: RowRole,
) -> Result<(), XlsxError> {
    let mut format = cell().set_align(match view.align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    });
    if role == RowRole::Total {
        format = format.set_bold();
    }
    let indent = match role {
        RowRole::Group => 1,
        RowRole::Item => 2,
        _ => 0,
    };
    if view.align == Align::Left && !view.key.starts_with("code") && indent > 0 {
        format = format.set_indent(indent);
    }
    match number(text).filter(|_| view.align == Align::Right) {
        Some((value, shown)) => {
            worksheet.write_number_with_format(row, column, value, &format.set_num_format(shown))?;
        }
        None if text.is_empty() => {
            worksheet.write_blank(row, column, &format)?;
        }
        None => {
            worksheet.write_string_with_format(row, column, text, &format.set_num_format("@"))?;
        }
    }
    Ok(())
}

/// Neighbours with a common prefix share a cell; a leaf spans the rows below it.
fn headers(worksheet: &mut Worksheet, columns: &[ColumnView], depth: usize) -> Result<(), XlsxError> {
    let format = header();
    for level in 0..depth {
        let mut start = 0;
        while start < columns.len() {
            let path = &columns[start].header;
            if path.len() <= level {
                start += 1;
                continue;
            }
            let same =
                |column: &&ColumnView| column.header.len() > level + 1 && column.header[..=level] == path[..=level];
            let count =
                if path.len() == level + 1 { 1 } else { columns[start..].iter().take_while(same).count().max(1) };
            let rows = if path.len() == level + 1 { depth - level } else { 1 };
            area(worksheet, level, start, rows, count, &path[level], &format)?;
            start += count;
        }
    }
    Ok(())
}

fn area(
    worksheet: &mut Worksheet,
    level: usize,
    start: usize,
    rows: usize,
    columns: usize,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let at = |index: usize| u32::try_from(index).unwrap_or_default();
    let (top, bottom) = (HEAD + at(level), HEAD + at(level + rows - 1));
    let (left, right) =
        (u16::try_from(start).unwrap_or_default(), u16::try_from(start + columns - 1).unwrap_or_default());
    if top == bottom && left == right {
        worksheet.write_string_with_format(top, left, text, format)?;
    } else {
        worksheet.merge_range(top, left, bottom, right, text, format)?;
    }
    Ok(())
}

/// Widths in characters: fixed ones as they are, the rest shared.
fn widths(columns: &[ColumnView]) -> Vec<f64> {
    let value = |column: &ColumnView| {
        column.width.get(..column.width.len().saturating_sub(2)).and_then(|text| text.parse().ok())
    };
    let fixed = |column: &ColumnView| column.width.ends_with("mm");
    let width = |column: &ColumnView| value(column).unwrap_or(1.0_f64);
    let taken: f64 = columns.iter().filter(|column| fixed(column)).map(|column| width(column) / CHARACTER).sum();
    let shares: f64 = columns.iter().filter(|column| !fixed(column)).map(width).sum();
    let share = (WIDTH - taken).max(12.0 * shares) / shares.max(1.0);
    columns
        .iter()
        .map(|column| {
            if fixed(column) { (width(column) / CHARACTER).max(5.0) } else { (share * width(column)).clamp(8.0, 60.0) }
        })
        .collect()
}

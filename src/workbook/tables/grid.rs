//! A grid: header cells merged as in the document, rows, amounts as numbers.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::{HEAD, LINE, cell, header, lines, number};
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::Align;

/// Characters that a page holds side by side.
const UPRIGHT: f64 = 96.0;
const LYING: f64 = 142.0;
/// Bounds of a column.
const LEAST: f64 = 6.0;
const WIDEST: f64 = 60.0;
/// Millimetres that a character takes.
const CHARACTER: f64 = 2.0;

/// Writes the grid; gives the last column and the row below it.
pub(super) fn write(
    worksheet: &mut Worksheet,
    columns: &[ColumnView],
    rows: &[Row],
    lies: bool,
) -> Result<(u16, u32), XlsxError> {
    let depth = columns.iter().map(|column| column.header.len()).max().unwrap_or(1);
    let depth_rows = u32::try_from(depth).unwrap_or(1);
    let widths = widths(columns, rows, if lies { LYING } else { UPRIGHT });
    headers(worksheet, columns, &widths, depth)?;
    for (column, width) in (0..).zip(&widths) {
        worksheet.set_column_width(column, *width)?;
    }
    let mut at = HEAD + depth_rows;
    for row in rows {
        for (column, (view, text)) in (0..).zip(columns.iter().zip(&row.cells)) {
            let role = row.roles.get(view.panel).copied().unwrap_or(RowRole::Plain);
            put(worksheet, at, column, view, text, role)?;
        }
        worksheet.set_row_height(at, LINE * row_lines(row, &widths))?;
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
fn headers(worksheet: &mut Worksheet, columns: &[ColumnView], widths: &[f64], depth: usize) -> Result<(), XlsxError> {
    let format = header();
    for level in 0..depth {
        let mut start = 0;
        let mut height = LINE;
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
            let width = widths[start..start + count].iter().sum();
            height = height.max(LINE * lines(&path[level], width) / count_of(rows));
            start += count;
        }
        worksheet.set_row_height(HEAD + u32::try_from(level).unwrap_or_default(), height)?;
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

/// Widths in characters: fixed ones as they are, the rest shared; each amount has its room.
fn widths(columns: &[ColumnView], rows: &[Row], whole: f64) -> Vec<f64> {
    let value = |column: &ColumnView| {
        column.width.get(..column.width.len().saturating_sub(2)).and_then(|text| text.parse().ok()).unwrap_or(1.0_f64)
    };
    let fixed = |column: &ColumnView| column.width.ends_with("mm");
    let taken: f64 = columns.iter().filter(|column| fixed(column)).map(|column| value(column) / CHARACTER).sum();
    let shares: f64 = columns.iter().filter(|column| !fixed(column)).map(value).sum();
    let share = (whole - taken).max(0.0) / shares.max(1.0);
    let width = |(index, column): (usize, &ColumnView)| {
        let own = if fixed(column) { value(column) / CHARACTER } else { share * value(column) };
        let longest =
            rows.iter().filter_map(|row| row.cells.get(index)).map(|text| text.len()).max().unwrap_or_default();
        let least = if column.align == Align::Right { count_of(longest) + 2.0 } else { LEAST };
        own.max(least).min(WIDEST)
    };
    columns.iter().enumerate().map(width).collect()
}

/// How many lines the texts of a row take, which a program that only prints does not find out.
fn row_lines(row: &Row, widths: &[f64]) -> f64 {
    row.cells.iter().zip(widths).map(|(text, width)| lines(text, *width)).fold(1.0, f64::max)
}

#[expect(clippy::cast_precision_loss, reason = "lengths of cells")]
fn count_of(length: usize) -> f64 {
    length as f64
}

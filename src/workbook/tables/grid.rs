//! A grid: header cells merged as in the document, rows, amounts as numbers.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::{HEAD, LINE, cell, header, lines, number};
use crate::derive::header::{self as heads, HeaderCell, Place};
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::{Align, Width};

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
    let depth = heads::depth(columns);
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
    let mut heights = vec![LINE; depth];
    for HeaderCell { place, text } in heads::cells(columns) {
        area(worksheet, place, text, &format)?;
        let width = widths[place.x..place.x + place.colspan].iter().sum();
        heights[place.y] = heights[place.y].max(LINE * lines(text, width) / count_of(place.rowspan));
    }
    for (row, height) in (HEAD..).zip(heights) {
        worksheet.set_row_height(row, height)?;
    }
    Ok(())
}

fn area(worksheet: &mut Worksheet, place: Place, text: &str, format: &Format) -> Result<(), XlsxError> {
    let row = |index: usize| HEAD + u32::try_from(index).unwrap_or_default();
    let column = |index: usize| u16::try_from(index).unwrap_or_default();
    let (top, bottom) = (row(place.y), row(place.y + place.rowspan - 1));
    let (left, right) = (column(place.x), column(place.x + place.colspan - 1));
    if top == bottom && left == right {
        worksheet.write_string_with_format(top, left, text, format)?;
    } else {
        worksheet.merge_range(top, left, bottom, right, text, format)?;
    }
    Ok(())
}

/// Widths in characters: fixed ones as they are, the rest shared; each amount has its room.
fn widths(columns: &[ColumnView], rows: &[Row], whole: f64) -> Vec<f64> {
    // A workbook is no place to refuse a width: the document does.
    let stated = |column: &ColumnView| Width::read(&column.width).unwrap_or(Width::Share(1.0));
    let (mut taken, mut shares) = (0.0, 0.0_f64);
    for column in columns {
        match stated(column) {
            Width::Millimetres(length) => taken += length / CHARACTER,
            Width::Share(share) => shares += share,
        }
    }
    let share = (whole - taken).max(0.0) / shares.max(1.0);
    let width = |(index, column): (usize, &ColumnView)| {
        let own = match stated(column) {
            Width::Millimetres(length) => length / CHARACTER,
            Width::Share(own) => share * own,
        };
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

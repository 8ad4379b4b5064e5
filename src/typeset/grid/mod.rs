//! Grids: how the tables of a report are drawn, computed here so that the templates have only to draw.
//!
//! The templates read the result as `/grids.json`, a list with an entry for each table, `null` for a form. What depends on the
//! measures of the page is computed from those that the templates themselves draw by ([`Measures`]).

mod fit;
mod header;
mod measures;
mod rows;

use serde::Serialize;

pub(super) use self::measures::Measures;
use crate::derive::report::{Body, ColumnView, Report, Table};

/// 表格。How one table is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Grid<'r> {
    /// Widths of the columns, in points; together those of the type area.
    widths: Vec<f64>,
    /// Type size, in points.
    size: f64,
    /// Room above and below a line, in em.
    padding: f64,
    /// Rows of the header.
    depth: usize,
    /// The cells of the header.
    header: Vec<header::HeaderCell<'r>>,
    /// What is particular about the cells of each row.
    rows: Vec<rows::RowCells>,
}

/// The report's grids as the templates read them.
#[must_use]
pub(super) fn json(report: &Report, measures: &Measures) -> Vec<u8> {
    let grids: Vec<Option<Grid<'_>>> = report.tables.iter().map(|table| grid(table, measures)).collect();
    // Strings, numbers and lists into memory: nothing of it can fail.
    serde_json::to_vec(&grids).unwrap_or_default()
}

fn grid<'r>(table: &'r Table, measures: &Measures) -> Option<Grid<'r>> {
    let Body::Grid { columns, rows } = &table.body else { return None };
    let fit::Fit { widths, size, padding } = fit::fit(columns, rows, measures, measures.area(table.orientation));
    let depth = depth(columns);
    let header = header::cells(columns, depth);
    Some(Grid { widths, size, padding, depth, header, rows: rows::cells(columns, rows) })
}

/// Rows of the header.
fn depth(columns: &[ColumnView]) -> usize {
    columns.iter().map(|column| column.header.len()).max().unwrap_or_default()
}

#[cfg(test)]
mod tests;

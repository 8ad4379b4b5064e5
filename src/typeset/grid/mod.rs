//! Grids: how the tables of a report are drawn, computed here so that the templates have only to draw.
//!
//! The templates read the result as `/grids.json`, a list with an entry for each table, `null` for a form. What depends on the
//! measures of the page is computed from those that the templates themselves draw by ([`Measures`]).

mod fit;
mod measures;
mod rows;

use serde::Serialize;

pub(super) use self::measures::Measures;
use super::error::TypesetError;
use crate::derive::header::{self, HeaderCell};
use crate::derive::report::{Body, Report, Table};

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
    header: Vec<HeaderCell<'r>>,
    /// What is particular about the cells of each row.
    rows: Vec<rows::RowCells>,
}

/// The report's grids as the templates read them.
///
/// # Errors
/// The width of a column is none.
pub(super) fn json(report: &Report, measures: &Measures) -> Result<Vec<u8>, TypesetError> {
    let grids = report.tables.iter().map(|table| grid(table, measures));
    let grids: Vec<Option<Grid<'_>>> = grids.collect::<Result<_, _>>()?;
    // Strings, numbers and lists into memory: nothing of it can fail.
    Ok(serde_json::to_vec(&grids).unwrap_or_default())
}

fn grid<'r>(table: &'r Table, measures: &Measures) -> Result<Option<Grid<'r>>, TypesetError> {
    let Body::Grid { columns, rows } = &table.body else { return Ok(None) };
    let fit = fit::fit(columns, rows, measures, measures.area(table.orientation));
    let fit::Fit { widths, size, padding } =
        fit.map_err(|width| TypesetError::Width { table: table.title.clone(), width: width.to_owned() })?;
    let (depth, header) = (header::depth(columns), header::cells(columns));
    Ok(Some(Grid { widths, size, padding, depth, header, rows: rows::cells(columns, rows) }))
}

#[cfg(test)]
mod tests;

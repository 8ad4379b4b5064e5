//! The multi-level header: each column gives the path of its header, and neighbours with a common prefix share a cell.

use serde::Serialize;

use crate::derive::report::ColumnView;

/// 表头单元格。
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct HeaderCell<'r> {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub text: &'r str,
}

/// The place of a cell, by the names that the templates give to `table.cell`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    /// Its first column.
    pub x: usize,
    /// Its first row.
    pub y: usize,
    /// Columns that it spans.
    pub colspan: usize,
    /// Rows that it spans.
    pub rowspan: usize,
}

/// The cells of a header of `depth` rows, row by row. A path that ends spans the rows below it.
pub(super) fn cells(columns: &[ColumnView], depth: usize) -> Vec<HeaderCell<'_>> {
    let mut cells = Vec::new();
    for level in 0..depth {
        let mut start = 0;
        while start < columns.len() {
            let path = &columns[start].header;
            let shared = columns[start..].iter().take_while(|other| share(path, &other.header, level)).count();
            // A name that ends here is its column's own, even beside one of the same name.
            let colspan = if path.len() > level + 1 { shared } else { 1 };
            if let Some(text) = path.get(level) {
                let rowspan = if path.len() == level + 1 { depth - level } else { 1 };
                cells.push(HeaderCell { place: Place { x: start, y: level, colspan, rowspan }, text });
            }
            start += colspan;
        }
    }
    cells
}

/// Whether two paths go on below this level under the same names.
fn share(path: &[String], other: &[String], level: usize) -> bool {
    path.len() > level + 1 && other.len() > level + 1 && path[..=level] == other[..=level]
}

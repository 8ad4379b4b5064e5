//! What a row's cells are besides their texts: headers of their row, indented names, totals.

use serde::Serialize;

use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::Align;

/// 表行。What is particular about the cells of a row; all others are plain texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RowCells {
    /// Cells in bold, by column: those of a total.
    pub bold: Vec<usize>,
    /// Cells that name the row, for a screen reader to say before the amounts: column and role, which decides the indent.
    pub names: Vec<(usize, RowRole)>,
    /// Columns at the left that a total's label spans; 0 where each cell stands by itself.
    pub label: usize,
}

/// Of each row.
pub(super) fn cells(columns: &[ColumnView], rows: &[Row]) -> Vec<RowCells> {
    let naming = naming_columns(columns);
    let texts_at_left =
        columns.iter().position(|column| column.align == Align::Right || column.panel != 0).unwrap_or(columns.len());
    let single = columns.iter().all(|column| column.panel == 0);
    let row = |row: &Row| {
        let role = |panel: usize| row.roles.get(panel).copied().unwrap_or(RowRole::Blank);
        let is_total = |column: &ColumnView| role(column.panel) == RowRole::Total;
        let bold = (0..columns.len()).filter(|index| is_total(&columns[*index])).collect();
        if single && texts_at_left > 1 && role(0) == RowRole::Total {
            return RowCells { bold, names: Vec::new(), label: texts_at_left };
        }
        let names = names(row, &naming, single, texts_at_left);
        let names = names.into_iter().map(|(index, panel)| (index, role(panel)));
        RowCells { bold, names: names.filter(|(_, role)| *role != RowRole::Blank).collect(), label: 0 }
    };
    rows.iter().map(row).collect()
}

/// The column that names a row, in each panel: that of the names, else the first text. (column, panel)
fn naming_columns(columns: &[ColumnView]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        match found.iter_mut().find(|(_, panel)| *panel == column.panel) {
            Some(known) if column.key == "name" => known.0 = index,
            None if column.key == "name" || column.align != Align::Right => found.push((index, column.panel)),
            _ => {}
        }
    }
    found
}

/// The naming columns of one row. A heading line within the rows stands in another text column than the names.
fn names(row: &Row, naming: &[(usize, usize)], single: bool, texts_at_left: usize) -> Vec<(usize, usize)> {
    let says = |index: usize| row.cells.get(index).is_some_and(|text| !text.is_empty());
    match naming.first() {
        Some((index, _)) if single && !says(*index) => {
            (0..texts_at_left).find(|index| says(*index)).map(|index| (index, 0)).into_iter().collect()
        }
        _ => naming.to_vec(),
    }
}

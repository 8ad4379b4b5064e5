//! The amounts of the printed tables, by table, row and column.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::report::{Body, Report, RowRole, Table};
use crate::model::TableKind;
use crate::reference::Align;

/// One grid.
#[derive(Debug, Default)]
pub(super) struct Grid<'r> {
    /// 表名。
    pub(super) title: &'r str,
    /// Rows by their keys.
    rows: BTreeMap<&'r str, RowRole>,
    /// Keys of the columns of amounts.
    pub(super) columns: Vec<&'r str>,
    /// Amounts by row key and column key; what is blank is zero.
    amounts: BTreeMap<(&'r str, &'r str), Decimal>,
}

/// All grids of a report.
#[derive(Debug)]
pub(super) struct Cells<'r>(BTreeMap<TableKind, Grid<'r>>);

impl<'r> Cells<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        Self(report.tables.iter().filter_map(|table| Some((table.kind, Grid::of(table)?))).collect())
    }

    pub(super) fn grid(&self, kind: TableKind) -> Option<&Grid<'r>> {
        self.0.get(&kind)
    }
}

impl<'r> Grid<'r> {
    fn of(table: &'r Table) -> Option<Self> {
        let Body::Grid { columns, rows } = &table.body else { return None };
        // Sums of amounts rounded to 万元 need not be the rounded sums.
        if table.unit.as_deref() != Some("元") {
            return None;
        }
        let mut grid = Self { title: &table.title, ..Self::default() };
        let amounts = |align: Align| align == Align::Right;
        grid.columns =
            columns.iter().filter(|column| amounts(column.align)).map(|column| column.key.as_str()).collect();
        for row in rows {
            grid.rows.extend(row.keys.iter().map(String::as_str).zip(row.roles.iter().copied()));
            for (column, text) in columns.iter().zip(&row.cells).filter(|(column, _)| amounts(column.align)) {
                let key = row.keys.get(column.panel).map_or("", String::as_str);
                if let Ok(amount) = text.replace(',', "").parse() {
                    grid.amounts.insert((key, &column.key), amount);
                }
            }
        }
        Some(grid)
    }

    /// The amount of a cell in 元.
    pub(super) fn cell(&self, row: &str, column: &str) -> Decimal {
        self.amounts.get(&(row, column)).copied().unwrap_or_default()
    }

    /// Sum of a column over the rows that `wanted` holds for.
    pub(super) fn sum(&self, column: &str, wanted: impl Fn(&str) -> bool) -> Decimal {
        self.amounts.iter().filter(|((row, of), _)| *of == column && wanted(row)).map(|(_, amount)| *amount).sum()
    }

    /// Sum of a row over the columns that `wanted` holds for.
    pub(super) fn across(&self, row: &str, wanted: impl Fn(&str) -> bool) -> Decimal {
        self.columns.iter().filter(|column| wanted(column)).map(|column| self.cell(row, column)).sum()
    }

    /// Whether the region prints this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// Whether there is a row with this key.
    pub(super) fn has_row(&self, row: &str) -> bool {
        self.rows.contains_key(row)
    }

    /// Row keys, each once.
    pub(super) fn row_keys(&self) -> impl Iterator<Item = &'r str> {
        self.rows.keys().copied()
    }

    /// Whether the row with this key is of one of these roles.
    pub(super) fn is(&self, row: &str, roles: &[RowRole]) -> bool {
        self.rows.get(row).is_some_and(|role| roles.contains(role))
    }
}

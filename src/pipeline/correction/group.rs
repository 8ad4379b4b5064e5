//! The changes of one table or section, told in as few words as they need.

use super::prose::split_unit;
use super::value::Value;
use crate::compare::FigureChange;

/// A place of the document, as the notice names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PlaceName {
    /// `表3　支出总表`, `第三部分　二、收入预算安排情况说明`.
    pub(super) full: String,
    /// `表3`, `第三部分二`.
    pub(super) brief: String,
}

/// 一张表或一节的变化。
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) place: PlaceName,
    /// Changed figures.
    pub(super) entries: Vec<Entry>,
    /// Texts that changed.
    pub(super) texts: Vec<Reworded>,
    /// Whether it is a table of the budget, grid or form.
    pub(super) is_table: bool,
    /// How many figures [`Self::entries`] tell of.
    pub(super) figures: usize,
    /// 单位 of a table.
    unit: Option<String>,
    /// Whether its figures are known by row and column.
    is_grid: bool,
    cells: Vec<Cell>,
}

/// 同样变化的数字。
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Rows and columns, or the words before a figure.
    pub(super) what: String,
    pub(super) value: Value,
}

/// 一处文字变化。
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reworded {
    pub(super) what: String,
    /// How, of a text too long to be printed.
    pub(super) change: &'static str,
    /// Both sides of a short text.
    pub(super) sides: Option<[String; 2]>,
}

/// A changed cell, or a figure with an empty column.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    rows: Vec<String>,
    columns: Vec<String>,
    value: Value,
}

impl Cell {
    /// None if a side is no number. What `row` counts may stand in parentheses at its end.
    pub(super) fn of(change: &FigureChange, row: &str, column: String) -> Option<Self> {
        let (row, unit) = split_unit(row);
        let value = Value::of(change, unit)?;
        let columns = if column.is_empty() { Vec::new() } else { vec![column] };
        Some(Self { rows: vec![row.to_owned()], columns, value })
    }
}

impl Group {
    pub(super) fn new(place: PlaceName, unit: Option<String>, is_table: bool, is_grid: bool) -> Self {
        Self { place, unit, is_table, is_grid, ..Self::default() }
    }

    pub(super) fn add(&mut self, mut cell: Cell) {
        self.figures += 1;
        cell.value.counted_in(self.unit.as_deref());
        // One row that changed alike in several columns.
        let same = |other: &&mut Cell| other.value == cell.value && other.rows == cell.rows;
        match self.cells.iter_mut().find(same).filter(|_| self.is_grid) {
            Some(found) => found.columns.extend(cell.columns),
            None => self.cells.push(cell),
        }
    }

    pub(super) fn add_text(&mut self, what: String, change: &'static str, sides: Option<[&str; 2]>) {
        let text = Reworded { what, change, sides: sides.map(|sides| sides.map(str::to_owned)) };
        if !self.texts.contains(&text) {
            self.texts.push(text);
        }
    }

    /// What changed alike is told once: the same columns of several rows, then all places of the same value.
    pub(super) fn finish(mut self) -> Self {
        let mut merged: Vec<Cell> = Vec::new();
        for cell in std::mem::take(&mut self.cells) {
            let same = |other: &&mut Cell| other.value == cell.value && other.columns == cell.columns;
            match merged.iter_mut().find(same) {
                Some(found) => found.rows.extend(cell.rows),
                None => merged.push(cell),
            }
        }
        for cell in merged {
            let entry = Entry::of(cell);
            match self.entries.iter_mut().find(|other| other.value == entry.value) {
                Some(found) => found.what = format!("{}，{}", found.what, entry.what),
                None => self.entries.push(entry),
            }
        }
        self
    }
}

impl Entry {
    fn of(cell: Cell) -> Self {
        let rows = cell.rows.into_iter().filter(|row| !row.is_empty()).collect::<Vec<_>>().join("、");
        let columns = cell.columns.join("、");
        let what = match (rows.is_empty(), columns.is_empty()) {
            (false, false) if rows != columns => format!("{rows}（{columns}）"),
            (false, false) => rows,
            _ => rows + &columns,
        };
        Self { what, value: cell.value }
    }
}

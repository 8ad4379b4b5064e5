//! The changes of one table or section, told in as few rows as they need.

use serde::Serialize;

use crate::compare::FigureChange;
use crate::model::separate_thousands;

/// What is printed of a figure that is not there.
const ABSENT: &str = "—";

/// 一张表或一节的变化。
#[derive(Debug, Default, Serialize)]
pub(super) struct Group {
    /// `表3　支出总表`, `第三部分　二、收入预算安排情况说明`.
    pub(super) place: String,
    /// 单位 of a table.
    pub(super) unit: Option<String>,
    /// Changed figures, without white space between.
    pub(super) rows: Vec<Entry>,
    /// Places of texts that changed.
    pub(super) texts: Vec<String>,
    #[serde(skip)]
    pub(super) is_table: bool,
    /// How many figures [`Self::rows`] tell of.
    #[serde(skip)]
    pub(super) figures: usize,
    #[serde(skip)]
    cells: Vec<Cell>,
}

/// 一处变化。
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    place: String,
    old: String,
    new: String,
    difference: String,
}

/// A changed cell, or a figure with an empty column.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) rows: Vec<String>,
    pub(super) columns: Vec<String>,
    sides: [String; 3],
}

impl Cell {
    /// None if a side is no number.
    pub(super) fn of(change: &FigureChange, row: String, column: String) -> Option<Self> {
        let difference = change.difference()?;
        let side = |side: &Option<crate::compare::Printed>| {
            side.as_ref().map_or_else(|| ABSENT.to_owned(), |printed| printed.text.clone())
        };
        let (old, new) = (side(&change.old), side(&change.new));
        let columns = if column.is_empty() { Vec::new() } else { vec![column] };
        let plain = difference.to_string();
        let separated = if old.contains(',') || new.contains(',') { separate_thousands(&plain) } else { plain };
        let signed = if difference.is_sign_negative() { separated } else { format!("+{separated}") };
        Some(Self { rows: vec![row], columns, sides: [old, new, signed] })
    }
}

impl Group {
    pub(super) fn new(place: String, unit: Option<String>, is_table: bool) -> Self {
        Self { place, unit, is_table, ..Self::default() }
    }

    pub(super) fn add(&mut self, cell: Cell) {
        self.figures += 1;
        // One row, the same sides: several columns.
        let same = |other: &&mut Cell| other.sides == cell.sides && other.rows == cell.rows && !cell.columns.is_empty();
        match self.cells.iter_mut().find(same) {
            Some(found) => found.columns.extend(cell.columns),
            None => self.cells.push(cell),
        }
    }

    pub(super) fn add_text(&mut self, place: String) {
        if !self.texts.contains(&place) {
            self.texts.push(place);
        }
    }

    /// Rows that follow one another and changed alike become one.
    pub(super) fn finish(mut self) -> Self {
        let mut merged: Vec<Cell> = Vec::new();
        for cell in std::mem::take(&mut self.cells) {
            match merged.last_mut() {
                Some(last) if last.sides == cell.sides && last.columns == cell.columns && !cell.columns.is_empty() => {
                    last.rows.extend(cell.rows);
                }
                _ => merged.push(cell),
            }
        }
        self.rows = merged.into_iter().map(Entry::of).collect();
        self
    }
}

impl Entry {
    fn of(cell: Cell) -> Self {
        let rows = cell.rows.into_iter().filter(|row| !row.is_empty()).collect::<Vec<_>>().join("、");
        let columns = cell.columns.join("、");
        let place = if rows.is_empty() || columns.is_empty() { rows + &columns } else { format!("{rows}：{columns}") };
        let [old, new, difference] = cell.sides;
        Self { place, old, new, difference }
    }
}

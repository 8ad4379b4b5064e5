//! The changes of one table or section, told in as few rows as they need.

use serde::Serialize;

use crate::compare::FigureChange;
use crate::model::separate_thousands;

/// What is printed of a figure that is not there, and of the difference of texts.
const ABSENT: &str = "—";

/// 一张表或一节的变化。
#[derive(Debug, Default, Serialize)]
pub(super) struct Group {
    /// `表3　支出总表`, `第三部分　二、收入预算安排情况说明`.
    pub(super) place: String,
    /// 单位 of a table.
    pub(super) unit: Option<String>,
    /// Changed figures.
    pub(super) rows: Vec<Entry>,
    /// Texts that changed.
    pub(super) texts: Vec<Reworded>,
    /// Whether it is a table of the budget, grid or form.
    #[serde(skip)]
    pub(super) is_table: bool,
    /// Whether its figures are known by row and column.
    #[serde(skip)]
    pub(super) is_grid: bool,
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

/// 一处文字变化。
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Reworded {
    place: String,
    /// How, of a text too long to be printed.
    change: Option<&'static str>,
    /// Both sides of a short text, and a dash.
    sides: Vec<String>,
}

/// A changed cell, or a figure with an empty column.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    rows: Vec<String>,
    columns: Vec<String>,
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
        // As the two sides are printed: 元 with separators and two decimals, 万元 without zeros at the end.
        let fixed = |text: &String| text.contains(',') || (text.contains('.') && text.ends_with('0'));
        let is_fixed = fixed(&old) || fixed(&new);
        let separated =
            if is_fixed { separate_thousands(&difference.to_string()) } else { difference.normalize().to_string() };
        let signed = if difference.is_sign_negative() { separated } else { format!("+{separated}") };
        Some(Self { rows: vec![row], columns, sides: [old, new, signed] })
    }
}

impl Group {
    pub(super) fn new(place: String, unit: Option<String>, is_table: bool, is_grid: bool) -> Self {
        Self { place, unit, is_table, is_grid, ..Self::default() }
    }

    pub(super) fn add(&mut self, cell: Cell) {
        self.figures += 1;
        // One row that changed alike in several columns.
        let same = |other: &&mut Cell| other.sides == cell.sides && other.rows == cell.rows;
        match self.cells.iter_mut().find(same).filter(|_| self.is_grid) {
            Some(found) => found.columns.extend(cell.columns),
            None => self.cells.push(cell),
        }
    }

    pub(super) fn add_text(&mut self, place: String, change: &'static str, sides: Option<[&str; 2]>) {
        let sides: Vec<String> = sides.into_iter().flatten().map(str::to_owned).collect();
        let text = if sides.is_empty() {
            Reworded { place, change: Some(change), sides }
        } else {
            Reworded { place, change: None, sides: [sides, vec![ABSENT.to_owned()]].concat() }
        };
        if !self.texts.contains(&text) {
            self.texts.push(text);
        }
    }

    /// In a grid, what changed alike is told once: the same columns of several rows, then all places of the same sides.
    pub(super) fn finish(mut self) -> Self {
        let mut merged: Vec<Cell> = Vec::new();
        for cell in std::mem::take(&mut self.cells) {
            let same = |other: &&mut Cell| other.sides == cell.sides && other.columns == cell.columns;
            match merged.iter_mut().find(same).filter(|_| self.is_grid) {
                Some(found) => found.rows.extend(cell.rows),
                None => merged.push(cell),
            }
        }
        for cell in merged {
            let entry = Entry::of(cell);
            match self.rows.iter_mut().find(|other| other.sides() == entry.sides()).filter(|_| self.is_grid) {
                Some(found) => found.place = format!("{}；{}", found.place, entry.place),
                None => self.rows.push(entry),
            }
        }
        self
    }
}

impl Entry {
    fn sides(&self) -> [&str; 3] {
        [&self.old, &self.new, &self.difference]
    }

    fn of(cell: Cell) -> Self {
        let rows = cell.rows.into_iter().filter(|row| !row.is_empty()).collect::<Vec<_>>().join("、");
        let columns = cell.columns.join("、");
        let place = if rows.is_empty() || columns.is_empty() { rows + &columns } else { format!("{rows}：{columns}") };
        let [old, new, difference] = cell.sides;
        Self { place, old, new, difference }
    }
}

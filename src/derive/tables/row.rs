//! Rows before they are laid into a region's columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::amount::{wan_text, yuan_text};
use crate::derive::report::{Row, RowRole};
use crate::reference::{ColumnSpec, ZeroStyle};

/// What a cell holds before it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// An amount in 元.
    Money(Decimal),
    /// A text.
    Text(String),
}

/// A row, its cells by column key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// One key a panel.
    pub keys: Vec<String>,
    /// One role a panel.
    pub roles: Vec<RowRole>,
    /// Cells by column key; a key that is absent prints nothing.
    pub cells: BTreeMap<Cow<'static, str>, Cell>,
}

/// How amounts are printed in one table.
#[derive(Debug, Clone, Copy)]
pub struct CellStyle {
    /// Zero amounts.
    pub zero: ZeroStyle,
    /// Thousands separators.
    pub thousands: bool,
    /// In 万元 instead of 元.
    pub wan: bool,
}

impl CellStyle {
    /// Prints one cell.
    #[must_use]
    pub fn print(self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => text.clone(),
            Cell::Money(amount) if amount.is_zero() && self.zero == ZeroStyle::Blank => String::new(),
            Cell::Money(amount) if self.wan => wan_text(*amount, self.thousands),
            Cell::Money(amount) => yuan_text(*amount, self.thousands),
        }
    }
}

impl DraftRow {
    /// A row of one panel.
    pub fn new(key: impl Into<String>, role: RowRole) -> Self {
        Self { keys: vec![key.into()], roles: vec![role], cells: BTreeMap::new() }
    }

    /// With a text.
    #[must_use]
    pub fn text(mut self, key: impl Into<Cow<'static, str>>, text: impl Into<String>) -> Self {
        self.cells.insert(key.into(), Cell::Text(text.into()));
        self
    }

    /// With an amount in 元.
    #[must_use]
    pub fn money(mut self, key: impl Into<Cow<'static, str>>, amount: Decimal) -> Self {
        self.cells.insert(key.into(), Cell::Money(amount));
        self
    }

    /// With a code, whole and by its levels: 类, 款 and 项 as far as it goes.
    #[must_use]
    pub fn code(self, code: &str) -> Self {
        let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default().to_owned();
        self.text("code", code)
            .text("code.class", part(0, 3))
            .text("code.group", part(3, 5))
            .text("code.item", part(5, 7))
    }

    /// Prints the row into the region's columns.
    #[must_use]
    pub fn print(&self, columns: &[ColumnSpec], style: CellStyle) -> Row {
        Row {
            keys: self.keys.clone(),
            roles: self.roles.clone(),
            cells: columns
                .iter()
                .map(|column| self.cells.get(column.key.as_str()).map(|cell| style.print(cell)).unwrap_or_default())
                .collect(),
        }
    }
}

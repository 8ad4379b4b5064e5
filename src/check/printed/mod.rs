//! 勾稽关系 of what a report prints, added up again from the printed digits, by no way of the derivation.

mod cells;
mod totals;

use crate::derive::report::Report;
use crate::diagnostic::Equation;
use crate::model::TableKind;

use self::cells::Cells;

/// 不成立的勾稽关系。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The rule of docs/domain.md, such as `R08`.
    pub rule: &'static str,
    /// The table whose figure is judged.
    pub kind: TableKind,
    /// Both sides.
    pub equation: Equation,
}

/// Every relation within and between the printed tables that does not hold, in the order of docs/domain.md b.1 and b.2.
///
/// Tables that the region does not publish are not compared.
#[must_use]
pub fn breaks(report: &Report) -> Vec<Break> {
    let mut sums = totals::Sums::default();
    sums.all(&Cells::of(report));
    sums.breaks
}

#[cfg(test)]
mod tests;

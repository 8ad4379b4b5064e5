//! Whether two cells say the same.

use rust_decimal::Decimal;

use super::plain;
use super::rows::is_code;
use crate::derive::report::ColumnView;
use crate::derive::round;
use crate::diagnostic::Equation;
use crate::load::workbook::sheets::{Cell, Value};
use crate::load::workbook::values::number;

/// How two cells differ.
pub(super) enum Differ {
    Amounts(Equation),
    Texts,
}

/// Amounts and counts; an empty cell is zero.
pub(super) fn amounts(ours: &str, theirs: &Cell, unit: Option<&str>, their_wan: Option<bool>) -> Option<Differ> {
    let (Some(own), Some(their)) = (amount(ours), amount(&theirs.text())) else {
        return (plain(ours) != plain(&theirs.text())).then_some(Differ::Texts);
    };
    // A count, such as 2 辆, is in no unit of money and has no decimals.
    let money = ours.contains('.') || theirs.text().contains('.') || own.is_zero();
    let own_wan = unit == Some("万元");
    let (own, their, unit) = match their_wan.filter(|_| unit.is_some() && money) {
        Some(true) if !own_wan => (round(own / Decimal::from(10_000), their.scale().max(2)), their, "万元"),
        Some(false) if own_wan => (own, round(their / Decimal::from(10_000), 2), "万元"),
        _ => (own, their, if own_wan { "万元" } else { "元" }),
    };
    (own != their).then(|| Differ::Amounts(Equation::of(unit, "系统的表", their).equals("推算", own)))
}

fn amount(text: &str) -> Option<Decimal> {
    let text = number(text);
    if text.is_empty() || text == "-" || text == "—" { Some(Decimal::ZERO) } else { text.parse().ok() }
}

/// Whether a cell holds an amount that is not zero. Who printed a table and when may stand below it in any column.
pub(super) fn is_filled(text: &str) -> bool {
    amount(text).is_some_and(|amount| !amount.is_zero())
}

/// Texts: spaces, the width of brackets and numbers before a name say nothing. A code has named the row.
pub(super) fn texts(ours: &str, theirs: &Cell, column: &ColumnView) -> Option<Differ> {
    let said = if matches!(theirs.value, Value::Number(_)) { number(&theirs.text()) } else { theirs.text() };
    (!is_code(column) && unnumbered(ours) != unnumbered(&said)).then_some(Differ::Texts)
}

/// `（一）一般公共服务支出`, `一、…`, `1.…` without its number.
pub(super) fn unnumbered(text: &str) -> String {
    let text = plain(text);
    let numeral = |character: char| character.is_ascii_digit() || "一二三四五六七八九十".contains(character);
    let rest = text.trim_start_matches('(').trim_start_matches(numeral);
    let marked =
        rest.strip_prefix(['、', '.', '．']).or_else(|| rest.strip_prefix(')').filter(|_| text.starts_with('(')));
    marked.filter(|rest| !rest.is_empty()).map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(value: Value) -> Cell {
        Cell { value, formula: false }
    }

    fn same(ours: &str, theirs: Value, unit: &str, wan: Option<bool>) -> bool {
        amounts(ours, &cell(theirs), Some(unit), wan).is_none()
    }

    #[test]
    fn amounts_are_exact_in_the_larger_unit() {
        assert!(same("1,928,299.36", Value::Number(1_928_299.36), "元", Some(false)));
        assert!(same("1,928,299.36", Value::Text("１，９２８，２９９．３６".to_owned()), "元", None));
        assert!(same("1,928,299.36", Value::Number(192.83), "元", Some(true)));
        assert!(!same("1,928,299.36", Value::Number(192.84), "元", Some(true)));
        assert!(!same("1,928,299.36", Value::Number(192.829), "元", Some(true)));
        assert!(same("192.83", Value::Number(1_928_299.36), "万元", Some(false)));
        assert!(!same("1,928,299.36", Value::Number(1_928_299.37), "元", None));
    }

    #[test]
    fn nothing_is_zero() {
        assert!(same("", Value::Nothing, "元", None));
        assert!(same("0.00", Value::Nothing, "元", None));
        assert!(same("", Value::Number(0.0), "元", None));
        assert!(!same("", Value::Number(0.01), "元", None));
        assert!(!same("1.00", Value::Nothing, "元", None));
    }

    #[test]
    fn numbers_before_names_say_nothing() {
        for text in
            ["一、科学技术支出", "（一）科学技术支出", "1.科学技术支出", "二十一、科学技术支出", " 科学 技术支出"]
        {
            assert_eq!(unnumbered(text), "科学技术支出");
        }
        assert_eq!(unnumbered("一般公共服务支出"), "一般公共服务支出");
        assert_eq!(unnumbered("3月"), "3月");
    }
}

//! The amounts that a report's tables print, read back.

use std::collections::BTreeMap;

use gongkai::derive::report::{Body, Report, Table};
use gongkai::model::TableKind;

use crate::common::disclosures::table;

/// Amounts in 分 by row key and column key, no zeros.
pub type Cells = BTreeMap<(String, String), i128>;

/// 元 with two decimals and thousands separators to 分; nothing is zero.
pub fn fen(text: &str) -> i128 {
    if text.is_empty() {
        return 0;
    }
    let plain = text.replace(',', "");
    let (yuan, fen) = plain.split_once('.').unwrap_or((&plain, "00"));
    assert!(fen.len() <= 2, "{text}");
    yuan.parse::<i128>().unwrap() * 100 + format!("{fen:0<2}").parse::<i128>().unwrap()
}

/// The cells of a grid that hold amounts.
pub fn amounts(table: &Table) -> Cells {
    let Body::Grid { columns, rows } = &table.body else { panic!("{:?} is no grid", table.kind) };
    let mut cells = Cells::new();
    for row in rows {
        for (column, text) in columns.iter().zip(&row.cells) {
            let words = ["code", "name", "category", "unit", "income.item", "expenditure.item"];
            if words.contains(&column.key.as_str()) || fen(text) == 0 {
                continue;
            }
            let before = cells.insert((row.keys[column.panel].clone(), column.key.clone()), fen(text));
            assert_eq!(before, None, "{:?} has two rows {:?}", table.kind, row.keys);
        }
    }
    cells
}

/// The tables that follow from the lines.
pub const FROM_LINES: [TableKind; 8] = [
    TableKind::IncomeExpenditure,
    TableKind::Income,
    TableKind::Expenditure,
    TableKind::FiscalIncomeExpenditure,
    TableKind::GeneralPublicBudget,
    TableKind::Basic,
    TableKind::GovernmentFund,
    TableKind::Projects,
];

pub fn of(report: &Report, kind: TableKind) -> Cells {
    amounts(table(report, kind))
}

/// The keys of a table's columns.
pub fn columns(report: &Report, kind: TableKind) -> Vec<String> {
    let Body::Grid { columns, .. } = &table(report, kind).body else { panic!("{kind:?} is no grid") };
    columns.iter().map(|column| column.key.clone()).collect()
}

/// The keys of a table's rows, first panel.
pub fn rows(report: &Report, kind: TableKind) -> Vec<String> {
    let Body::Grid { rows, .. } = &table(report, kind).body else { panic!("{kind:?} is no grid") };
    rows.iter().map(|row| row.keys[0].clone()).collect()
}

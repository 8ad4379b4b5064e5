//! Every cell of the shipped files' tables against the second computation, and the rules between them.

use gongkai::derive::report::Report;
use serde_json::Value;

use super::cells::{self, FROM_LINES};
use super::expected::Expected;
use super::rules;
use crate::common::disclosures::{derive, derive_unit, kexie, shili};

/// Columns that only some of tables 3, 5 and 8 show.
const SHOWN: &[&str] = &["personnel", "public", "business_operation", "remittance_to_superior", "subsidy_to_affiliate"];

pub fn every_cell_agrees(data: &Value, scope: Option<&str>, report: &Report) {
    let expected = Expected::new(data, scope);
    for kind in FROM_LINES {
        let found = cells::of(report, kind);
        let columns = cells::columns(report, kind);
        let mut wanted = expected.cells(kind);
        wanted.retain(|(_, column), _| !SHOWN.contains(&column.as_str()) || columns.contains(column));
        assert_eq!(found, wanted, "{kind:?} of {scope:?}");
    }
}

#[test]
fn every_cell_of_the_source_document_follows_from_the_lines() {
    every_cell_agrees(&kexie(), None, &derive(&kexie()));
    every_cell_agrees(&kexie(), Some("206001"), &derive_unit(&kexie(), "206001"));
}

#[test]
fn every_cell_of_the_hard_cases_follows_from_the_lines() {
    every_cell_agrees(&shili(), None, &derive(&shili()));
    for unit in ["901001", "901002", "901003"] {
        every_cell_agrees(&shili(), Some(unit), &derive_unit(&shili(), unit));
    }
}

#[test]
fn the_rules_between_the_tables_hold_in_the_shipped_files() {
    rules::hold(&derive(&kexie()));
    rules::hold(&derive(&shili()));
    for unit in ["901001", "901002", "901003"] {
        rules::hold(&derive_unit(&shili(), unit));
    }
}

/// R42, with the exception of internal transfers: 38,000.00 and 25,000.00 in the file.
#[test]
fn the_department_is_the_sum_of_its_units_but_for_internal_transfers() {
    let total = |report: &Report| {
        let cells = cells::of(report, gongkai::model::TableKind::IncomeExpenditure);
        cells[&("income.total".to_owned(), "income.amount".to_owned())]
    };
    let units: i128 = ["901001", "901002", "901003"].iter().map(|unit| total(&derive_unit(&shili(), unit))).sum();
    assert_eq!(units, 2_159_435_911);
    assert_eq!(total(&derive(&shili())), units - 3_800_000 - 2_500_000);
}

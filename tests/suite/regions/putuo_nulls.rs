//! Empty and filled tables of 普陀区, in both kinds of document.

use gongkai::derive::report::{Body, Report};
use gongkai::model::TableKind;
use serde_json::{Value, json};

use super::{home, in_putuo, street};
use crate::common::disclosures::{derive, derive_unit, print, shili, table};

/// Tables that may be empty, with their note.
const NOTES: &[(TableKind, &str)] = &[
    (TableKind::FiscalIncomeExpenditure, "注：{}2025年无财政拨款安排的预算，故本表为空表。"),
    (TableKind::GeneralPublicBudget, "注：{}2025年无一般公共预算财政拨款安排的预算，故本表为空表。"),
    (TableKind::GovernmentFund, "注：{}2025年无政府性基金预算财政拨款安排的预算，故本表为空表。"),
    (TableKind::StateCapitalBudget, "注：{}2025年无国有资本经营预算财政拨款安排的预算，故本表为空表。"),
    (TableKind::Basic, "注：{}2025年无一般公共预算安排的基本支出，故本表为空表。"),
    (TableKind::ThreePublic, "注：{}2025年无“三公”经费和机关运行经费预算，故本表为空表。"),
    (TableKind::ProjectPerformance, "注：{}2025年无项目支出预算，故本表为空表。"),
];

/// A body that spends 事业收入 only.
fn bare(mut data: Value) -> Value {
    for key in ["projects", "approval", "previous_years", "reasons", "function_uses", "absent", "procurement"] {
        data.as_object_mut().unwrap().remove(key);
    }
    let unit = data["units"][0]["code"].clone();
    data["lines"] = json!([
        { "unit": unit, "function": "2010350", "economic": "30201", "fund": "institutional_income", "amount": "100.00" }
    ]);
    data
}

fn notes(report: &Report) -> Vec<(TableKind, Option<String>)> {
    NOTES.iter().map(|(kind, _)| (*kind, table(report, *kind).note.clone())).collect()
}

fn expected(subject: &str) -> Vec<(TableKind, Option<String>)> {
    NOTES.iter().map(|(kind, note)| (*kind, Some(note.replace("{}", subject)))).collect()
}

#[test]
fn every_table_that_is_empty_says_so_in_the_words_of_its_document() {
    assert_eq!(notes(&derive(&bare(street()))), expected("本部门"));
    assert_eq!(notes(&derive(&bare(home()))), expected("本单位"));
}

#[test]
fn every_table_that_is_filled_has_no_note() {
    let report = derive(&in_putuo(shili()));
    for (kind, _) in NOTES {
        assert_eq!(table(&report, *kind).note, None, "{kind:?}");
    }
    let empty = |unit: &str| -> Vec<TableKind> {
        let report = derive_unit(&in_putuo(shili()), unit);
        NOTES.iter().map(|(kind, _)| *kind).filter(|kind| table(&report, *kind).note.is_some()).collect()
    };
    assert_eq!(empty("901001"), []);
    assert_eq!(empty("901002"), [TableKind::GovernmentFund, TableKind::StateCapitalBudget]);
    assert_eq!(empty("901003"), [TableKind::StateCapitalBudget, TableKind::ThreePublic]);
}

#[test]
fn an_empty_table_keeps_its_header_and_an_empty_total() {
    let report = derive(&street());
    let Body::Grid { columns, rows } = &table(&report, TableKind::GovernmentFund).body else { panic!("a form") };
    assert_eq!(columns.len(), 7);
    let cells: Vec<_> = rows.iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(cells, ["|||合计|||"]);
}

#[test]
fn operating_cost_alone_fills_its_table() {
    let mut data = street();
    data["lines"]
        .as_array_mut()
        .unwrap()
        .retain(|line| !["30217", "30231"].contains(&line["economic"].as_str().unwrap()));
    data.as_object_mut().unwrap().remove("reasons");
    let report = derive(&data);
    let table = table(&report, TableKind::ThreePublic);
    assert_eq!(table.note, None);
    let Body::Grid { rows, .. } = &table.body else { panic!("a form") };
    assert_eq!(rows[0].cells[0], "0.00");
    assert_ne!(rows[0].cells[6], "0.00");
    let printed = print(&data).all();
    assert!(printed.contains("2025年本部门无“三公”经费预算，比2024年预算减少24.6万元"), "{printed}");
}

#[test]
fn a_reason_that_the_data_state_chooses_the_note() {
    let mut data = bare(home());
    data["absent"] = json!({ "three_public": { "reason": "arranged_centrally" } });
    let report = derive(&data);
    let note = table(&report, TableKind::ThreePublic).note.clone().unwrap();
    assert_eq!(note, "注：本单位2025年“三公”经费由区统筹安排，无“三公”经费和机关运行经费预算，故本表为空表。");
}

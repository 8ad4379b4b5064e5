//! The figures that the source document prints.

use std::collections::BTreeMap;

use gongkai::model::TableKind;
use serde_json::Value;

use super::cells;
use crate::common::disclosures::{derive, derive_unit, kexie, shili};

/// Figures of a report by id.
fn figures(report: &gongkai::derive::report::Report) -> Vec<(String, String)> {
    fn visit(value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(members) => {
                if let (Some(Value::String(id)), Some(Value::String(text))) = (members.get("id"), members.get("text")) {
                    found.push((id.clone(), text.clone()));
                }
                members.values().for_each(|value| visit(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| visit(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    visit(&serde_json::to_value(report).unwrap(), &mut found);
    // An empty form has empty figures.
    found.retain(|(id, text)| !(id.is_empty() && text.is_empty()));
    found
}

/// Texts of the published document, 2023 (data/README.md).
const PRINTED: &[(&str, &str)] = &[
    ("total", "192.83"),
    ("total.change.amount", "63.73"),
    ("total.change.percent", "24.84"),
    ("income.total", "192.83"),
    ("income.general_public_budget.amount", "192.83"),
    ("income.general_public_budget.share", "100"),
    ("expenditure.total", "192.83"),
    ("expenditure.basic.amount", "138.83"),
    ("expenditure.basic.share", "72"),
    ("expenditure.project.amount", "54"),
    ("expenditure.project.share", "28"),
    ("fiscal.total", "192.83"),
    ("fiscal.income.general_public_budget", "192.83"),
    ("fiscal.expenditure.basic", "138.83"),
    ("fiscal.expenditure.project", "54"),
    ("general_public_budget.total", "192.83"),
    ("general_public_budget.change.amount", "63.73"),
    ("general_public_budget.change.percent", "24.84"),
    ("general_public_budget.basic", "138.83"),
    ("general_public_budget.project", "54"),
    ("general_public_budget.project.2060102", "54"),
    ("general_public_budget.project.2060102.QS206001", "33.2"),
    ("general_public_budget.project.2060102.QS206002", "20.8"),
    ("basic.total", "138.83"),
    ("basic.personnel", "128.47"),
    ("basic.personnel.301", "93.54"),
    ("basic.personnel.303", "34.93"),
    ("basic.public", "10.36"),
    ("operating_cost", "10.36"),
    ("procurement.total", "0.32"),
    ("procurement.goods", "0.32"),
    ("performance.general_public_budget", "192.83"),
    ("overview.offices", "1"),
    ("staffing.authorized", "5"),
    ("staffing.authorized.institutional", "5"),
    ("staffing.authorized.institutional.civil_service_like", "5"),
    ("staffing.in_service", "3"),
    ("staffing.retired", "8"),
    ("staffing.retired.pre_1949_cadre", "0"),
    ("staffing.retired.ordinary", "8"),
];

#[test]
fn every_figure_of_the_source_document_comes_out_by_its_id() {
    let found: BTreeMap<_, _> = figures(&derive(&kexie())).into_iter().collect();
    for (id, text) in PRINTED {
        assert_eq!(found.get(*id).map(String::as_str), Some(*text), "{id}");
    }
    // What the source does not print, its document has no figure for either.
    for absent in ["three_public", "government_fund.total", "state_capital_budget.total", "service_purchase.total"] {
        assert!(!found.contains_key(absent), "{absent}");
    }
}

#[test]
fn the_six_cells_of_the_null_three_public_table_are_printed_as_zeros() {
    let report = derive(&kexie());
    let table = crate::common::disclosures::table(&report, TableKind::ThreePublic);
    let gongkai::derive::report::Body::Grid { rows, .. } = &table.body else { panic!() };
    assert_eq!(rows[0].cells, ["0.00"; 6]);
    assert_eq!(rows.len(), 1);
}

#[test]
fn the_names_of_section_six_are_those_of_table_six_in_their_order() {
    let rows = cells::rows(&derive(&kexie()), TableKind::Basic);
    let subjects = |class: &str| rows.iter().filter(|key| key.len() == 5 && key.starts_with(class)).count();
    assert_eq!([subjects("301"), subjects("303"), subjects("302")], [9, 3, 12]);
}

#[test]
fn a_figure_s_id_names_one_figure_of_a_document() {
    let units = ["901001", "901002", "901003"].map(|unit| derive_unit(&shili(), unit));
    for report in [derive(&kexie()), derive(&shili())].iter().chain(&units) {
        let mut ids: Vec<_> = figures(report).into_iter().map(|(id, _)| id).collect();
        ids.sort();
        let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

//! Facts from which no honest document can be derived: each refused with its code, at its place.

use gongkai::check::Selection;
use gongkai::diagnostic::Diagnostic;
use gongkai::pipeline::Failure;
use serde_json::{Value, json};

use crate::common::disclosures::{add_line, kexie, load, pipeline, push, shili, text};

/// Code and source line of each fault of derivation.
fn refused(data: &Value) -> Vec<(&'static str, String)> {
    let Err(Failure::Findings(findings)) = pipeline().report(&load(data), None) else {
        panic!("derived although it should not")
    };
    told(data, &findings)
}

fn told(data: &Value, findings: &[Diagnostic]) -> Vec<(&'static str, String)> {
    let lines: Vec<String> = text(data).lines().map(|line| line.trim().trim_end_matches(',').to_owned()).collect();
    findings.iter().map(|finding| (finding.code, lines[finding.place.as_ref().unwrap().line - 1].clone())).collect()
}

#[test]
fn a_code_that_nobody_names() {
    let mut data = kexie();
    add_line(&mut data, "2060999", "30201", "general_public_budget", "1.00");
    add_line(&mut data, "2060101", "30298", "general_public_budget", "1.00");
    let found = refused(&data);
    assert!(found.contains(&("GK051", r#""function": "2060999""#.to_owned())), "{found:?}");
    assert!(found.contains(&("GK051", r#""economic": "30298""#.to_owned())), "{found:?}");
}

#[test]
fn a_code_that_the_catalogue_lacks_is_legal_once_the_data_name_it() {
    let mut data = kexie();
    add_line(&mut data, "2060999", "30201", "general_public_budget", "1.00");
    data["subjects"]["functional"] =
        json!([{ "code": "20609", "name": "示例款" }, { "code": "2060999", "name": "示例项" }]);
    assert!(pipeline().report(&load(&data), None).is_ok());
}

#[test]
fn a_basic_line_whose_class_has_no_default_nature() {
    let mut data = kexie();
    add_line(&mut data, "2060101", "39999", "general_public_budget", "1.00");
    assert_eq!(refused(&data)[0].0, "GK052");
}

#[test]
fn fiscal_money_for_what_its_tables_cannot_show() {
    for nature in ["business_operation", "remittance_to_superior", "subsidy_to_affiliate"] {
        let line = json!({ "function": "2060101", "economic": "30201", "fund": "government_fund", "nature": nature, "amount": "1.00" });
        let mut data = kexie();
        push(&mut data, "lines", line);
        assert_eq!(refused(&data), [("GK059", r#""fund": "government_fund""#.to_owned())]);
    }
}

#[test]
fn stated_income_that_is_not_what_is_spent() {
    let mut data = shili();
    let stated = data["income"].as_array_mut().unwrap().iter_mut().find(|income| income["amount"] == "30000.00");
    stated.unwrap()["amount"] = json!("30000.01");
    // A rule, not a fault of derivation; what it finds is an error, so that nothing is published.
    let judged = pipeline().judge_facts(&load(&data), &Selection::default()).unwrap();
    let told = told(&data, &judged.findings);
    assert!(judged.has_errors() && told.contains(&("GK201", r#""amount": "30000.01""#.to_owned())), "{told:?}");
}

#[test]
fn a_transfer_for_which_the_other_unit_shows_no_income() {
    let mut data = shili();
    let lines = data["lines"].as_array_mut().unwrap();
    let transfer = lines.iter_mut().find(|line| line["counterparty"] == "901002").unwrap();
    transfer["amount"] = json!("99999999.00");
    assert_eq!(refused(&data), [("GK053", r#""counterparty": "901002""#.to_owned())]);
}

#[test]
fn a_counterparty_of_a_line_that_is_no_transfer() {
    let mut data = shili();
    let lines = data["lines"].as_array_mut().unwrap();
    let line = lines.iter_mut().find(|line| line["unit"] == "901001" && line["economic"] == "30101").unwrap();
    line["counterparty"] = json!("901002");
    assert_eq!(refused(&data), [("GK054", r#""counterparty": "901002""#.to_owned())]);
}

#[test]
fn a_reason_for_a_change_that_no_sentence_prints() {
    let mut data = kexie();
    data["reasons"]["totl"] = json!("笔误");
    assert_eq!(refused(&data), [("GK056", r#""totl": "笔误""#.to_owned())]);
}

#[test]
fn a_region_without_a_profile() {
    let mut data = kexie();
    data["region"] = json!("420106-wuchang");
    assert_eq!(refused(&data), [("GK057", r#""region": "420106-wuchang""#.to_owned())]);
}

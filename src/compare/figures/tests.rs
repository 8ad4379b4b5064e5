use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::load::load;
use crate::pipeline::Pipeline;

fn shili() -> Value {
    serde_json::from_str(include_str!("../../../data/420107-shili-2024.json")).unwrap()
}

fn kexie() -> Value {
    serde_json::from_str(include_str!("../../../data/420107-kexie-2023.json")).unwrap()
}

fn report(data: &Value) -> Report {
    let document = load("data.json", data.to_string().as_bytes()).unwrap();
    Pipeline::new(None, Vec::new()).unwrap().report(&document, None).unwrap()
}

fn compare(old: &Value, new: &Value) -> Vec<FigureChange> {
    figures(&report(old), &report(new))
}

/// The identities of all that is printed.
fn identities(data: &Value) -> Vec<String> {
    let nothing = tree::Node::Members(Vec::new());
    tree::differences(&nothing, &root(&report(data))).into_iter().map(|found| found.identity).collect()
}

#[test]
fn every_printed_figure_has_a_name_of_its_own() {
    for data in [kexie(), shili()] {
        let all = identities(&data);
        let different: BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), different.len());
        assert!(all.len() > 500, "{}", all.len());
        // Only what the data state twice is numbered: two purchases of one kind for one project.
        let numbered = all.iter().filter(|id| id.contains('#'));
        assert!(
            numbered.clone().all(|id| id.starts_with("tables.procurement.rows{示例服务中心适老化改造工程,房屋修缮#2}"))
        );
    }
}

#[test]
fn a_document_does_not_differ_from_itself() {
    for data in [kexie(), shili()] {
        assert_eq!(compare(&data, &data), []);
    }
}

#[test]
fn a_record_that_is_gone_leaves_the_other_rows_alone() {
    for list in ["procurement", "service_purchases", "asset_acquisitions"] {
        let mut data = shili();
        let records = data[list].as_array_mut().unwrap();
        assert!(records.len() > 1, "{list}");
        records.remove(0);
        let changes = compare(&shili(), &data);
        let kind = match list {
            "procurement" => "tables.procurement.",
            "service_purchases" => "tables.service_purchase.",
            _ => "tables.asset_acquisition.",
        };
        let rows = changes.iter().filter(|change| change.id.starts_with(kind));
        let kept: Vec<_> = rows.filter(|change| change.new.is_some()).map(|change| change.id.clone()).collect();
        assert!(kept.iter().all(|id| id.contains("{total}")), "{kept:?}");
        assert!(changes.iter().any(|change| change.new.is_none()), "{list}");
    }
}

#[test]
fn a_row_of_a_form_that_is_gone_leaves_the_others_alone() {
    let mut data = kexie();
    data["projects"][0]["plan"]["history"].as_array_mut().unwrap().remove(0);
    data["projects"][0]["plan"]["indicators"].as_array_mut().unwrap().remove(0);
    data["performance"]["goals"].as_array_mut().unwrap().remove(0);
    let changes = compare(&kexie(), &data);
    assert!(changes.iter().all(|change| change.new.is_none()), "{changes:#?}");
    assert_eq!(changes.len(), 3 + 7 + 1, "{changes:#?}");
}

#[test]
fn a_reworded_text_is_one_change() {
    let mut data = kexie();
    data["duties"][0] = json!("认真执行党的路线、方针、政策。");
    data["projects"][0]["plan"]["costs"][0]["item"] = json!("科普宣传品印刷");
    let changes = compare(&kexie(), &data);
    let sides: Vec<_> = changes.iter().map(|change| (change.old.is_some(), change.new.is_some())).collect();
    assert_eq!(sides, [(true, true), (true, true)], "{changes:#?}");
}

#[test]
fn what_a_change_reverses_is_told() {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["basic"] = json!("1000000.00");
    data["previous_years"][0]["figures"]["total"] = json!("1300000.00");
    let changes = compare(&kexie(), &data);
    let direction = changes.iter().find(|change| change.id == "narrative.overall.change.direction").unwrap();
    let text = |side: &Option<Printed>| side.as_ref().unwrap().text.clone();
    assert_eq!((text(&direction.old), text(&direction.new)), ("减少".to_owned(), "增加".to_owned()));
}

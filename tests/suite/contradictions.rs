//! Odd but legal facts: tables, sentences and notes still say the same.

use gongkai::model::TableKind;
use gongkai::pipeline::Failure;
use gongkai::write::Writer;
use serde_json::{Value, json};

use crate::common::disclosures::{add_line, derive, kexie, load, pipeline, print, push, remove, table, text, try_load};

#[test]
fn an_amount_of_zero_makes_no_row_no_sentence_and_no_term() {
    let mut data = kexie();
    add_line(&mut data, "2296002", "30201", "government_fund", "0.00");
    let mut purchase = data["procurement"][0].clone();
    purchase["unit_price"] = json!("0.00");
    purchase["funding"] = json!([]);
    data["procurement"] = json!([purchase]);
    let report = derive(&data);
    for kind in [TableKind::GovernmentFund, TableKind::Procurement] {
        assert!(table(&report, kind).is_empty(), "{kind:?}");
    }
    assert!(!report.glossary.in_use.contains(&"government_fund".to_owned()));
    let printed = print(&data);
    assert_eq!(printed.section("政府性基金"), "2023年本单位没有使用政府性基金预算安排的支出。");
    assert_eq!(printed.matter("政府采购预算情况"), "2023年本单位未安排政府采购预算。");
}

#[test]
fn a_project_without_an_amount_stands_in_no_table() {
    let mut data = kexie();
    let mut empty = data["projects"][0].clone();
    (empty["code"], empty["name"], empty["lines"]) = (json!("QS9"), json!("没有金额的项目"), json!([]));
    push(&mut data, "projects", empty);
    assert!(!text(&serde_json::to_value(derive(&data)).unwrap()).contains("没有金额的项目"));
}

#[test]
fn full_coverage_is_claimed_only_where_every_project_has_its_goals() {
    let claims = |data: &Value| print(data).matter("绩效目标设置情况").contains("实现全覆盖");
    let mut data = kexie();
    assert!(claims(&data));
    remove(&mut data["projects"][1], "plan");
    assert!(!claims(&data));
    data["projects"] = json!([]);
    data["procurement"] = json!([]);
    assert!(!claims(&data));
}

#[test]
fn a_change_that_rounds_to_no_percent_names_none() {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["total"] = json!("1928199.36");
    let sentence = print(&data).section("部门收支");
    assert!(sentence.contains("比2022年调整预算增加0.01万元，增加0.01%"), "{sentence}");
    data["previous_years"][0]["figures"]["total"] = json!("1928249.00");
    let sentence = print(&data).section("部门收支");
    assert!(sentence.contains("比2022年调整预算增加0.01万元，主要是"), "{sentence}");
}

#[test]
fn a_reason_without_words_is_refused() {
    let mut data = kexie();
    data["reasons"]["total"] = json!("");
    let faults = try_load(&data).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["GK021"]);
}

#[test]
fn last_year_is_that_of_this_department_with_what_it_published() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, data: &Value| {
        Writer::new().write(&folder.path().join(name), text(data).as_bytes()).unwrap();
    };
    let mut last = kexie();
    last["year"] = json!(2022);
    last["scope"] = json!({"unit": "206001"});
    last["overrides"] = json!({"operating_cost": {"amount": "500000.00", "reason": "含上级统筹部分"}});
    remove(&mut last, "previous_years");
    let mut this = kexie();
    this["previous_years"] = json!([{"year": 2022, "basis": "budget", "file": "last.json"}]);
    write("last.json", &last);
    write("this.json", &this);
    let document = pipeline().load(&folder.path().join("this.json")).unwrap();
    let cost = pipeline().report(&document, None).unwrap().narrative.operating_cost.unwrap();
    assert_eq!(cost.change.unwrap().amount.unwrap().text, "39.64");

    last["agency"]["code"] = json!("999");
    write("last.json", &last);
    let Err(Failure::Findings(faults)) = pipeline().load(&folder.path().join("this.json")) else { panic!("accepted") };
    assert_eq!(faults[0].code, "GK050");
}

#[test]
fn services_of_one_name_in_different_catalogues_stay_apart() {
    let mut data = kexie();
    for (first, amount) in [("甲类服务", "10000.00"), ("乙类服务", "20000.00")] {
        let service = json!({ "catalogue": { "path": [first, "其他"] }, "quantity": "1", "measure": "项", "is_procurement": false,
            "funding": [{ "fund": "general_public_budget", "amount": amount }] });
        push(&mut data, "service_purchases", service);
    }
    let document = load(&data);
    let narrative = pipeline().report(&document, None).unwrap().narrative;
    let json = serde_json::to_value(narrative.service_purchase).unwrap();
    assert_eq!(json["some"]["services"].as_array().unwrap().len(), 2);
}

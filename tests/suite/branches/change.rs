//! 增减变化: against last year's figure, which may be larger, smaller, equal, zero or absent.

use gongkai::derive::narrative::Change;
use gongkai::pipeline::Failure;
use gongkai::write::Writer;
use serde_json::{Value, json};

use super::says;
use crate::common::disclosures::{kexie, pipeline, print, remove, text};

/// The total and 一般公共预算 of last year; the budget of this year is 1,928,299.36.
fn against(last: &str, basis: &str) -> Value {
    let mut data = kexie();
    let previous = &mut data["previous_years"][0];
    previous["basis"] = json!(basis);
    previous["figures"]["total"] = json!(last);
    previous["figures"]["general_public_budget"] = json!(last);
    data
}

#[test]
fn decrease() {
    let printed = print(&kexie());
    says(
        &printed.section("部门收支"),
        &["2023年部门收支总预算192.83万元。比2022年调整预算减少63.73万元，减少24.84%，主要是一名在职人员转退休。"],
    );
    says(
        &printed.section("一般公共预算支出"),
        &[
            "2023年一般公共预算支出预算192.83万元，比2022年调整预算减少了63.73万元，减少24.84%，主要是一名在职人员转退休。具体安排情况如下：（一）基本支出138.83万元，主要用于人员经费、公用经费。",
        ],
    );
}

#[test]
fn increase() {
    let printed = print(&against("1800000.00", "budget"));
    says(
        &printed.section("部门收支"),
        &["2023年部门收支总预算192.83万元。比2022年预算增加12.83万元，增加7.13%，主要是一名在职人员转退休。"],
    );
    says(&printed.section("一般公共预算支出"), &["192.83万元，比2022年预算增加了12.83万元，增加7.13%，主要是"]);
}

#[test]
fn equal_needs_no_reason() {
    let printed = print(&against("1928299.36", "execution"));
    says(&printed.section("部门收支"), &["2023年部门收支总预算192.83万元。与2022年预算执行数持平。"]);
    says(&printed.section("一般公共预算支出"), &["192.83万元，与2022年预算执行数持平。具体安排情况如下："]);
}

#[test]
fn what_prints_as_equal_is_called_equal() {
    // 7.36 元 less, which no reader of 万元 sees.
    let printed = print(&against("1928292.00", "final_accounts"));
    says(&printed.section("部门收支"), &["2023年部门收支总预算192.83万元。与2022年决算持平。"]);
}

#[test]
fn the_difference_is_that_of_the_printed_figures() {
    // 2,000,050.00 prints 200.01; less 192.83 is 7.18, though exactly it is 7.1751.
    let printed = print(&against("2000050.00", "budget"));
    says(&printed.section("部门收支"), &["比2022年预算减少7.18万元，减少3.59%，"]);
}

#[test]
fn on_a_base_of_zero_there_is_no_percentage() {
    let printed = print(&against("0.00", "budget"));
    says(
        &printed.section("部门收支"),
        &["比2022年预算增加192.83万元，上年无该预算，增长率无可比性，主要是一名在职人员转退休。"],
    );
}

#[test]
fn without_a_prior_figure_there_is_no_clause() {
    let mut data = kexie();
    remove(&mut data, "previous_years");
    let printed = print(&data);
    assert!(printed.section("部门收支").ends_with("2023年部门收支总预算192.83万元。"));
    says(&printed.section("一般公共预算支出"), &["2023年一般公共预算支出预算192.83万元。具体安排情况如下："]);
    assert_eq!(printed.section("三公"), "2023年本单位没有使用“三公”经费预算安排的支出。");
    for word in ["比2022", "与上年", "持平", "主要是"] {
        assert!(!printed.part(3).contains(word), "{word}");
    }
}

#[test]
fn figures_of_another_year_are_no_prior_figures() {
    let mut data = kexie();
    data["previous_years"][0]["year"] = json!(2021);
    assert!(print(&data).section("部门收支").ends_with("2023年部门收支总预算192.83万元。"));
}

#[test]
fn without_a_reason_the_clause_ends_after_the_percentage() {
    let mut data = kexie();
    remove(&mut data, "reasons");
    let printed = print(&data);
    says(&printed.section("部门收支"), &["比2022年调整预算减少63.73万元，减少24.84%。"]);
    says(&printed.section("一般公共预算支出"), &["减少了63.73万元，减少24.84%。具体安排情况如下："]);
}

#[test]
fn a_reason_of_its_own_goes_before_that_of_the_total() {
    let mut data = kexie();
    // Stops at the end are the sentence's business.
    data["reasons"]["general_public_budget"] = json!("压减项目支出。");
    let printed = print(&data);
    says(&printed.section("部门收支"), &["主要是一名在职人员转退休。"]);
    says(&printed.section("一般公共预算支出"), &["减少24.84%，主要是压减项目支出。具体安排情况如下："]);
}

#[test]
fn last_year_s_file_stands_in_for_the_figures_that_are_not_stated() {
    let folder = tempfile::tempdir().unwrap();
    let mut last = kexie();
    last["year"] = json!(2022);
    last["projects"].as_array_mut().unwrap().pop();
    remove(&mut last, "previous_years");
    let mut this = kexie();
    this["previous_years"] = json!([{"year": 2022, "basis": "budget", "file": "last.json", "figures": {"general_public_budget": "1728299.36"}}]);
    for (name, data) in [("last.json", &last), ("this.json", &this)] {
        Writer::new().write(&folder.path().join(name), text(data).as_bytes()).unwrap();
    }
    let document = pipeline().load(&folder.path().join("this.json")).unwrap();
    let narrative = pipeline().report(&document, None).unwrap().narrative;
    let amount = |change: Option<&Change>| change.and_then(|change| change.amount.clone()).map(|amount| amount.text);
    // 208,000.00 more than the file; the stated figure goes before it.
    assert_eq!(amount(narrative.overall.unwrap().change.as_ref()).as_deref(), Some("20.8"));
    assert_eq!(amount(narrative.general_public_budget.unwrap().change.as_ref()).as_deref(), Some("20"));

    last["year"] = json!(2021);
    Writer::new().write(&folder.path().join("last.json"), text(&last).as_bytes()).unwrap();
    let Err(Failure::Findings(faults)) = pipeline().load(&folder.path().join("this.json")) else { panic!("accepted") };
    assert_eq!(faults[0].code, "GK050");
}

//! What is refused, and how it is told.

use super::super::load;
use super::{FAULTY, GOOD, codes, good_with};
use crate::diagnostic::{human, short, termcolor::NoColor};

#[test]
fn all_faults_of_a_file_are_told_in_one_run_with_their_lines_and_cures() {
    let faults = load("data.json", FAULTY.as_bytes()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.place.is_some() && fault.hint.is_some()));
    let mut writer = NoColor::new(Vec::new());
    human(&mut writer, &faults).unwrap();
    insta::assert_snapshot!(String::from_utf8(writer.into_inner()).unwrap());
}

#[test]
fn the_short_form_is_one_line_a_fault() {
    let faults = load("data.json", good_with("184560.00", "184560.001").as_bytes()).unwrap_err();
    let mut writer = Vec::new();
    short(&mut writer, &faults).unwrap();
    assert_eq!(
        String::from_utf8(writer).unwrap(),
        "data.json:38:112: 错误[GK016]: 金额（元）“184560.001”不正确：小数多于 2 位\n"
    );
}

#[test]
fn faults_come_in_the_order_of_the_file() {
    let faults = load("data.json", FAULTY.as_bytes()).unwrap_err();
    assert!(faults.is_sorted_by_key(|fault| fault.place.as_ref().map(|place| place.range.start)));
}

#[test]
fn a_fault_of_structure_hides_none_of_reference() {
    let text = good_with(r#""carried_over": true"#, r#""carried_over": 1"#)
        .replace(r#""counterparty": "206001""#, r#""counterparty": "999""#);
    assert_eq!(codes(&text), ["GK013", "GK031"]);
}

#[test]
fn every_reference_to_a_unit_is_judged() {
    for (old, new) in [
        (r#""scope": { "unit": "206001" }"#, r#""scope": { "unit": "999" }"#),
        (
            r#"{ "unit": "206001", "function": "2060101", "economic": "30101""#,
            r#"{ "unit": "999", "function": "2060101", "economic": "30101""#,
        ),
        (r#"{ "unit": "206001", "function": "2060102""#, r#"{ "unit": "999", "function": "2060102""#),
        (r#""counterparty": "206001""#, r#""counterparty": "999""#),
        ("\"unit\": \"206001\",\n        \"manager\"", "\"unit\": \"999\",\n        \"manager\""),
        (r#""income": [{ "unit": "206002""#, r#""income": [{ "unit": "999""#),
        (r#""year_end_carry_over": [{ "unit": "206002""#, r#""year_end_carry_over": [{ "unit": "999""#),
        (r#"{ "unit": "206001", "project": null"#, r#"{ "unit": "999", "project": null"#),
        (r#"{ "unit": "206001", "project": "QS206001""#, r#"{ "unit": "999", "project": "QS206001""#),
        (r#"{ "unit": "206002", "asset_class""#, r#"{ "unit": "999", "asset_class""#),
    ] {
        assert_eq!(codes(&good_with(old, new)), ["GK031"], "{old}");
    }
}

#[test]
fn only_a_file_of_one_unit_may_leave_the_unit_out() {
    let left_out = good_with(r#"{ "unit": "206001", "function": "2060102""#, r#"{ "function": "2060102""#);
    assert_eq!(codes(&left_out), ["GK030"]);
    assert_eq!(codes(&good_with(r#""income": [{ "unit": "206002""#, r#""income": [{ "unit": null"#)), ["GK030"]);
}

#[test]
fn codes_are_used_once_and_name_what_exists() {
    assert_eq!(codes(&good_with(r#""code": "206002""#, r#""code": "206001""#))[0], "GK032");
    assert_eq!(codes(&good_with(r#""project": "QS206001""#, r#""project": "QS206002""#)), ["GK034"]);
    let twice = good_with(
        "\"projects\": [\n",
        r#""projects": [ { "code": "QS206001", "name": "一", "category": "specific_target", "use": "二", "lines": [] }, "#,
    );
    assert_eq!(codes(&twice), ["GK033"]);
}

#[test]
fn previous_years_lie_before_and_occur_once() {
    assert_eq!(codes(&good_with(r#""year": 2021, "basis""#, r#""year": 2023, "basis""#)), ["GK036"]);
    assert_eq!(codes(&good_with(r#""year": 2021, "basis""#, r#""year": 2022, "basis""#)), ["GK037"]);
    assert_eq!(codes(&good_with(r#""basis": "budget", "file""#, r#""basis": "execution", "file""#)), ["GK038"]);
}

#[test]
fn lists_have_the_length_that_the_tables_can_print() {
    assert_eq!(codes(&good_with(r#"["效益指标"]"#, r#"["一", "二", "三"]"#)), ["GK019"]);
    assert_eq!(codes(&good_with(r#"["20", "40"]"#, r#"["20", "40", "60"]"#)), ["GK019"]);
    assert_eq!(codes(&good_with(r#"["公共服务", "科技", "科普"]"#, "[]")), ["GK019"]);
    assert!(codes("{ \"units\": [] }").contains(&"GK019"));
}

#[test]
fn null_means_absent_where_a_field_may_be_absent_and_nowhere_else() {
    for (old, new, expected) in [
        (r#""carried_over": true"#, r#""carried_over": null"#, None),
        (r#""duties": ["管理展览。"]"#, r#""duties": null"#, None),
        (r#""amount": "184560.00""#, r#""amount": null"#, Some("GK013")),
        (r#""functions": { "2060702": "1.00" }"#, r#""functions": { "2060702": null }"#, Some("GK013")),
        (r#""year": 2023"#, r#""year": null"#, Some("GK013")),
    ] {
        assert_eq!(codes(&good_with(old, new)).first().copied(), expected, "{new}");
    }
}

#[test]
fn keys_of_maps_are_judged() {
    assert_eq!(codes(&good_with(r#"{ "2060702": "1.00" }"#, r#"{ "206": "1.00" }"#)), ["GK015"]);
    assert_eq!(codes(&good_with(r#""totals": { "general_public_budget""#, r#""totals": { "unit_funds""#)), ["GK014"]);
}

#[test]
fn a_text_names_its_choice_by_the_chinese_term_too() {
    let faults = load("a.json", good_with("\"goods\"", "\"货物\"").as_bytes()).unwrap_err();
    assert_eq!(faults[0].hint.as_deref(), Some("是不是 \"goods\"（货物）？"));
}

#[test]
fn equal_lines_are_legal() {
    let line = r#"{ "unit": "206001", "function": "2060101", "economic": "30101", "fund": "general_public_budget", "amount": "184560.00" },"#;
    let document = load("a.json", good_with(line, &line.repeat(2)).as_bytes()).unwrap();
    assert_eq!(document.disclosure.lines.len(), 5);
}

#[test]
fn a_thousand_faults_are_listed_and_the_rest_is_counted() {
    let text = good_with("\"lines\": [", &format!("\"lines\": [{}", "1,".repeat(2_500)));
    let faults = load("a.json", text.as_bytes()).unwrap_err();
    assert_eq!(faults.len(), 1001);
    assert_eq!(faults[1000].message, "另有 1500 处错误没有列出");
}

#[test]
fn values_of_another_type_at_the_root_are_refused() {
    for text in ["[]", "1", "\"a\"", "null", "true"] {
        assert_eq!(codes(text), ["GK013"], "{text}");
    }
    assert_eq!(codes("{}"), ["GK011"; 8]);
    assert!(codes(GOOD).is_empty());
}

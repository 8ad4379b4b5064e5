use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::load::load;

const EXAMPLES: [&str; 2] =
    [include_str!("../../../data/420107-kexie-2023.json"), include_str!("../../../data/420107-shili-2024.json")];

fn kexie() -> Value {
    serde_json::from_str(EXAMPLES[0]).unwrap()
}

fn shili() -> Value {
    serde_json::from_str(EXAMPLES[1]).unwrap()
}

fn read(data: &Value) -> Disclosure {
    // What the loader refuses, such as a reference to a unit that was renamed, is compared all the same.
    serde_json::from_value(data.clone()).unwrap()
}

fn compare(old: &Value, new: &Value) -> Vec<FactChange> {
    facts(&read(old), &read(new))
}

/// Identity, old and new text.
fn told(changes: &[FactChange]) -> Vec<(String, Option<String>, Option<String>)> {
    let text = |side: &Option<Fact>| side.as_ref().map(|fact| fact.text.clone());
    changes.iter().map(|change| (change.identity.clone(), text(&change.old), text(&change.new))).collect()
}

fn altered(alter: impl FnOnce(&mut Value)) -> Vec<FactChange> {
    let mut data = kexie();
    alter(&mut data);
    compare(&kexie(), &data)
}

#[test]
fn the_examples_are_read_like_files() {
    for text in EXAMPLES {
        let loaded = load("data.json", text.as_bytes()).unwrap().disclosure;
        assert_eq!(loaded, read(&serde_json::from_str(text).unwrap()));
        assert_eq!(facts(&loaded, &loaded), []);
    }
}

#[test]
fn the_order_of_lines_and_records_is_no_change() {
    for data in [kexie(), shili()] {
        let mut reversed = data.clone();
        for list in ["lines", "units", "projects", "income", "procurement", "service_purchases", "previous_years"] {
            reversed.get_mut(list).and_then(Value::as_array_mut).into_iter().for_each(|list| list.reverse());
        }
        assert_eq!(told(&compare(&data, &reversed)), []);
    }
}

#[test]
fn a_line_may_be_split_or_spelled_otherwise() {
    let changes = altered(|data| {
        let lines = data["lines"].as_array_mut().unwrap();
        lines[0]["amount"] = json!("184560");
        lines[1]["amount"] = json!("200000");
        let mut rest = lines[1].clone();
        rest["amount"] = json!("16000.0");
        lines.push(rest);
        let mut nothing = lines[2].clone();
        (nothing["economic"], nothing["amount"]) = (json!("30215"), json!("0"));
        lines.push(nothing);
    });
    assert_eq!(told(&changes), []);
}

#[test]
fn what_may_be_left_out_may_be_stated() {
    let changes = altered(|data| {
        data["lines"][0]["unit"] = json!("206001");
        data["lines"][0]["carried_over"] = json!(false);
        data["projects"][0]["lines"][0]["unit"] = json!("206001");
        data["procurement"][0]["unit"] = json!("206001");
        data["scope"] = json!("department");
        data["three_public_counts"] = json!({ "vehicles_to_buy": 0, "vehicles_kept": 0 });
        data["subjects"]["economic"][0]["name"] = json!("公务员医疗补助缴费");
        data["absent"].as_object_mut().unwrap().remove("government_fund");
        data["units"][0]["staffing"]["retired"]["pre_1949_cadre"] = json!(0);
    });
    assert_eq!(told(&changes), []);
}

#[test]
fn a_corrected_amount_is_one_change_with_its_place() {
    let changes = altered(|data| data["lines"][5]["amount"] = json!("14500.00"));
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!(change.difference(), Some(Decimal::from(100)));
    assert_eq!(change.new.as_ref().unwrap().pointer.as_str(), "lines[5].amount");
    assert!(change.identity.starts_with("lines{,2060101,30201,"), "{}", change.identity);
}

#[test]
fn an_amount_under_another_code_went_and_came() {
    let changes = altered(|data| data["lines"][5]["economic"] = json!("30209"));
    let sides: Vec<_> = changes.iter().map(|change| (change.old.is_some(), change.new.is_some())).collect();
    assert_eq!(sides, [(false, true), (true, false)]);
}

#[test]
fn a_text_of_a_list_that_was_reworded_is_one_change() {
    let changes = altered(|data| {
        let duties = data["duties"].as_array_mut().unwrap();
        duties[1] = json!("团结和带领科技工作者服务全区创新发展。");
        duties.remove(4);
    });
    let sides: Vec<_> = changes.iter().map(|change| (change.old.is_some(), change.new.is_some())).collect();
    assert_eq!(sides, [(true, true), (true, false)]);
    let pointer = |fact: &Option<Fact>| fact.as_ref().unwrap().pointer.to_string();
    assert_eq!(pointer(&changes[0].old), "duties[1]");
    assert_eq!(pointer(&changes[1].old), "duties[4]");
}

#[test]
fn a_renamed_record_is_one_change() {
    let changes = altered(|data| data["projects"][0]["code"] = json!("QS206009"));
    assert_eq!(
        told(&changes),
        [("projects{QS206009}.code".to_owned(), Some("QS206001".to_owned()), Some("QS206009".to_owned()))]
    );
    let changes = altered(|data| data["procurement"][0]["catalogue"]["name"] = json!("打印纸"));
    assert_eq!(changes.len(), 1, "{changes:?}");
}

#[test]
fn a_record_that_is_gone_leaves_the_others_alone() {
    let mut data = shili();
    let first = data["projects"][0]["code"].as_str().unwrap().to_owned();
    data["projects"].as_array_mut().unwrap().remove(0);
    let changes = compare(&shili(), &data);
    assert!(!changes.is_empty());
    assert!(changes.iter().all(|change| change.new.is_none() && change.identity.contains(&first)), "{changes:#?}");
}

#[test]
fn of_equal_records_the_right_one_is_gone() {
    let mut data = kexie();
    let mut second = data["procurement"][0].clone();
    second["quantity"] = json!("5");
    data["procurement"].as_array_mut().unwrap().push(second);
    let mut without = data.clone();
    without["procurement"].as_array_mut().unwrap().remove(0);
    let changes = compare(&data, &without);
    assert!(changes.iter().all(|change| change.new.is_none()), "{changes:#?}");
}

#[test]
fn a_newly_stated_fact_is_a_change() {
    let changes = altered(|data| {
        data["units"][0]["internal_offices"] =
            json!([{ "name": "办公室", "also_named": "科学普及部" }, { "name": "学会部" }])
    });
    assert_eq!(
        told(&changes),
        [("units{206001}.internal_offices{学会部}.name".to_owned(), None, Some("学会部".to_owned()))]
    );
    let changes = altered(|data| data["income"] = json!([{ "fund": "government_fund", "amount": "0" }]));
    assert_eq!(changes.len(), 1, "{changes:?}");
}

/// Every value that is no object and no list, by its JSON pointer.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| leaves(value, &format!("{path}/{name}"), found));
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

/// Another value of the same type, as far as texts alone tell.
fn other(path: &str, value: &Value) -> Value {
    let choices: &[&str] = match path.rsplit('/').next().unwrap() {
        "fund" => &["fiscal_special_account", "superior_subsidy"],
        "nature" => &["personnel", "public"],
        "origin" => &["non_tax", "general_bond"],
        "level" => &["headquarters", "subordinate"],
        "kind" if path.contains("units") => &["other", "business"],
        "kind" => &["goods", "works"],
        "organisation" => &["centralized", "departmental"],
        "category" => &["specific_target", "other_operating"],
        "operator" => &[">=", "<="],
        "basis" if path.starts_with("/previous_years") => &["budget", "execution"],
        "coverage" => &["projects", "whole_budget"],
        "reason" if path.starts_with("/absent") => &["not_entitled", "none_this_year"],
        "published_on" | "as_of" | "date" => &["2021-01-01", "2021-01-02"],
        "starts" | "ends" => &["2021-01", "2021-02"],
        "scope" => &["department"],
        _ => &[],
    };
    match value {
        _ if !choices.is_empty() => json!(*choices.iter().find(|choice| value != **choice).unwrap_or(&choices[0])),
        Value::Bool(flag) => json!(!flag),
        Value::Number(number) => json!(number.as_u64().unwrap() + 1),
        Value::String(text) => {
            let bytes = text.as_bytes();
            match bytes.iter().rposition(u8::is_ascii_digit) {
                // A code, an amount, a phone: one digit becomes another.
                Some(at) if text.is_ascii() => {
                    let digit = if bytes[at] == b'7' { '8' } else { '7' };
                    json!(format!("{}{digit}{}", &text[..at], &text[at + 1..]))
                }
                _ => json!(format!("{text}又")),
            }
        }
        _ => unreachable!("{path}: {value}"),
    }
}

/// Where a change of a leaf is two: what an amount is for is no fact of its own, so that one amount goes and one comes.
fn is_two(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap();
    let summed = path.contains("lines/") || path.contains("income/") || path.contains("year_end_carry_over/");
    (summed || path.contains("funding/")) && name != "amount"
}

/// What both sides say, whichever of them is called old.
fn sides(changes: &[FactChange], swapped: bool) -> Vec<String> {
    let pair = |FactChange { old, new, .. }: &FactChange| match swapped {
        false => format!("{old:?} {new:?}"),
        true => format!("{new:?} {old:?}"),
    };
    let mut pairs: Vec<_> = changes.iter().map(pair).collect();
    pairs.sort();
    pairs
}

#[test]
fn every_leaf_of_the_examples_is_a_fact() {
    for data in [kexie(), shili()] {
        let old = read(&data);
        let mut paths = Vec::new();
        leaves(&data, "", &mut paths);
        assert!(paths.len() > 400);
        let mut members = BTreeSet::new();
        for (index, path) in paths.iter().enumerate() {
            let mut altered = data.clone();
            let place = altered.pointer_mut(path).unwrap();
            *place = other(path, place);
            let Ok(new) = serde_json::from_value::<Disclosure>(altered) else {
                assert!(path == "/format", "{path} has no other value");
                continue;
            };
            members.insert(path.rsplit('/').next().unwrap().to_owned());
            let changes = facts(&old, &new);
            if is_two(path) {
                assert!(changes.len() == 2, "{path}: {changes:#?}");
                let sum: Decimal = changes.iter().map(|change| change.difference().unwrap()).sum();
                assert!(sum.is_zero(), "{path}: {changes:#?}");
            } else {
                assert_eq!(changes.len(), 1, "{path}: {changes:#?}");
            }
            if index % 7 == 0 {
                assert_eq!(sides(&changes, false), sides(&facts(&new, &old), true), "{path}");
            }
        }
        assert!(members.len() > 40, "{members:?}");
    }
}

//! Names of subjects, terms, and the reasons of empty tables.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::line::Line;
use super::purchases::Purchases;

/// Names that the catalogue lacks; entered where they are used.
const FUNCTIONAL: &[(&str, &str)] =
    &[("22301", "解决历史遗留问题及改革成本支出"), ("2230105", "国有企业退休人员社会化管理补助支出")];
const ECONOMIC: &[(&str, &str)] = &[("399", "其他支出"), ("39999", "其他支出")];

/// Enters them into the data.
pub fn enter(shape: &Shape, agency: &Agency, lines: &[&Line], purchases: &Purchases, data: &mut Value) {
    let used = |code: &&(&str, &str)| {
        lines.iter().any(|line| line.function.starts_with(code.0) || line.economic.starts_with(code.0))
    };
    let named = |names: &[(&str, &str)]| -> Vec<Value> {
        names.iter().filter(used).map(|(code, name)| json!({ "code": code, "name": name })).collect()
    };
    let functional: Vec<Value> = named(agency.field.subjects).into_iter().chain(named(FUNCTIONAL)).collect();
    let economic = named(ECONOMIC);
    let mut subjects = json!({});
    for (key, list) in [("functional", functional), ("economic", economic)] {
        if !list.is_empty() {
            subjects[key] = json!(list);
        }
    }
    if subjects.as_object().is_some_and(|members| !members.is_empty()) {
        data["subjects"] = subjects;
    }
    if shape.government_fund && lines.iter().any(|line| line.function == "2296002") {
        data["glossary"] = json!({ "extra": [{
            "term": "彩票公益金",
            "text": "指按照规定比例从彩票发行销售收入中提取，专项用于社会福利、体育等社会公益事业的资金。",
        }] });
    }
    let mut absent = BTreeMap::new();
    for table in purchases.absent() {
        absent.insert(table, "none_this_year");
    }
    if !lines.iter().any(|line| line.fund == "government_fund") {
        absent.insert("government_fund", "no_budget");
    }
    let three_public = |line: &&&Line| matches!(line.economic, "30212" | "30217" | "30231" | "31013");
    if !lines.iter().any(|line| three_public(&line)) {
        absent.insert("three_public", "no_budget");
    }
    if data["projects"].as_array().is_none_or(Vec::is_empty) {
        absent.insert("projects", "none_this_year");
        absent.insert("project_performance", "none_this_year");
    }
    if !absent.is_empty() {
        let entry = |(table, reason): (&&str, &&str)| ((*table).to_owned(), json!({ "reason": reason }));
        data["absent"] = Value::Object(absent.iter().map(entry).collect());
    }
}

//! What the values of a form are called.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::derive::report::{Body, Table};

/// Longest name of an element that is told, in characters.
const LONGEST: usize = 24;

/// How a form names the value of a member.
fn word(member: &str) -> Option<&'static str> {
    Some(match member {
        "income" => "收入构成",
        "expenditure" => "支出构成",
        "costs" => "成本测算",
        "history" => "以前年度预算与执行",
        "indicators" => "绩效指标",
        "total_budget" => "项目总预算",
        "amount" => "本年预算",
        "share" => "占比（%）",
        "fiscal" => "当年财政拨款",
        "carried_over" => "上年结转",
        "other" => "其他资金",
        "budget" => "预算数",
        "executed" => "执行数",
        "basis" => "依据",
        "implementation" => "实施方案",
        "purpose" => "主要支出方向和用途",
        "long_term_goal" => "长期绩效目标",
        "annual_goal" => "年度绩效目标",
        "annual_tasks" => "年度工作任务",
        "duties_summary" => "部门职能概述",
        "target" => "目标值",
        "phone" => "联系电话",
        _ => return None,
    })
}

/// The words of `key` of a row of 总体资金情况.
fn key_word(key: &str) -> &str {
    match key {
        "fiscal" => "财政拨款",
        "other" => "其他",
        "total" => "合计",
        "basic" => "基本支出",
        "project" => "项目支出",
        "other_and_carry_over" => "其他支出",
        other => other,
    }
}

/// What a text of a form is called, by its id: `tables.project_performance.forms{…}.costs{item}.basis`.
pub(super) fn described(id: &str) -> String {
    let inner = id.split_once(".forms{").and_then(|(_, rest)| rest.split_once("}.")).map(|(_, rest)| rest);
    let inner = inner.or_else(|| id.split_once(".form.").map(|(_, rest)| rest)).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for part in inner.split_inclusive('}') {
        let (members, key) = part.trim_start_matches('.').split_once('{').unwrap_or((part, ""));
        for member in members.split(['.', '[']).filter(|member| !member.is_empty()) {
            // The amount of a cost is the cost's.
            let bare = member == "amount" && !names.is_empty();
            names.extend(word(member).filter(|_| !bare).map(str::to_owned));
        }
        // Of a key of several names the last is the element's own; a text that names itself says nothing more.
        let own = key.trim_end_matches('}').rsplit(',').next().unwrap_or_default();
        if !own.is_empty() && own.chars().count() <= LONGEST {
            names.push(own.to_owned());
        }
    }
    names.join("　")
}

/// The names of all figures of a form, by id.
pub(super) fn names(table: &Table) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let key = table.kind.key();
    let value = |form: serde_json::Result<Value>| form.unwrap_or_default();
    match &table.body {
        Body::Grid { .. } => {}
        Body::DepartmentForm(form) => collect(key, &value(serde_json::to_value(form)), &[], &mut found),
        Body::ProjectForms { forms } => {
            for form in forms {
                let path = format!("{key}/{}", form.code);
                collect(&path, &value(serde_json::to_value(form)), &[], &mut found);
            }
        }
    }
    found
}

fn collect(path: &str, value: &Value, names: &[String], found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(id)), Some(_), 2) = (members.get("id"), members.get("text"), members.len()) {
                found.insert(id.clone(), names.join("　"));
                return;
            }
            let own = ["item", "name", "key", "year"].iter().find_map(|name| members.get(*name));
            let own = own.map(|own| own.as_str().map_or_else(|| format!("{own}年"), |text| key_word(text).to_owned()));
            for (name, value) in members {
                let mut names: Vec<String> = names.to_vec();
                // The form of the department bears the department's name.
                names.extend(own.clone().filter(|_| path.contains(['/', '['])));
                // The amount of a row is the row's.
                let bare = name == "amount" && members.contains_key("share");
                names.extend(word(name).filter(|_| !bare).map(str::to_owned));
                collect(&format!("{path}.{name}"), value, &names, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(&format!("{path}[{index}]"), item, names, found);
            }
        }
        _ => {}
    }
}

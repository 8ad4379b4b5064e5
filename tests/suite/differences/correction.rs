//! One amount of the source document corrected: 办公费 of 行政运行, 100 元 more.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::pages::{by_reader, by_tool, pdf};
use super::state;
use crate::command_line::Desk;
use crate::common::disclosures::kexie;

fn corrected() -> Value {
    let mut data = kexie();
    let amount = &mut data["lines"][5]["amount"];
    assert_eq!(*amount, json!("14400.00"));
    *amount = json!("14500.00");
    data
}

fn told() -> Value {
    let desk = Desk::new();
    desk.put_data("old.json", &kexie()).put_data("new.json", &corrected());
    let run = desk.run(&["diff", "old.json", "new.json", "--format", "json"]);
    serde_json::from_str(&run.ends_with(1).out).unwrap()
}

/// Old and new texts of the leaves that differ between two reports of one shape; keys and ids are the same.
fn leaves(old: &Value, new: &Value, found: &mut Vec<(String, String)>) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            assert!(old.keys().eq(new.keys()));
            old.values().zip(new.values()).for_each(|(old, new)| leaves(old, new, found));
        }
        (Value::Array(old), Value::Array(new)) => {
            assert_eq!(old.len(), new.len());
            old.iter().zip(new).for_each(|(old, new)| leaves(old, new, found));
        }
        (Value::String(old), Value::String(new)) if old != new => found.push((old.clone(), new.clone())),
        _ => assert_eq!(old, new),
    }
}

#[test]
fn exactly_that_fact_is_told() {
    let told = told();
    let [fact] = told["facts"].as_array().unwrap().as_slice() else { panic!("{}", told["facts"]) };
    assert_eq!(fact["path"], "lines[5].amount");
    assert_eq!((&fact["old"], &fact["new"]), (&json!("14400.00"), &json!("14500.00")));
    assert_eq!(fact["difference"], "100.00");
    assert_eq!(fact["place"]["file"], "new.json");
    let file = format!("{:#}", corrected());
    let line = file.lines().nth(usize::try_from(fact["place"]["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
    assert!(line.contains("\"amount\": \"14500.00\""), "{line}");
    assert_eq!(told["same"], false);
    assert_eq!(told["format"], "gongkai-diff/1");
}

#[test]
fn exactly_the_figures_that_differ_between_the_reports_are_told() {
    let told = told();
    let mut told: Vec<(String, String)> = told["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| (figure["old"].as_str().unwrap().to_owned(), figure["new"].as_str().unwrap().to_owned()))
        .collect();
    let report = |data: &Value| serde_json::to_value(state(data).unwrap().report).unwrap();
    let mut expected = Vec::new();
    leaves(&report(&kexie()), &report(&corrected()), &mut expected);
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}

/// What depends on the line by the rules of the form, listed by hand.
fn by_hand() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut table = |kind: &str, rows: &[&str], columns: &[&str]| {
        for (row, column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
            ids.insert(format!("tables.{kind}.rows{{{row}}}.{column}"));
        }
    };
    let income = ["income.general_public_budget", "income.subtotal", "income.total"];
    table("income_expenditure", &income, &["income.amount"]);
    table("income", &["206", "206001", "total"], &["total", "current", "current.general_public_budget"]);
    let functions = ["206", "20601", "2060101", "total"];
    table("expenditure", &functions, &["total", "basic"]);
    let income = ["income.current", "income.current.general_public_budget", "income.total"];
    table("fiscal_income_expenditure", &income, &["income.amount"]);
    table("general_public_budget", &functions, &["total", "basic", "public"]);
    table("basic", &["302", "30201", "total"], &["total", "public"]);
    // The right-hand panels.
    for (kind, sum) in [("income_expenditure", "subtotal"), ("fiscal_income_expenditure", "current")] {
        for row in ["206", sum, "total"] {
            ids.insert(format!("tables.{kind}.rows.1{{expenditure.{row}}}.expenditure.amount"));
        }
    }
    // In 万元: 192.829936 → 192.839936, 138.829936 → 138.839936, 10.36156 → 10.37156. No share and no percentage moves.
    ids.extend(
        [
            "department_performance.expenditure.basic.amount",
            "department_performance.expenditure.total.amount",
            "department_performance.income.fiscal.amount",
            "department_performance.income.total.amount",
            "total",
            "total.change.amount",
            "income.general_public_budget.amount",
            "income.total",
            "expenditure.basic.amount",
            "expenditure.total",
            "fiscal.total",
            "fiscal.expenditure.basic",
            "fiscal.income.general_public_budget",
            "general_public_budget.total",
            "general_public_budget.change.amount",
            "general_public_budget.basic",
            "basic.total",
            "basic.public",
            "operating_cost",
            "performance.general_public_budget",
        ]
        .map(str::to_owned),
    );
    ids
}

#[test]
fn they_are_the_figures_listed_by_hand() {
    let told = told();
    let told = told["figures"].as_array().unwrap();
    let ids: BTreeSet<_> = told.iter().map(|figure| figure["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), told.len());
    assert_eq!(ids, by_hand());
}

#[test]
fn exactly_the_pages_whose_text_differs_are_told() {
    let told = told();
    let told: Vec<usize> = serde_json::from_value(told["pages"]["changed"].clone()).unwrap();
    let [old, new] = [kexie(), corrected()].map(|data| pdf(&state(&data).unwrap()));
    assert_eq!(told, by_reader(&old, &new));
    if let Some(pages) = by_tool(&old, &new) {
        assert_eq!(told, pages);
    }
}

#[test]
fn every_figure_is_on_the_pages_that_are_told_of_it() {
    let told = told();
    let document = state(&corrected()).unwrap();
    let layout = pipeline_layout(&document);
    let mut pages = BTreeSet::new();
    for figure in told["figures"].as_array().unwrap() {
        let on: Vec<usize> = serde_json::from_value(figure["pages"].clone()).unwrap();
        assert!(!on.is_empty(), "{figure}");
        for page in on {
            assert!(layout[page - 1].contains(figure["new"].as_str().unwrap()), "{figure} is not on page {page}");
            pages.insert(page);
        }
        assert!(!figure["where"]["headings"].as_array().unwrap().is_empty(), "{figure}");
    }
    let changed: BTreeSet<usize> = serde_json::from_value(told["pages"]["changed"].clone()).unwrap();
    assert_eq!(pages, changed);
    let section = |id: &str| {
        let figure = told["figures"].as_array().unwrap().iter().find(|figure| figure["id"] == id).unwrap();
        figure["where"]["headings"].clone()
    };
    assert_eq!(section("basic.public"), json!(["六、一般公共预算基本支出安排情况"]));
    assert_eq!(section("operating_cost"), json!(["九、其他重要事项的情况说明", "（一）机关运行经费情况"]));
}

fn pipeline_layout(state: &gongkai::pipeline::State) -> Vec<String> {
    let layout = crate::common::disclosures::pipeline().typeset(&state.report).unwrap().layout;
    gongkai::compare::page_texts(&layout)
}

//! The shipped data files, altered as a test needs, and what comes of them.

use std::sync::OnceLock;

use gongkai::check::Selection;
use gongkai::derive::report::{Report, Table};
use gongkai::diagnostic::{Diagnostic, Severity};
use gongkai::load::{self, Document};
use gongkai::model::{Scope, TableKind};
use gongkai::pipeline::{Failure, Pipeline, Stages};
use serde_json::{Value, json};

use super::printed::Printed;

/// The name that faults give to the data of a test.
pub const NAME: &str = "data.json";

/// The source document's data.
pub fn kexie() -> Value {
    serde_json::from_str(include_str!("../../../data/420107-kexie-2023.json")).unwrap()
}

/// The invented department of three units with every hard case.
pub fn shili() -> Value {
    serde_json::from_str(include_str!("../../../data/420107-shili-2024.json")).unwrap()
}

/// Templates and fonts of this build, shared by all tests.
pub fn pipeline() -> &'static Pipeline {
    static PIPELINE: OnceLock<Pipeline> = OnceLock::new();
    PIPELINE.get_or_init(|| Pipeline::new(None, Vec::new()).unwrap())
}

/// The data as a person would have them in a file, a line a member.
pub fn text(data: &Value) -> String {
    format!("{data:#}")
}

pub fn try_load(data: &Value) -> Result<Document, Vec<Diagnostic>> {
    load::load(NAME, text(data).as_bytes())
}

pub fn load(data: &Value) -> Document {
    try_load(data).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The report of the scope that the data state.
pub fn derive(data: &Value) -> Report {
    report(&load(data), None)
}

pub fn derive_unit(data: &Value, code: &str) -> Report {
    report(&load(data), Some(&unit(code)))
}

fn unit(code: &str) -> Scope {
    Scope::Unit(code.parse().unwrap())
}

fn report(document: &Document, scope: Option<&Scope>) -> Report {
    pipeline().report(document, scope).unwrap_or_else(|failure| panic!("{failure:#?}"))
}

/// The document as it is printed.
pub fn print(data: &Value) -> Printed {
    try_print(data).unwrap_or_else(|failure| panic!("{failure:#?}"))
}

pub fn print_unit(data: &Value, code: &str) -> Printed {
    let document = load(data);
    let report = report(&document, Some(&unit(code)));
    Printed::of(&pipeline().typeset(&report).unwrap_or_else(|failure| panic!("{failure:#?}")).layout)
}

/// The document as it is printed, or why there is none that may be published: faults, and what the pages spoil.
pub fn try_print(data: &Value) -> Result<Printed, Failure> {
    let document = try_load(data).map_err(Failure::Findings)?;
    let (mut judged, made) = pipeline().judge(&document, None, &of_pages(), Stages::Layout)?;
    judged.findings.retain(|finding| finding.severity == Severity::Error);
    if judged.has_errors() {
        return Err(Failure::Findings(judged.findings));
    }
    Ok(Printed::of(&made.unwrap().typeset.unwrap().layout))
}

/// The rules that read pages.
pub fn of_pages() -> Selection {
    Selection { select: vec!["GK6".to_owned()], ignore: Vec::new() }
}

pub fn table(report: &Report, kind: TableKind) -> &Table {
    report.tables.iter().find(|table| table.kind == kind).unwrap()
}

/// Leaves a member out, if it is there.
pub fn remove(data: &mut Value, key: &str) {
    data.as_object_mut().unwrap().remove(key);
}

/// Adds a line outside projects.
pub fn add_line(data: &mut Value, function: &str, economic: &str, fund: &str, amount: &str) {
    push(data, "lines", json!({"function": function, "economic": economic, "fund": fund, "amount": amount}));
}

/// Adds an element to a list of the data, which may be absent.
pub fn push(data: &mut Value, list: &str, element: Value) {
    let list = data.as_object_mut().unwrap().entry(list).or_insert_with(|| json!([]));
    list.as_array_mut().unwrap().push(element);
}

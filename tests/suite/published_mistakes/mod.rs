//! F01 to F28 of domain.md f.2: the mistakes of twelve published documents, each built again from our facts.
//!
//! Either the checks find it, or the facts have no place for it: then the test shows what is printed instead.

mod amounts;
mod changes;
mod notes;
mod subjects;
mod texts;

use std::collections::BTreeSet;

use gongkai::check::Selection;
use gongkai::derive::report::Report;
use gongkai::pipeline::Stages;
use serde_json::Value;

use crate::common::disclosures::{pipeline, try_load};
use crate::common::documents::figures_of;

/// Codes of everything that is said of the data and of the department's document.
fn codes(data: &Value) -> BTreeSet<&'static str> {
    let document = match try_load(data) {
        Ok(document) => document,
        Err(faults) => return faults.iter().map(|fault| fault.code).collect(),
    };
    let all = Selection::default();
    let mut judged = pipeline().judge_facts(&document, &all).unwrap();
    judged.append(pipeline().judge(&document, None, &all, Stages::Report).unwrap().0);
    judged.findings.iter().map(|finding| finding.code).collect()
}

/// The mistake is found by the rule of that code, which has nothing to say without it.
#[track_caller]
fn is_found(sound: &Value, code: &str, mistake: impl FnOnce(&mut Value)) {
    assert!(!codes(sound).contains(code), "{code} before the mistake");
    let mut data = sound.clone();
    mistake(&mut data);
    let found = codes(&data);
    assert!(found.contains(code), "{code} is not among {found:?}");
}

/// The text of a figure, wherever the report prints it.
fn figure(report: &Report, id: &str) -> Option<String> {
    let figures = figures_of(&serde_json::to_value(report).unwrap());
    figures.into_iter().find(|(known, _)| known == id).map(|(_, text)| text)
}

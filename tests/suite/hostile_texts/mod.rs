//! Texts that would be markup, would not fit, or cannot be printed: printed literally or refused, never evaluated.

mod literal;
mod long;
mod refused;

use gongkai::diagnostic::Diagnostic;
use gongkai::pipeline::Failure;
use serde_json::Value;

use crate::common::disclosures::{kexie, try_print};
use crate::common::printed::Printed;

/// Where people write freely: running text, table cells, forms, captions.
const PLACES: &[&str] = &[
    "/duties/0",
    "/projects/0/use",
    "/reasons/total",
    "/projects/0/name",
    "/projects/0/plan/basis",
    "/projects/0/plan/annual_goal",
    "/projects/0/plan/costs/0/item",
    "/projects/0/plan/indicators/0/name",
    "/units/0/name",
    "/units/0/internal_offices/0/name",
    "/agency/name",
    "/agency/full_name",
    "/procurement/0/catalogue/name",
    "/performance/duties_summary",
    "/performance/annual_tasks/0",
    "/performance/goals/0",
    "/performance/last_year_results/0/goal",
    "/performance/last_year_results/0/result",
    "/subjects/economic/1/short_name",
    "/absent/three_public/note",
    "/glossary/extra/0/term",
    "/glossary/extra/0/text",
];

/// The source document's data with members at all places.
fn data() -> Value {
    let mut data = kexie();
    data["absent"]["three_public"]["note"] = "注：无。".into();
    data["glossary"]["extra"] = serde_json::json!([{"term": "名词", "text": "解释。"}]);
    data
}

/// The data with a text at a place.
fn with(place: &str, text: &str) -> Value {
    let mut data = data();
    *data.pointer_mut(place).unwrap_or_else(|| panic!("no {place}")) = text.into();
    data
}

/// What became of it: pages, or faults of the data.
fn outcome(data: &Value) -> Result<Printed, Vec<Diagnostic>> {
    match try_print(data) {
        Ok(printed) => Ok(printed),
        Err(Failure::Findings(faults)) => Err(faults),
        Err(failure) => panic!("a fault of the program: {failure:#?}"),
    }
}

fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

//! Random corrections of the examples and of invented bodies.

use gongkai::compare::{FactChange, FigureChange};
use gongkai::pipeline::{Difference, State};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::pages::{by_reader, by_tool, pdf};
use super::{difference, state};
use crate::bodies::Shape;
use crate::bodies::chance::Chance;
use crate::common::disclosures::{kexie, shili};

/// What is corrected: the examples and invented departments.
fn bases() -> Vec<Value> {
    let bodies = [3, 17, 58].map(|seed| Shape { lines: 60, ..Shape::of(seed) }.body());
    [kexie(), shili()].into_iter().chain(bodies).collect()
}

/// Members that a correction may be of: amounts, texts, counts.
const AMOUNTS: &[&str] = &["amount", "unit_price", "budget", "executed", "total", "basic", "project"];
const TEXTS: &[&str] = &["name", "use", "basis", "item", "implementation", "annual_goal", "result", "long_term_goal"];
const COUNTS: &[&str] = &["ordinary", "administrative", "quantity", "vehicles_kept", "equipment_over_1m", "emergency"];

/// JSON pointers to all that may be corrected.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}/{name}");
                let listed = [AMOUNTS, TEXTS, COUNTS].iter().any(|list| list.contains(&name.as_str()));
                if listed && !value.is_object() && !value.is_array() {
                    found.push(path);
                } else {
                    places(value, &path, found);
                }
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, &format!("{path}/{at}"), found));
        }
        // Texts of lists: duties, goals, tasks.
        Value::String(_) if ["/duties/", "/goals/", "/annual_tasks/"].iter().any(|list| path.contains(list)) => {
            found.push(path.to_owned());
        }
        _ => {}
    }
}

/// Corrects one to four values, and now and then takes a record away or turns a list round.
fn corrected(data: &Value, chance: &mut Chance) -> Value {
    let mut data = data.clone();
    let mut found = Vec::new();
    places(&data, "", &mut found);
    for _ in 0..chance.between(1, 4) {
        let path = &found[chance.index(found.len())];
        let Some(value) = data.pointer_mut(path) else { continue };
        let name = path.rsplit('/').next().unwrap();
        *value = if AMOUNTS.contains(&name) {
            json!(format!("{}.{:02}", chance.between(0, 900_000), chance.between(0, 99)))
        } else if value.is_number() {
            json!(chance.between(0, 40))
        } else if COUNTS.contains(&name) {
            json!(chance.between(1, 90).to_string())
        } else {
            json!(format!("{}更正{}", value.as_str().unwrap(), chance.between(1, 9)))
        };
    }
    if chance.once_in(3) {
        let list =
            chance.pick(&["lines", "procurement", "service_purchases", "asset_acquisitions", "duties", "projects"]);
        if let Some(list) = data.get_mut(list).and_then(Value::as_array_mut).filter(|list| list.len() > 1) {
            if chance.once_in(2) { list.reverse() } else { drop(list.remove(0)) }
        }
    }
    data
}

/// A base and two corrections of it that give documents.
fn cases(count: u64, part: &str) -> Vec<(State, State)> {
    let bases = bases();
    let mut cases = Vec::new();
    for seed in 0..count {
        let mut chance = Chance::new(seed, part);
        let base = &bases[usize::try_from(seed).unwrap() % bases.len()];
        let once = corrected(base, &mut chance);
        let twice = if chance.once_in(2) { base.clone() } else { corrected(base, &mut chance) };
        cases.extend(state(&once).zip(state(&twice)));
    }
    // What the rules of derivation refuse is no document; most are none of it.
    assert!(cases.len() as u64 * 2 > count, "{} of {count}", cases.len());
    cases
}

fn is_empty(difference: &Difference) -> bool {
    difference.facts.as_ref().unwrap().is_empty() && difference.figures.is_empty()
}

/// What a difference says, sides in their order or swapped.
fn said(difference: &Difference, swapped: bool) -> Vec<String> {
    let told = |old: String, new: String, by: Option<Decimal>| {
        let by = by.map(|by| if swapped { -by } else { by }.normalize());
        if swapped { format!("{new} | {old} | {by:?}") } else { format!("{old} | {new} | {by:?}") }
    };
    let fact =
        |change: &FactChange| told(format!("{:?}", change.old), format!("{:?}", change.new), change.difference());
    let printed = |side: &Option<gongkai::compare::Printed>| {
        side.as_ref().map_or(String::new(), |printed| format!("{} {:?}", printed.text, printed.site))
    };
    let figure = |change: &FigureChange| told(printed(&change.old), printed(&change.new), change.difference());
    let facts = difference.facts.as_ref().unwrap().iter().map(|found| fact(&found.change));
    let mut all: Vec<_> = facts.chain(difference.figures.iter().map(|found| figure(&found.change))).collect();
    all.sort();
    all
}

#[test]
fn a_state_does_not_differ_from_itself() {
    for base in bases() {
        let state = state(&base).unwrap();
        let found = difference(&state, &state, true);
        assert!(found.is_empty() && found.warnings.is_empty());
        assert!(found.pages.unwrap().new_count > 10);
    }
    for (once, _) in cases(40, "itself") {
        assert!(is_empty(&difference(&once, &once, false)));
    }
}

#[test]
fn there_and_back_the_sides_are_swapped() {
    let mut changed = 0;
    for (index, (old, new)) in cases(150, "swapped").iter().enumerate() {
        let (there, back) = (difference(old, new, false), difference(new, old, false));
        assert_eq!(said(&there, false), said(&back, true), "case {index}");
        assert_eq!(old.report == new.report, there.figures.is_empty() && back.figures.is_empty(), "case {index}");
        changed += usize::from(!is_empty(&there));
    }
    assert!(changed > 100, "{changed}");
}

#[test]
fn the_pages_told_are_those_whose_text_differs() {
    for (index, (old, new)) in cases(5, "pages").iter().enumerate() {
        let (there, back) = (difference(old, new, true), difference(new, old, true));
        let (pages, returned) = (there.pages.as_ref().unwrap(), back.pages.as_ref().unwrap());
        let (before, after) = (pdf(old), pdf(new));
        assert_eq!(pages.changed, by_reader(&before, &after), "case {index}");
        assert_eq!(returned.changed, by_reader(&after, &before), "case {index}, back");
        assert_eq!((pages.old_count, pages.new_count), (returned.new_count, returned.old_count));
        if let Some(found) = by_tool(&before, &after) {
            assert_eq!(pages.changed, found, "case {index}, pdftotext");
        }
        // Whatever is told of a figure's pages is a page that differs, as long as the document has it.
        for located in there.figures.iter().filter(|located| located.change.new.is_some()) {
            assert!(!located.place.pages.is_empty(), "case {index}: {located:?}");
            assert!(located.place.pages.iter().any(|page| pages.changed.contains(page)), "case {index}: {located:?}");
        }
    }
}

//! The examples of the manual pages, run.

use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use super::super::{Example, Facts, Outcome, Pages, RULES, Reads, Rule, Selection, Spot, Step};
use crate::diagnostic::Severity;
use crate::load;
use crate::model::Pointer;
use crate::pipeline::Pipeline;
use crate::reference::Region;

/// Templates and fonts, read once.
pub(in crate::check) fn pipeline() -> &'static Pipeline {
    static PIPELINE: OnceLock<Pipeline> = OnceLock::new();
    PIPELINE.get_or_init(|| Pipeline::new(None, Vec::new()).unwrap())
}

pub(in crate::check) fn data(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.json"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The place that `path` names, made of objects where it is missing.
fn at<'v>(root: &'v mut Value, path: &str) -> &'v mut Value {
    let mut here = root;
    let mut rest = path;
    while !rest.is_empty() {
        if let Some((index, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            here = &mut here[index.parse::<usize>().unwrap()];
            rest = after.strip_prefix('.').unwrap_or(after);
            continue;
        }
        // The keys of `reasons` hold dots themselves.
        let end = if path.len() - rest.len() == "reasons.".len() && path.starts_with("reasons.") {
            rest.len()
        } else {
            rest.find(['.', '[']).unwrap_or(rest.len())
        };
        here = &mut here[&rest[..end]];
        rest = rest[end..].strip_prefix('.').unwrap_or(&rest[end..]);
    }
    here
}

pub(super) fn apply(root: &mut Value, step: &Step) {
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    match step {
        Step::Set(path, value) => *at(root, path) = json(value),
        Step::Append(path, value) => {
            let list = at(root, path);
            if list.is_null() {
                *list = Value::Array(Vec::new());
            }
            list.as_array_mut().unwrap_or_else(|| panic!("{path} is no list")).push(json(value));
        }
        Step::Remove(path) => {
            if let Some(element) = path.strip_suffix(']') {
                let (list, index) = element.rsplit_once('[').unwrap();
                at(root, list).as_array_mut().unwrap().remove(index.parse().unwrap());
            } else {
                let (object, name) = path.rsplit_once('.').unwrap_or(("", path));
                at(root, object).as_object_mut().unwrap().remove(name).unwrap_or_else(|| panic!("no {path}"));
            }
        }
    }
}

/// What the rule alone says of an example.
pub(super) fn judged(rule: &'static Rule, example: &Example) -> Outcome {
    judged_in(|_| (), rule, example)
}

/// The same in a region that `change` makes of the example's.
fn judged_in(change: impl FnOnce(&mut Region), rule: &'static Rule, example: &Example) -> Outcome {
    let mut root = data(&example.data);
    example.steps.iter().for_each(|step| apply(&mut root, step));
    let text = serde_json::to_string_pretty(&root).unwrap();
    let document = load::load("example.json", text.as_bytes())
        .unwrap_or_else(|faults| panic!("{}: the example does not load: {faults:#?}", rule.code.id));
    let pipeline = pipeline();
    let mut region = Region::clone(&pipeline.region(&document, document.disclosure.scope.kind()).unwrap());
    change(&mut region);
    let catalogue = crate::reference::Catalogue::for_year(document.disclosure.year).unwrap();
    let facts = Facts::new(&document.disclosure, &region, catalogue);
    let only = Selection { select: vec![rule.code.id.to_owned()], ignore: Vec::new() };
    let report = || pipeline.report(&document, None).unwrap();
    let outcome = match rule.reads {
        Reads::Facts(_) => super::super::facts(&facts, &only),
        Reads::Report(_) => super::super::report(&facts, Ok(&report()), &only),
        Reads::Layout(_) => {
            let report = report();
            let typeset = pipeline.typeset(&report).unwrap();
            super::super::layout(Ok(&Pages { facts: &facts, report: &report, layout: &typeset.layout }), &only)
        }
        Reads::Batch(_) => panic!("a batch has no example in one file"),
    };
    for finding in &outcome.findings {
        // A place that the data lack would show the bracket around it.
        let pointers = [&finding.spot].into_iter().chain(finding.labels.iter().map(|(spot, _)| spot));
        for spot in pointers {
            if let Spot::Value(pointer) | Spot::Within(pointer, _) = spot {
                assert!(document.has(pointer) || *pointer == Pointer::root(), "{}: no {pointer}", rule.code.id);
            }
        }
    }
    outcome
}

/// What the rule `id` alone says after the steps of an example, for the tests of one rule.
pub(in super::super) fn outcome(id: &str, data: &str, steps: &[&str]) -> Outcome {
    outcome_in(|_| (), id, data, steps)
}

/// The same in a region that `change` makes of the data's; for rules that read facts.
pub(in super::super) fn outcome_in(change: impl FnOnce(&mut Region), id: &str, data: &str, steps: &[&str]) -> Outcome {
    let rule = RULES.iter().find(|rule| rule.code.id == id).unwrap();
    let steps = steps.iter().map(|step| Step::parse(step).unwrap()).collect();
    judged_in(change, rule, &Example { bad: true, data: data.to_owned(), steps })
}

/// How grave its findings are: `error`, `warning`.
pub(in super::super) fn severities(id: &str, data: &str, steps: &[&str]) -> Vec<Severity> {
    outcome(id, data, steps).findings.iter().map(|finding| finding.severity).collect()
}

#[test]
fn the_shipped_data_have_no_finding() {
    for rule in RULES.iter().filter(|rule| matches!(rule.reads, Reads::Facts(_) | Reads::Report(_))) {
        for data in ["420107-kexie-2023", "420107-shili-2024"] {
            let example = Example { bad: false, data: data.to_owned(), steps: Vec::new() };
            assert!(judged(rule, &example).findings.is_empty(), "{} {data}", rule.code.id);
        }
    }
}

#[test]
fn every_rule_finds_its_bad_examples_and_nothing_in_its_good_ones() {
    hold(|rule| !matches!(rule.reads, Reads::Batch(_) | Reads::Layout(_)), true);
}

/// What the templates alone can spoil has examples in words only.
#[test]
fn every_rule_of_pages_that_data_can_break_does_so_too() {
    hold(|rule| matches!(rule.reads, Reads::Layout(_)), false);
}

fn hold(wanted: impl Fn(&Rule) -> bool, needs_examples: bool) {
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| wanted(rule)) {
        let manual = rule.manual();
        // What no data can show is described, and tested in the rule's own way.
        if manual.examples.is_empty() && !manual.described.is_empty() {
            continue;
        }
        for bad in [true, false] {
            let has = manual.examples.iter().any(|example| example.bad == bad && !example.steps.is_empty());
            let needed = needs_examples || !manual.examples.is_empty();
            if needed && !has {
                wrong.push(format!("{} has no example that is {}", rule.code.id, if bad { "有误" } else { "无误" }));
            }
        }
        for (index, example) in manual.examples.iter().enumerate() {
            let outcome = judged(rule, example);
            if outcome.findings.is_empty() == example.bad {
                wrong.push(format!("{} example {}: {:#?}", rule.code.id, index + 1, outcome.findings));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_registry_is_in_order_and_complete() {
    assert!(RULES.is_sorted_by(|before, after| before.code.id < after.code.id));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    let files = std::fs::read_dir(folder).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name().into_string().unwrap();
        name.ends_with(".rs") && name != "mod.rs"
    });
    assert_eq!(files.count(), RULES.len(), "a file that is no rule, or a rule that is not listed");
    for rule in RULES {
        let manual = rule.manual();
        let id = rule.code.id;
        assert!(id.len() == 5 && id.starts_with("GK") && ('1'..='7').contains(&id.chars().nth(2).unwrap()), "{id}");
        assert!(!manual.checked.trim().is_empty() && !manual.basis.trim().is_empty(), "{id} lacks a section");
        assert!(crate::diagnostic::code::title(id).is_none(), "{id} is a fault's");
    }
}

//! Documents in which nothing is wrong: the checks have nothing to say.

use gongkai::check::Selection;
use gongkai::load::{self, Document};
use gongkai::model::Scope;
use gongkai::pipeline::Stages;
use serde_json::Value;

use crate::bodies::Shape;
use crate::common::disclosures::pipeline;

/// Seeds of the departments at random; some more were tried by hand.
const SEEDS: std::ops::Range<u64> = 0..60;

fn load(name: &str, data: &Value) -> Document {
    load::load(name, &serde_json::to_vec_pretty(data).unwrap()).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"))
}

/// Everything that is said of the file and of its documents: its own scope, and each of its units.
fn said(name: &str, data: &Value, stages: Stages) -> Vec<String> {
    let document = load(name, data);
    let all = Selection::default();
    let mut judged = pipeline().judge_facts(&document, &all).unwrap();
    let units = document.disclosure.units.iter().map(|unit| Scope::Unit(unit.code.clone()));
    // Of very many units a few stand for the others.
    for scope in [None].into_iter().chain(units.take(4).map(Some)) {
        let (of_document, made) = pipeline().judge(&document, scope.as_ref(), &all, stages).unwrap();
        judged.append(of_document);
        assert!(stages == Stages::Report || made.is_some_and(|made| made.typeset.is_some()), "{name}: no pages");
        if stages == Stages::Layout {
            break;
        }
    }
    let shown = judged.findings.iter().map(|finding| {
        let equation = finding.equation.as_ref().map(|equation| format!("{equation:?}")).unwrap_or_default();
        format!("{name} {} {}: {} {equation}", finding.code, finding.path, finding.message)
    });
    shown.collect()
}

#[track_caller]
fn is_clean(name: &str, data: &Value, stages: Stages) {
    let said = said(name, data, stages);
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn departments_at_random_are_clean() {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(4) as u64;
    let said: Vec<String> = std::thread::scope(|threads| {
        let worker = |worker: u64| {
            move || -> Vec<String> {
                let seeds = SEEDS.filter(|seed| seed % workers == worker);
                seeds.flat_map(|seed| said(&format!("seed {seed}"), &Shape::of(seed).body(), Stages::Report)).collect()
            }
        };
        let running: Vec<_> = (0..workers).map(|index| threads.spawn(worker(index))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(said.is_empty(), "{} findings\n{}", said.len(), said[..said.len().min(60)].join("\n"));
}

#[test]
fn bodies_are_the_same_for_the_same_seed_and_different_for_others() {
    let bodies: Vec<Value> = (0..320).map(|seed| Shape { lines: 12, ..Shape::of(seed) }.body()).collect();
    assert_eq!(bodies[7], Shape { lines: 12, ..Shape::of(7) }.body());
    for key in ["code", "name", "full_name", "phone"] {
        let mut values: Vec<_> = bodies.iter().map(|body| body["agency"][key].as_str().unwrap()).collect();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), bodies.len(), "{key}");
    }
}

/// A department of middle size in which nothing is out of the ordinary.
fn plain(seed: u64) -> Shape {
    Shape {
        units: 1,
        lines: 60,
        projects: 3,
        government_fund: false,
        state_capital: false,
        special_account: false,
        unit_funds: false,
        carry_over: false,
        year_end: false,
        transfers: false,
        three_public: true,
        purchases: true,
        scope: None,
        ..Shape::of(seed)
    }
}

#[test]
fn several_funds() {
    let shape = Shape { units: 4, lines: 200, projects: 5, ..plain(101) };
    let shape = Shape { state_capital: true, special_account: true, unit_funds: true, transfers: true, ..shape };
    is_clean("several funds", &shape.body(), Stages::Layout);
}

#[test]
fn fund_money() {
    is_clean("fund money", &Shape { government_fund: true, ..plain(102) }.body(), Stages::Layout);
}

#[test]
fn no_three_public() {
    is_clean("no three public", &Shape { three_public: false, ..plain(103) }.body(), Stages::Layout);
}

#[test]
fn a_unit_by_itself_and_one_of_several() {
    is_clean("a unit by itself", &Shape { scope: Some(0), ..plain(104) }.body(), Stages::Layout);
    let several = Shape { units: 3, lines: 120, scope: Some(1), unit_funds: true, ..plain(105) };
    is_clean("one of several units", &several.body(), Stages::Layout);
}

#[test]
fn carry_over() {
    let shape = Shape { carry_over: true, year_end: true, unit_funds: true, units: 2, ..plain(106) };
    is_clean("carry-over", &shape.body(), Stages::Layout);
}

#[test]
fn nothing_but_people() {
    let shape = Shape { lines: 10, projects: 0, three_public: false, purchases: false, ..plain(107) };
    is_clean("nothing but people", &shape.body(), Stages::Layout);
}

/// Ten thousand lines; its pages are many hundred, so they are not made here.
#[test]
fn ten_thousand_lines() {
    let shape = Shape { units: 120, lines: 10_000, projects: 12, unit_funds: true, carry_over: true, ..plain(108) };
    let data = shape.body();
    let count = |lines: &Value| lines.as_array().unwrap().len();
    let lines: usize = count(&data["lines"])
        + data["projects"].as_array().unwrap().iter().map(|project| count(&project["lines"])).sum::<usize>();
    assert!((9_900..10_400).contains(&lines), "{lines}");
    is_clean("ten thousand lines", &data, Stages::Report);
}

//! What a slip of the pen does: one fact of the shipped data changed at a time, and whether the checks tell.
//!
//! docs/rules/uncovered.md lists what they do not tell, with the reason why no other fact can contradict it. The list is
//! exact in both directions: a mutation that is no longer caught fails the test, and so does a row that is out of date.

mod change;
mod list;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use gongkai::check::Selection;
use gongkai::diagnostic::Diagnostic;
use gongkai::load;
use gongkai::pipeline::Stages;
use serde_json::Value;

use self::change::{Change, Kind, changes};
use crate::common::disclosures::{kexie, pipeline, shili};

/// Uncaught and all, by data and kind of change.
type Counts = BTreeMap<(String, Kind), (usize, usize)>;

/// What is said of a file, without the places, which move.
fn said(bytes: &[u8], enough: impl Fn(&[String]) -> bool) -> Vec<String> {
    let shown = |findings: &[Diagnostic]| -> Vec<String> {
        findings.iter().map(|finding| format!("{} {} {}", finding.code, finding.path, finding.message)).collect()
    };
    let document = match load::load("data.json", bytes) {
        Ok(document) => document,
        Err(faults) => return shown(&faults),
    };
    let all = Selection::default();
    let mut said = shown(&pipeline().judge_facts(&document, &all).unwrap_or_default().findings);
    if !enough(&said) {
        match pipeline().judge(&document, None, &all, Stages::Report) {
            Ok((judged, _)) => said.extend(shown(&judged.findings)),
            Err(_) => said.push("failure".to_owned()),
        }
    }
    said
}

fn count(data: &Value, counts: &mut Counts) {
    let bytes = |data: &Value| serde_json::to_vec(data).unwrap();
    let before = said(&bytes(data), |_| false);
    assert!(before.is_empty(), "the data themselves: {before:#?}");
    let changes = changes(data);
    let next = AtomicUsize::new(0);
    let caught = |change: &Change| !said(&bytes(&change.applied(data)), |said| !said.is_empty()).is_empty();
    let work = || {
        let mut found = Vec::new();
        while let Some(change) = changes.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.push((change, caught(change)));
        }
        found
    };
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let results = std::thread::scope(|threads| {
        let running: Vec<_> = (0..workers).map(|_| threads.spawn(work)).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for (change, caught) in results {
        let (uncaught, all) = counts.entry((change.pattern(), change.kind)).or_default();
        *uncaught += usize::from(!caught);
        *all += 1;
    }
}

#[test]
fn what_no_check_tells_is_listed_with_the_reason() {
    let mut counts = Counts::new();
    for data in [kexie(), shili()] {
        count(&data, &mut counts);
    }
    let summary = list::summary(&counts);
    eprintln!("{summary}");
    list::compare(&counts, &summary);
}

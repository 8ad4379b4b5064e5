//! Damaged input: whatever stands in a file, there is an answer, never a panic, and each fault has a place in the file.

mod bytes;
mod structure;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use gongkai::check::Selection;
use gongkai::diagnostic::Diagnostic;
use gongkai::load;
use gongkai::pipeline::{Failure, Stages};
use serde_json::Value;

use crate::bodies::Shape;
use crate::bodies::chance::Chance;
use crate::common::disclosures::{kexie, pipeline, shili};

/// How many cases; the same each time.
const CASES: u64 = 110_000;

/// What is damaged: data as values, and as text.
struct Sound {
    data: Value,
    text: String,
}

impl Sound {
    fn new(data: Value, pretty: bool) -> Self {
        let text = if pretty { format!("{data:#}") } else { data.to_string() };
        Self { data, text }
    }
}

/// The least that is complete, which bears the mass; small bodies with everything; the shipped data.
fn sound() -> [Vec<Sound>; 3] {
    let small = |seed| {
        let bare = Shape { units: 1, lines: 40, projects: 1, carry_over: true, scope: None, ..Shape::of(seed) };
        Shape { government_fund: true, unit_funds: true, year_end: true, purchases: true, ..bare }
    };
    let mut least = Shape { units: 1, lines: 7, projects: 1, scope: None, ..Shape::of(3) }.body();
    for key in ["performance", "procurement", "asset_acquisitions", "service_purchases"] {
        least.as_object_mut().unwrap().remove(key);
    }
    least["duties"].as_array_mut().unwrap().truncate(1);
    least["projects"][0].as_object_mut().unwrap().remove("plan");
    [
        vec![Sound::new(least.clone(), true), Sound::new(least, false)],
        (0..4).map(|seed| Sound::new(small(seed).body(), seed.is_multiple_of(2))).collect(),
        vec![Sound::new(kexie(), true), Sound::new(shili(), true)],
    ]
}

/// The damaged file of a case.
fn damaged(case: u64, sound: &[Vec<Sound>; 3]) -> Vec<u8> {
    let mut chance = Chance::new(case, "damaged");
    let size = match chance.between(0, 999) {
        0..=3 => 2,
        4..=29 => 1,
        _ => 0,
    };
    let sound = &sound[size][chance.index(sound[size].len())];
    match chance.between(0, 2) {
        0 => bytes::damage(sound.text.as_bytes(), &mut chance),
        1 => structure::damage(&sound.data, &mut chance).into_bytes(),
        _ => bytes::damage(structure::damage(&sound.data, &mut chance).as_bytes(), &mut chance),
    }
}

/// Loads and judges; tells how far it came.
fn judge(bytes: &[u8]) -> usize {
    let all = Selection::default();
    let document = match load::load("damaged.json", bytes) {
        Ok(document) => document,
        Err(faults) => {
            assert!(!faults.is_empty());
            have_places(&faults, bytes);
            return 0;
        }
    };
    let judged = [
        pipeline().judge_facts(&document, &all).map(|judged| judged.findings),
        pipeline().judge(&document, None, &all, Stages::Report).map(|(judged, _)| judged.findings),
    ];
    let mut quiet = true;
    for judged in judged {
        let findings = match judged {
            Ok(findings) | Err(Failure::Findings(findings)) => findings,
            Err(failure) => panic!("{failure:?}"),
        };
        have_places(&findings, bytes);
        quiet &= findings.is_empty();
    }
    1 + usize::from(quiet)
}

fn have_places(faults: &[Diagnostic], bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    for fault in faults {
        assert_ne!(fault.code, "GK009", "{fault:?}");
        let Some(place) = &fault.place else {
            assert_eq!(fault.code, "GK008", "{fault:?}");
            continue;
        };
        assert!((1..=lines).contains(&place.line), "{} of {lines}: {fault:?}", place.line);
        assert!(place.range.start <= place.range.end && place.range.end <= bytes.len(), "{fault:?}");
    }
}

#[test]
fn a_hundred_thousand_damaged_files_are_answered() {
    let sound = sound();
    // The least lacks what rules ask for; the others are clean.
    for (size, one) in sound.iter().enumerate().flat_map(|(size, all)| all.iter().map(move |one| (size, one))) {
        assert_eq!(judge(one.text.as_bytes()), if size == 0 { 1 } else { 2 }, "{}", one.text);
    }
    let next = AtomicU64::new(0);
    let reached = [const { AtomicU64::new(0) }; 3];
    let work = || {
        loop {
            let case = next.fetch_add(1, Ordering::Relaxed);
            if case >= CASES {
                break;
            }
            let bytes = damaged(case, &sound);
            match catch_unwind(AssertUnwindSafe(|| judge(&bytes))) {
                Ok(stage) => reached[stage].fetch_add(1, Ordering::Relaxed),
                Err(_) => panic!("case {case}:\n{}", String::from_utf8_lossy(&bytes)),
            };
        }
    };
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|threads| {
        for _ in 0..workers {
            threads.spawn(work);
        }
    });
    let [refused, found, quiet] = reached.map(AtomicU64::into_inner);
    eprintln!("{CASES} damaged files: {refused} refused by load, {found} with findings, {quiet} with none");
    assert_eq!(refused + found + quiet, CASES);
    // Damage that load refuses in every case would leave the rules untried.
    assert!(found + quiet > CASES / 20);
}

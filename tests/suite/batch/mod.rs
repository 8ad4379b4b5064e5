//! Many documents in one run: which, under which names, what is made again, what a bad one or a broken run leaves.

mod check;
mod folders;
mod holes;
mod incremental;
mod interrupted;
mod memory;
mod names;
mod shards;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gongkai::published::Published;
use serde_json::Value;

use crate::bodies::Shape;
use crate::command_line::{Desk, Run};

/// A body that is soon made, one of many that differ.
pub fn small(seed: u64) -> Value {
    Shape {
        year: 2024,
        units: 1,
        lines: 10,
        projects: 0,
        carry_over: false,
        year_end: false,
        three_public: false,
        purchases: false,
        scope: None,
        ..Shape::of(seed)
    }
    .body()
}

/// A desk with `count` small bodies `data/000.json` and so on.
pub fn desk(count: u64) -> Desk {
    let desk = Desk::new();
    for seed in 0..count {
        desk.put_data(&data(seed), &small(seed));
    }
    desk
}

pub fn data(seed: u64) -> String {
    format!("data/{seed:03}.json")
}

/// The title of a small body's document.
fn title(seed: u64) -> String {
    format!("{}2024年部门预算公开", small(seed)["agency"]["full_name"].as_str().unwrap())
}

pub fn pdf(seed: u64) -> String {
    format!("{}.pdf", title(seed))
}

/// All files of a folder but the record, by name.
pub fn contents(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| {
        let bytes = fs::read(desk.path(&format!("{folder}/{name}"))).unwrap();
        (name, bytes)
    };
    desk.files(folder).into_iter().map(read).collect()
}

/// Runs and reads the summary that other programs read.
fn summary(desk: &Desk, arguments: &[&str]) -> (Run, Value) {
    let all = [&["render"], arguments, &["--summary", "json"]].concat();
    let run = desk.run(&all);
    let summary = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    (run, summary)
}

/// How many documents a run made, and how many it left as they were.
#[track_caller]
fn made_and_left(desk: &Desk, arguments: &[&str]) -> (u64, u64) {
    let (run, summary) = summary(desk, arguments);
    run.ends_with(0);
    let total = |key: &str| summary["totals"][key].as_u64().unwrap();
    (total("rendered"), total("unchanged"))
}

/// Whether a file is a whole PDF, by qpdf where it is installed.
fn assert_whole(path: &Path) {
    let bytes = fs::read(path).unwrap();
    let texts = Published::open(&bytes).and_then(|published| published.page_texts());
    assert!(texts.is_ok_and(|texts| texts.len() > 10), "{}", path.display());
    if let Ok(output) = std::process::Command::new("qpdf").arg("--check").arg(path).output() {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

//! A document in a process of its own, from nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use gongkai::export::{self, Identity};
use gongkai::typeset::report_json;
use serde_json::{Value, json};

use crate::bare::{Bare, compile};
use crate::cases::Case;
use crate::clock::{Took, median, middle, millis, processor, timed};
use crate::{Failure, MAIN, cases, pipeline, shown};

/// Stages in order, and what they took.
type Stages = Vec<(&'static str, Took)>;

/// In the child process: ours.
pub fn ours(case: Case) -> Result<(), Failure> {
    // The tenfold data are generated here and not counted.
    let bytes = case.bytes()?;
    let begin = (Instant::now(), processor());
    let mut stages = Stages::new();
    let mut note = |name, took| stages.push((name, took));
    let (pipeline, took) = timed(pipeline);
    let pipeline = pipeline?;
    note("start: templates", took);
    let (document, took) = timed(|| cases::load(&bytes));
    let document = document?;
    note("load", took);
    let (report, took) = timed(|| pipeline.report(&document, None));
    let report = report.map_err(shown)?;
    note("derive", took);
    let (json, took) = timed(|| report_json(&report));
    note("report JSON", took);
    let (typesetter, took) = timed(|| pipeline.typesetter());
    let typesetter = typesetter?;
    note("start: fonts, library", took);
    let (typeset, took) = timed(|| typesetter.typeset_json(json));
    let typeset = typeset?;
    note("typeset", took);
    let (pdf, took) = timed(|| export::pdf(&typeset.document, &Identity::of(&report)));
    pdf?;
    note("export", took);
    tell(stages, begin, typeset.document.pages().len())
}

/// In the child process: the expanded document, with fonts and library as ours.
pub fn bare(folder: &Path) -> Result<(), Failure> {
    let source = std::fs::read_to_string(folder.join(MAIN))?;
    let json = std::fs::read(folder.join("report.json"))?;
    let report = serde_json::from_slice(&json)?;
    let begin = (Instant::now(), processor());
    let mut stages = Stages::new();
    let (pipeline, took) = timed(pipeline);
    let pipeline = pipeline?;
    stages.push(("start: templates", took));
    let (typesetter, took) = timed(|| pipeline.typesetter());
    let world = typesetter?.world(json)?;
    stages.push(("start: fonts, library", took));
    let (pages, took) = timed(|| compile(&Bare::new(&world, &source)));
    let pages = pages?;
    stages.push(("typeset", took));
    let (pdf, took) = timed(|| export::pdf(&pages, &Identity::of(&report)));
    pdf?;
    stages.push(("export", took));
    tell(stages, begin, pages.pages().len())
}

fn tell(
    mut stages: Stages,
    (start, before): (Instant, Option<std::time::Duration>),
    pages: usize,
) -> Result<(), Failure> {
    let cpu = before.zip(processor()).map(|(before, after)| millis(after.saturating_sub(before)));
    stages.push(("all", Took { wall: millis(start.elapsed()), cpu }));
    let stages: Vec<Value> = stages.into_iter().map(|(name, took)| json!([name, took.wall, took.cpu])).collect();
    println!("{}", json!({ "stages": stages, "peak": peak(), "pages": pages }));
    Ok(())
}

/// The most memory that this process has held, in MB; none where the system does not tell it in a file.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
}

/// Runs both in turn, each in a fresh process, and prints the medians.
pub fn print(case: Case, folder: &Path, runs: usize) -> Result<(), Failure> {
    let folder = folder.to_str().ok_or("a temporary folder of that name")?;
    let kinds = [["--cold", case.key()], ["--cold-bare", folder]];
    let mut told: [Vec<Value>; 2] = [Vec::new(), Vec::new()];
    for _ in 0..runs {
        for (arguments, told) in kinds.iter().zip(&mut told) {
            told.push(child(arguments)?);
        }
    }
    println!("cold (a fresh process each, {runs} runs; files in the system's cache):");
    let mut totals = Vec::new();
    for (name, told) in ["gongkai", "expanded"].into_iter().zip(&told) {
        let peaks: Vec<f64> = told.iter().filter_map(|told| told["peak"].as_f64()).collect();
        let peak = if peaks.is_empty() { "not measured".to_owned() } else { format!("{:.0} MB", middle(peaks)) };
        println!("  {name}: peak memory {peak}");
        let stages = stages(told);
        for (name, took) in &stages {
            println!("    {name:<22} {took}");
        }
        totals.push(stages.last().map_or(f64::NAN, |(_, took)| took.quoted()));
        if name == "gongkai" {
            let of = |names: &[&str]| -> f64 {
                stages.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(_, took)| took.quoted()).sum()
            };
            let share = of(&["load", "derive", "report JSON"]) / of(&["all"]);
            println!("    share of load, derive and report JSON: {:.2} %", share * 100.0);
        }
    }
    println!("  ratio of all: {:.3}", totals[0] / totals[1]);
    Ok(())
}

/// Runs this program with these arguments; what it told.
pub fn child(arguments: &[&str]) -> Result<Value, Failure> {
    let output = Command::new(std::env::current_exe()?).args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Medians by stage, in the order of the first run.
pub fn stages(told: &[Value]) -> Vec<(String, Took)> {
    let mut order = Vec::new();
    let mut times: BTreeMap<&str, Vec<Took>> = BTreeMap::new();
    for stage in told.iter().filter_map(|told| told["stages"].as_array()).flatten() {
        let name = stage[0].as_str().unwrap_or_default();
        if !order.contains(&name) {
            order.push(name);
        }
        times
            .entry(name)
            .or_default()
            .push(Took { wall: stage[1].as_f64().unwrap_or(f64::NAN), cpu: stage[2].as_f64() });
    }
    let taken = |name: &str| median(times.get(name).into_iter().flatten().copied());
    order.into_iter().map(|name| (name.to_owned(), taken(name))).collect()
}

//! How long the checks take over a department of ten thousand lines, stage by stage and rule by rule.
//!
//! ```text
//! cargo bench --bench check                      five runs
//! cargo bench --bench check -- --runs 21         more
//! cargo bench --bench check -- --lines 30000     another size
//! ```

#[path = "common/arguments.rs"]
mod arguments;
#[path = "../tests/bodies/mod.rs"]
mod bodies;
#[path = "common/clock.rs"]
mod clock;

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;

use gongkai::check::{self, Facts, RULES, Reads, Selection};
use gongkai::load;
use gongkai::pipeline::Pipeline;
use gongkai::reference::Catalogue;

use arguments::{Arguments, Failure};
use bodies::Shape;
use clock::{Took, median, timed};

/// What the rules of a file may take together, in milliseconds.
const TARGET: f64 = 100.0;
/// How many of the slowest rules are named.
const SLOWEST: usize = 5;

fn main() -> ExitCode {
    arguments::run(&[], run)
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (runs, lines) = (arguments.number("--runs", 5)?.max(1), arguments.number("--lines", 10_000)?);
    let shape = Shape { units: (lines / 83).clamp(1, 999), lines, projects: 12, unit_funds: true, ..Shape::of(108) };
    let bytes = serde_json::to_vec_pretty(&shape.body())?;
    let pipeline = Pipeline::new(None, vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")])?;

    let mut stages: [(&str, Vec<Took>); 5] =
        ["load", "facts", "facts rules", "derive", "report rules"].map(|name| (name, Vec::new()));
    let mut rules: Vec<(&str, Vec<Took>)> = RULES.iter().map(|rule| (rule.code.id, Vec::new())).collect();
    let mut counted = 0;
    for _ in 0..=runs {
        let (document, loading) = timed(|| load::load("big.json", &bytes));
        let document = document.map_err(|faults| format!("{} faults", faults.len()))?;
        let region = pipeline.region(&document, document.disclosure.scope.kind())?;
        let catalogue = Catalogue::for_year(document.disclosure.year)?;
        let (facts, collecting) = timed(|| Facts::new(&document.disclosure, &region, catalogue));
        counted = facts.ledger.entries.len();
        let all = Selection::default();
        let (outcome, of_facts) = timed(|| check::facts(&facts, &all));
        let (report, deriving) = timed(|| pipeline.report(&document, None));
        let report = report?;
        let (more, of_report) = timed(|| check::report(&facts, Ok(&report), &all));
        for finding in outcome.findings.iter().chain(&more.findings).take(SLOWEST) {
            println!("not clean: {} {}", finding.rule.code.id, finding.message);
        }
        let took = [loading, collecting, of_facts, deriving, of_report];
        stages.iter_mut().zip(took).for_each(|((_, times), took)| times.push(took));
        for (rule, (_, times)) in RULES.iter().zip(&mut rules) {
            let only = Selection { select: vec![rule.code.id.to_owned()], ignore: Vec::new() };
            let took = match rule.reads {
                Reads::Facts(_) => timed(|| black_box(check::facts(&facts, &only))).1,
                Reads::Report(_) => timed(|| black_box(check::report(&facts, Ok(&report), &only))).1,
                Reads::Layout(_) | Reads::Batch(_) => continue,
            };
            times.push(took);
        }
    }
    println!(
        "{counted} lines, {} rules, medians of {runs} runs after one that warms up, ms of {} time:",
        RULES.len(),
        clock::QUOTED
    );
    let middle = |times: &[Took]| median(times.iter().skip(1).copied()).quoted();
    stages.iter().for_each(|(name, times)| println!("  {name:<14} {:9.2}", middle(times)));
    rules.retain(|(_, times)| !times.is_empty());
    rules.sort_by(|(_, one), (_, other)| middle(other).total_cmp(&middle(one)));
    println!("slowest rules:");
    rules.iter().take(SLOWEST).for_each(|(id, times)| println!("  {id:<14} {:9.2}", middle(times)));
    let together = middle(&stages[1].1) + middle(&stages[2].1) + middle(&stages[4].1);
    let verdict = if together < TARGET { "within" } else { "beyond" };
    println!("facts and rules together: {together:.2} ms, {verdict} the target of {TARGET} ms");
    Ok(())
}

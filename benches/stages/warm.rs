//! A document in a process that has made it before: shared things built, the compiler's memo empty.

use std::fmt;
use std::hint::black_box;

use gongkai::export::{self, Identity};
use gongkai::typeset::report_json;
use typst::comemo;
use typst_layout::PagedDocument;

use crate::bare::{Bare, compile, evaluate};
use crate::clock::{Took, median, middle, timed};
use crate::{Failure, Prepared, cases, shown};

/// What one run took.
#[derive(Default, Clone, Copy)]
struct Run {
    load: Took,
    derive: Took,
    json: Took,
    typeset: Took,
    export: Took,
    /// The compiler alone on the templates.
    compile: Took,
    /// Emptying the memo after it; a batch forgets bit by bit what no document uses.
    evict: Took,
    bare: Took,
    bare_export: Took,
    /// Of the typesetting, what comes before layout.
    evaluate: Took,
    bare_evaluate: Took,
}

/// Medians of the stages, and of the ratios run by run.
pub struct Warm {
    stages: [(&'static str, Took); 11],
    share: f64,
    ratios: [(&'static str, f64); 3],
}

/// Runs ours, bare typesetting and the compiler alone in turn.
pub fn measure(prepared: &Prepared, source: &str, runs: usize) -> Result<Warm, Failure> {
    once(prepared, source, 0)?;
    let runs: Vec<Run> = (0..runs).map(|turn| once(prepared, source, turn)).collect::<Result<_, _>>()?;
    let of = |stage: fn(&Run) -> Took| median(runs.iter().map(stage));
    let ratio = |ratio: fn(&Run) -> f64| middle(runs.iter().map(ratio));
    Ok(Warm {
        stages: [
            ("load", of(|run| run.load)),
            ("derive", of(|run| run.derive)),
            ("report JSON", of(|run| run.json)),
            ("typeset", of(|run| run.typeset)),
            ("export", of(|run| run.export)),
            ("compiler alone", of(|run| run.compile)),
            ("emptying the memo", of(|run| run.evict)),
            ("bare typesetting", of(|run| run.bare)),
            ("bare export", of(|run| run.bare_export)),
            ("evaluation alone", of(|run| run.evaluate)),
            ("bare evaluation", of(|run| run.bare_evaluate)),
        ],
        share: ratio(|run| run.ours() / (run.pages() + run.export.quoted())),
        ratios: [
            ("load to pages : bare typesetting", ratio(|run| run.pages() / run.bare.quoted())),
            (
                "load to PDF : bare typesetting and export",
                ratio(|run| (run.pages() + run.export.quoted()) / (run.bare.quoted() + run.bare_export.quoted())),
            ),
            ("compiler on templates : on expanded", ratio(|run| run.compile.quoted() / run.bare.quoted())),
        ],
    })
}

impl Run {
    fn ours(&self) -> f64 {
        self.load.quoted() + self.derive.quoted() + self.json.quoted()
    }

    /// Typesetting makes the report's JSON itself.
    fn pages(&self) -> f64 {
        self.load.quoted() + self.derive.quoted() + self.typeset.quoted()
    }
}

/// The orders of the three typesettings in turn: what one leaves of the heap favours or hinders the next.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1], [2, 0, 1], [1, 0, 2]];

/// One run of everything.
fn once(prepared: &Prepared, source: &str, turn: usize) -> Result<Run, Failure> {
    let pipeline = &prepared.pipeline;
    let mut run = Run::default();
    let (document, took) = timed(|| cases::load(&prepared.bytes));
    let document = document?;
    run.load = took;
    let (report, took) = timed(|| pipeline.report(&document, None));
    let report = report.map_err(shown)?;
    run.derive = took;
    let (json, took) = timed(|| report_json(&report));
    run.json = took;
    let typesetter = pipeline.typesetter()?;
    let world = typesetter.world(json.clone())?;
    let identity = Identity::of(&report);
    let export = |pages: &PagedDocument| -> Result<Took, Failure> {
        comemo::evict(0);
        let (pdf, took) = timed(|| export::pdf(pages, &identity));
        black_box(pdf?);
        Ok(took)
    };
    for part in ORDERS[turn % ORDERS.len()] {
        comemo::evict(0);
        match part {
            0 => {
                let (typeset, took) = timed(|| typesetter.typeset(&report));
                run.typeset = took;
                run.export = export(&typeset?.document)?;
            }
            1 => {
                let (pages, took) = timed(|| compile(&Bare::new(&world, source)));
                run.bare = took;
                run.bare_export = export(&pages?)?;
            }
            _ => {
                let (pages, took) = timed(|| compile(&world));
                run.compile = took;
                run.evict = timed(|| comemo::evict(0)).1;
                black_box(pages?);
            }
        }
    }
    comemo::evict(0);
    let (contents, took) = timed(|| evaluate(&world));
    black_box(contents?);
    run.evaluate = took;
    comemo::evict(0);
    let (contents, took) = timed(|| evaluate(&Bare::new(&world, source)));
    black_box(contents?);
    run.bare_evaluate = took;
    Ok(run)
}

impl Warm {
    /// Prints the figures.
    pub fn print(&self, runs: usize) {
        println!(
            "warm ({runs} runs; memo evicted before each stage; fonts, library, templates, region, schema at hand):"
        );
        println!("  {:<20} none yet", "check");
        for (name, took) in &self.stages {
            println!("  {name:<20} {took}");
        }
        println!("  share of load, derive and report JSON: {:.2} %", self.share * 100.0);
        for (name, ratio) in &self.ratios {
            println!("  {name}: {ratio:.3}");
        }
    }
}

impl fmt::Display for Took {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cpu {
            Some(cpu) => write!(formatter, "{cpu:8.2} [{:.2}]", self.wall),
            None => write!(formatter, "{:8.2}", self.wall),
        }
    }
}

//! How long each stage takes, what share is ours, and how it compares to bare typesetting of the same pages.
//!
//! ```text
//! cargo bench                                       all figures
//! cargo bench --bench stages -- --expand FOLDER     writes the documents as plain Typst, measures nothing
//! cargo bench --bench stages -- --runs 31           more runs than the default
//! cargo bench --bench stages -- --only tenfold      one of the documents: source, tenfold
//! cargo bench --bench stages -- --growth            with ten and a hundred times the lines; --plot FILE draws it
//! cargo bench --bench stages -- --series 30         so many generated bodies in one process, against their pages alone
//! GONGKAI_TEMPLATES=FOLDER cargo bench              the templates of a folder
//! ```

#[path = "../common/arguments.rs"]
mod arguments;
mod bare;
#[path = "../../tests/bodies/mod.rs"]
mod bodies;
mod cases;
#[path = "../common/clock.rs"]
mod clock;
mod cold;
mod compare;
mod expand;
mod growth;
mod profile;
mod series;
mod warm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gongkai::derive::report::Report;
use gongkai::load::Document;
use gongkai::pipeline::Pipeline;
use gongkai::typeset::report_json;
use gongkai::write::Writer;

use arguments::Arguments;
pub use arguments::Failure;
use cases::Case;

/// The program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of the source document; the larger one is run less.
const RUNS: usize = 21;

fn main() -> ExitCode {
    arguments::run(&["--cold", "--cold-bare"], run)
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(case) = arguments.after("--cold") {
        return cold::ours(Case::of(case).ok_or("no such document")?);
    }
    if let Some(folder) = arguments.after("--cold-bare") {
        return cold::bare(Path::new(folder));
    }
    if let Some(folder) = arguments.after("--expand") {
        return Case::COMPARED
            .into_iter()
            .try_for_each(|case| write_expanded(case, &Path::new(folder).join(case.key())));
    }
    if arguments.has("--growth") {
        return growth::print(arguments.number("--runs", 5)?, arguments.after("--plot").map(Path::new));
    }
    if arguments.has("--series") {
        return series::print(arguments.number("--series", 20)?, arguments.number("--runs", 5)?);
    }
    let runs = arguments.number("--runs", RUNS)?;
    println!("Medians. ms of {} time, and of wall time in brackets where given.\n", clock::QUOTED);
    let only = arguments.after("--only").map(|key| Case::of(key).ok_or("no such document")).transpose()?;
    let cases = Case::COMPARED.into_iter().zip([runs, runs.div_ceil(3)]);
    cases.filter(|(case, _)| only.is_none_or(|only| only == *case)).try_for_each(|(case, runs)| measure(case, runs))
}

fn measure(case: Case, runs: usize) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    write_expanded(case, folder.path())?;
    let prepared = Prepared::new(case)?;
    let source = std::fs::read_to_string(folder.path().join(MAIN))?;
    println!("== {} ==", case.key());
    compare::print(&prepared, &source)?;
    let warm = warm::measure(&prepared, &source, runs)?;
    warm.print(runs);
    cold::print(case, folder.path(), runs)?;
    profile::print(&prepared, &source)?;
    println!();
    Ok(())
}

/// A document with everything that comes before its pages.
pub struct Prepared {
    /// The data file.
    pub bytes: Vec<u8>,
    /// Fonts, templates, region.
    pub pipeline: Pipeline,
    /// The loaded data.
    pub document: Document,
    /// What is printed.
    pub report: Report,
}

impl Prepared {
    /// Loads and derives.
    pub fn new(case: Case) -> Result<Self, Failure> {
        let bytes = case.bytes()?;
        let pipeline = pipeline()?;
        let document = cases::load(&bytes)?;
        let report = pipeline.report(&document, None).map_err(shown)?;
        Ok(Self { bytes, pipeline, document, report })
    }
}

/// The pipeline with the fonts of the checkout, wherever the benchmark was built.
pub fn pipeline() -> Result<Pipeline, Failure> {
    let templates = std::env::var_os("GONGKAI_TEMPLATES").map(PathBuf::from);
    Ok(Pipeline::new(templates.as_deref(), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")])?)
}

/// A failure with the first of its findings.
pub fn shown(failure: gongkai::pipeline::Failure) -> Failure {
    match &failure {
        gongkai::pipeline::Failure::Findings(findings) => {
            findings.iter().map(|finding| format!("{}\n", finding.message)).collect::<String>().into()
        }
        _ => failure.into(),
    }
}

/// The expanded document's file.
const MAIN: &str = "main.typ";

/// Writes the document as plain Typst, with the files that it attaches.
fn write_expanded(case: Case, folder: &Path) -> Result<(), Failure> {
    let prepared = Prepared::new(case)?;
    let json = report_json(&prepared.report);
    let world = prepared.pipeline.typesetter()?.world(json.clone())?;
    let source = expand::expand(&world, &bare::compile(&world)?)?;
    std::fs::create_dir_all(folder)?;
    let writer = Writer::new();
    writer.write(&folder.join(MAIN), source.as_bytes())?;
    writer.write(&folder.join("report.json"), &json)?;
    let manifest =
        prepared.pipeline.typesetter()?.manifest(&prepared.report.region, prepared.report.scope, &json, None)?;
    writer.write(&folder.join("manifest.json"), &manifest.json())?;
    Ok(())
}

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

mod bare;
#[path = "../../tests/bodies/mod.rs"]
mod bodies;
mod cases;
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

use cases::Case;

/// The program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Any failure: a benchmark has nobody to tell them apart.
pub type Failure = Box<dyn std::error::Error>;

/// Runs of the source document; the larger one is run less.
const RUNS: usize = 21;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let after = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)
    };
    if let Some(case) = after("--cold") {
        return cold::ours(Case::of(case).ok_or("no such document")?);
    }
    if let Some(folder) = after("--cold-bare") {
        return cold::bare(Path::new(folder));
    }
    if !arguments.iter().any(|argument| argument == "--bench") {
        // `cargo test --all-targets` runs this too.
        println!("nothing measured: run `cargo bench`");
        return Ok(());
    }
    if let Some(folder) = after("--expand") {
        return Case::COMPARED
            .into_iter()
            .try_for_each(|case| write_expanded(case, &Path::new(folder).join(case.key())));
    }
    if arguments.iter().any(|argument| argument == "--growth") {
        return growth::print(after("--runs").map_or(Ok(5), |runs| runs.parse())?, after("--plot").map(Path::new));
    }
    if let Some(count) = after("--series") {
        return series::print(count.parse()?, after("--runs").map_or(Ok(5), |runs| runs.parse())?);
    }
    let runs = after("--runs").map_or(Ok(RUNS), |runs| runs.parse())?;
    println!("Medians. ms of {} time, and of wall time in brackets where given.\n", clock::QUOTED);
    let only = after("--only").map(|key| Case::of(key).ok_or("no such document")).transpose()?;
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

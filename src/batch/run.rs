//! The run: plan, work, record, summary.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::event::{Event, Problem, State, Summary};
use super::job::{Done, Engine, document_name};
use super::plan::{self, Plan};
use super::record::{self, Entries, Record};
use super::sink::Outlet;
use super::workers::{self, Stop};
use super::{BatchError, Destination, Format, Mode, Request};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::{Failure, Pipeline};
use crate::write::{WriteError, Writer};

/// What a record of this run is good for: this program, whatever its version says.
const BUILD: &str = env!("GONGKAI_BUILD");
/// The record is written after so many documents, and then after each tenth of all more, so that a killed run loses little
/// and a long one does not write its record over and over.
const RECORDED: usize = 20;

/// Makes the documents of a request, telling what happens.
///
/// # Errors
/// Nothing was made: the inputs cannot be listed, two documents have one target, templates or fonts cannot be used.
pub fn run(
    pipeline: &Arc<Pipeline>,
    request: Request,
    stop: &Stop,
    tell: &mut dyn FnMut(Event<'_>),
) -> Result<Summary, BatchError> {
    // Missing fonts are told once, before any file.
    let typesetter = pipeline.typesetter().map_err(Failure::from)?;
    let plan = plan::plan(pipeline, &request, stop)?;
    let folder = request.destination.folder().to_owned();
    let record = match request.destination {
        Destination::Folder { .. } => Record::read(&folder, request.shard),
        Destination::File(_) => Record::default(),
    };
    let manifest = String::from_utf8_lossy(&typesetter.make().json()).into_owned();
    let engine = Arc::new(Engine {
        make: format!("{BUILD} {manifest} {:?}", request.making),
        asked: asked(&request),
        outlet: Outlet {
            writer: Writer::new(),
            check: request.mode == Mode::Check,
            stop: stop.clone(),
            writing: RwLock::new(()),
        },
        pipeline: Arc::clone(pipeline),
        plan,
        record,
        request,
    });
    tell(Event::Planned {
        documents: engine.plan.jobs.len(),
        files: engine.plan.inputs.len(),
        skipped: engine.plan.skipped,
        not_compared: engine.plan.not_compared.as_deref(),
        damaged: &engine.record.damaged,
    });
    Ok(Run { engine: &engine, folder: &folder, tell, entries: Entries::new(), recorded: 0, told: Told::default() }
        .run(stop))
}

/// What is asked of each file.
fn asked(request: &Request) -> String {
    let format = match request.making.format {
        Format::Pdf => "pdf".to_owned(),
        Format::Png(ppi) => format!("png {ppi}"),
        Format::Svg => "svg".to_owned(),
    };
    let draft = if request.making.draft { " draft" } else { "" };
    let units = if request.scopes.units { " units" } else { "" };
    let codes: String = request.scopes.unit.iter().map(|code| format!(" {code}")).collect();
    format!("{format}{draft}{units}{codes}")
}

/// What has been told of the file whose documents come now.
#[derive(Default)]
struct Told {
    input: Option<usize>,
    findings: Vec<Diagnostic>,
}

struct Run<'a> {
    engine: &'a Arc<Engine>,
    folder: &'a Path,
    tell: &'a mut dyn FnMut(Event<'_>),
    /// What has been done.
    entries: Entries,
    /// How much of it stands in the record.
    recorded: usize,
    told: Told,
}

impl Run<'_> {
    fn run(mut self, stop: &Stop) -> Summary {
        let engine = self.engine;
        let jobs = &engine.plan.jobs;
        let mut summary = Summary { planned: jobs.len(), skipped: engine.plan.skipped, ..Summary::default() };
        let working = Arc::clone(engine);
        let threads = engine.request.threads.get();
        let receiver = workers::start(threads, jobs.len(), stop, move |index| working.work(index));
        // Both closures tell.
        let shared = std::cell::RefCell::new((&mut self, &mut summary));
        let started = |index: usize| {
            let row = engine.row(&jobs[index], State::Faulty);
            let name = if row.title.is_empty() { row.input.display().to_string() } else { row.title };
            (shared.borrow_mut().0.tell)(Event::Started(&name));
        };
        let done = |index, done: Option<Option<Done>>| {
            let (run, summary) = &mut *shared.borrow_mut();
            let done = done.unwrap_or_else(|| Some(run.panicked(index)));
            if let Some(done) = done {
                run.finished(index, done, summary);
            }
        };
        let finished = workers::in_order(&receiver, jobs.len(), stop, started, done);
        if !finished {
            // Whoever writes comes to an end, and nobody begins; who typesets is left behind.
            std::mem::forget(engine.outlet.writing.write().unwrap_or_else(PoisonError::into_inner));
            workers::last_words(&receiver, |index, done| {
                if let Some(done) = done.flatten() {
                    self.finished(index, done, &mut summary);
                }
            });
            summary.stopped = summary.rows.len() < summary.planned;
        }
        summary.unrecorded = self.record().err();
        summary.leftover = self.leftover();
        summary
    }

    fn panicked(&self, index: usize) -> Done {
        let row = self.engine.row(&self.engine.plan.jobs[index], State::Failed);
        Done { row, findings: Vec::new(), problem: Some(Problem::Panicked), entry: None }
    }

    fn finished(&mut self, index: usize, mut done: Done, summary: &mut Summary) {
        let input = self.engine.plan.jobs[index].input;
        if self.told.input != Some(input) {
            // With the first document of a file: what its comparison with the others found.
            let compared = self.engine.plan.compared.get(&input).cloned().unwrap_or_default();
            let errors = compared.iter().filter(|finding| finding.severity == Severity::Error).count();
            done.row.errors += errors;
            done.row.warnings += compared.len() - errors;
            done.findings.extend(compared);
            self.told = Told { input: Some(input), findings: Vec::new() };
        }
        // What is said of the facts is said of every document of a file.
        done.findings.retain(|finding| !self.told.findings.contains(finding));
        self.told.findings.extend(done.findings.iter().cloned());
        (self.tell)(Event::Finished { row: &done.row, findings: &done.findings, problem: done.problem.as_ref() });
        self.entries.extend(done.entry);
        summary.rows.push(done.row);
        let due = RECORDED.max(self.recorded / 10);
        if self.entries.len() >= self.recorded + due && self.entries.len() < summary.planned {
            // A folder that takes no record is told of at the end.
            let _ = self.record();
        }
    }

    /// Writes the record, if one is kept and there is anything new.
    fn record(&mut self) -> Result<(), WriteError> {
        let engine = self.engine;
        let known = |(name, entry): (&String, &record::Entry)| {
            engine.record.made_of(name, &entry.made_of).is_some_and(|known| known == entry)
        };
        let nothing_new = engine.record.damaged.is_empty() && self.entries.iter().all(known);
        self.recorded = self.entries.len();
        if !engine.records() || engine.outlet.check || nothing_new {
            return Ok(());
        }
        record::add(self.folder, engine.request.shard, &engine.outlet.writer, &self.entries)
    }

    /// Outputs that earlier runs recorded, that stand there, and that this run would have made if any input gave them.
    fn leftover(&self) -> Vec<PathBuf> {
        let engine = self.engine;
        let Plan { inputs, jobs, .. } = &engine.plan;
        let named: BTreeSet<_> = jobs.iter().filter_map(|job| document_name(job.target.as_ref()?)).collect();
        // A file with faults may give any name.
        let sound: BTreeSet<usize> = jobs.iter().filter(|job| job.target.is_some()).map(|job| job.input).collect();
        let paths = sound.into_iter().filter_map(|input| inputs[input].path.canonicalize().ok());
        let paths: BTreeSet<PathBuf> = paths.collect();
        let mut leftover = BTreeSet::new();
        for (_, entry) in engine.record.all().filter(|(name, _)| !named.contains(*name)) {
            let gone = match self.folder.join(&entry.input).canonicalize() {
                Ok(path) => entry.asked == engine.asked && paths.contains(&path),
                Err(_) => true,
            };
            if gone {
                let files = entry.files.iter().map(|(name, _)| self.folder.join(name));
                leftover.extend(files.filter(|file| file.exists()));
            }
        }
        leftover.into_iter().collect()
    }
}

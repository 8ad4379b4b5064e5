//! What a run will make, before anything is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization;

use super::input::{Input, inputs};
use super::name::NamePattern;
use super::workers::{self, Stop};
use super::{BatchError, Destination, Request};
use crate::check::{Selection, Sketch};
use crate::diagnostic::Diagnostic;
use crate::load::{self, Document};
use crate::model::Scope;
use crate::pipeline::{Failure, MARK, Pipeline};
use crate::typeset::Hash;
use crate::write::file_name_ending;

/// More sketches than of this many files would fill the memory: some 5 kB each.
const COMPARED: usize = 20_000;
/// In a batch of more files than this, a shard plans its own alone: planning takes a millisecond a file.
const PLANNED_WHOLE: usize = 10_000;

/// 任务。One document to be made: a few strings, so that a plan of a hundred thousand fits.
#[derive(Debug)]
pub(super) struct Job {
    /// Index into [`Plan::inputs`].
    pub(super) input: usize,
    pub(super) scope: Option<Scope>,
    /// None for a file with faults and a unit that the data do not have.
    pub(super) target: Option<Target>,
}

#[derive(Debug)]
pub(super) struct Target {
    /// 文本名称.
    pub(super) title: String,
    /// The file; pictures have names beside it.
    pub(super) path: PathBuf,
    /// Of the data as they were when the plan was made, and of last year's as far as they enter.
    pub(super) data: Hash,
}

/// 计划。
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) inputs: Vec<Input>,
    /// By input, then by scope.
    pub(super) jobs: Vec<Job>,
    /// Files of folders that are no disclosures.
    pub(super) skipped: usize,
    /// What the rules that compare files found, by input.
    pub(super) compared: BTreeMap<usize, Vec<Diagnostic>>,
    /// Why files were not compared.
    pub(super) not_compared: Option<String>,
    /// The only file, which may be a pipe and be read once.
    kept: Option<Arc<Document>>,
    /// Why it cannot be used.
    kept_failure: Mutex<Option<Failure>>,
}

/// A file as the plan needs it.
enum Read {
    NotOurs,
    Faulty(Failure),
    /// A region that cannot be used gives no sketch, and is told when the document is made.
    Loaded {
        document: Arc<Document>,
        sketch: Option<Box<Sketch>>,
    },
}

fn read(pipeline: &Pipeline, input: &Input) -> Read {
    let loaded = if input.found {
        match load::read_file(&input.path) {
            Ok(bytes) if !load::is_disclosure(&bytes) => return Read::NotOurs,
            Ok(bytes) => pipeline.load_bytes(&input.path, &bytes),
            Err(faults) => Err(Failure::Findings(faults)),
        }
    } else {
        pipeline.load(&input.path)
    };
    match loaded {
        Ok(document) => {
            Read::Loaded { sketch: pipeline.sketch(&document).ok().map(Box::new), document: Arc::new(document) }
        }
        Err(failure) => Read::Faulty(failure),
    }
}

/// What of the data decides the bytes.
pub(super) fn data_hash(document: &Document, draft: bool) -> Hash {
    // Last year's figures may come from last year's file. A draft names places in the file as the user calls it.
    let name = draft.then(|| document.source.name());
    let previous = &document.disclosure.previous_years;
    Hash::of(&serde_json::to_vec(&(document.source.text(), previous, name)).unwrap_or_default())
}

/// Loads every file, computes every target, compares the files.
pub(super) fn plan(pipeline: &Arc<Pipeline>, request: &Request, stop: &Stop) -> Result<Plan, BatchError> {
    let Request { inputs: given, scopes, destination, .. } = request;
    if matches!(destination, Destination::File(_)) && (given.len() > 1 || scopes.units || scopes.unit.len() > 1) {
        return Err(BatchError::SeveralInOne);
    }
    let mut all = inputs(&request.inputs, request.destination.folder())?;
    let whole = all.len() <= PLANNED_WHOLE;
    if let Some(shard) = request.shard.filter(|_| !whole) {
        all.retain(|input| shard.has(&input.key));
    }
    let files = Arc::new(all);
    let (reading, from) = (Arc::clone(pipeline), Arc::clone(&files));
    let receiver = workers::start(request.threads.get(), files.len(), stop, move |index| read(&reading, &from[index]));

    let mut plan = Plan::default();
    let mut sketches = Vec::new();
    let mut with_data = vec![false; request.inputs.len()];
    let finished = workers::in_order(
        &receiver,
        files.len(),
        stop,
        |_| (),
        |index, read| {
            let input = &files[index];
            if matches!(read, Some(Read::NotOurs)) {
                plan.skipped += 1;
                return;
            }
            with_data[input.given] = true;
            let at = plan.inputs.len();
            plan.inputs.push(input.clone());
            match read {
                Some(Read::Loaded { document, sketch }) => {
                    plan.add(request, at, &document);
                    sketches.extend(sketch.filter(|_| files.len() <= COMPARED).map(|sketch| (at, *sketch)));
                    plan.kept = (files.len() == 1).then_some(document);
                }
                Some(Read::Faulty(failure)) => {
                    plan.jobs.push(Job { input: at, scope: None, target: None });
                    *plan.kept_failure.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some(failure).filter(|_| files.len() == 1);
                }
                Some(Read::NotOurs) | None => plan.jobs.push(Job { input: at, scope: None, target: None }),
            }
        },
    );
    if !finished {
        return Err(BatchError::Stopped);
    }
    // Where every file of an argument is named by another one too, nothing is missing.
    let is_empty = |given: &usize| !with_data[*given] && files.iter().any(|input| input.given == *given);
    if let Some(empty) = (0..with_data.len()).find(is_empty) {
        return Err(super::InputError::Nothing(request.inputs[empty].clone()).into());
    }
    plan.refuse_collisions(request)?;
    plan.compare(pipeline, sketches, files.len() > COMPARED)?;
    if let Some(shard) = request.shard.filter(|_| whole) {
        let inputs = &plan.inputs;
        plan.jobs.retain(|job| shard.has(&inputs[job.input].key));
    }
    Ok(plan)
}

impl Plan {
    fn add(&mut self, request: &Request, input: usize, document: &Document) {
        let data = data_hash(document, request.making.draft);
        let default = NamePattern::default();
        let pattern = match &request.destination {
            Destination::Folder { name, .. } => name,
            Destination::File(_) => &default,
        };
        let file = self.inputs[input].path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for scope in request.scopes.of(document) {
            let named = pattern.name(&document.disclosure, scope.as_ref(), &file);
            let target = named.map(|named| Target {
                path: target(request, &named.name),
                title: named.title,
                data: data.clone(),
            });
            self.jobs.push(Job { input, scope, target });
        }
    }

    /// Two documents of one file would be one document lost.
    fn refuse_collisions(&self, request: &Request) -> Result<(), BatchError> {
        if matches!(request.destination, Destination::File(_)) && self.jobs.len() > 1 {
            return Err(BatchError::SeveralInOne);
        }
        let mut seen: BTreeMap<String, &Job> = BTreeMap::new();
        let mut collisions = Vec::new();
        for job in &self.jobs {
            let Some(target) = &job.target else { continue };
            // As file systems compare that do not tell letters in capitals or in parts from others.
            let key: String = target.path.to_string_lossy().nfc().collect::<String>().to_lowercase();
            if let Some(first) = seen.insert(key, job) {
                let path = |job: &Job| self.inputs[job.input].path.clone();
                collisions.push((target.path.clone(), path(first), path(job)));
            }
        }
        if collisions.is_empty() { Ok(()) } else { Err(BatchError::Collisions(collisions)) }
    }

    fn compare(
        &mut self,
        pipeline: &Pipeline,
        sketches: Vec<(usize, Sketch)>,
        too_many: bool,
    ) -> Result<(), BatchError> {
        if too_many {
            self.not_compared =
                Some(format!("超过 {COMPARED} 个文件，没有相互比较（GK711 至 GK716）；可分批用 gongkai check 检查"));
        }
        if sketches.len() < 2 {
            return Ok(());
        }
        let (files, mut sketches): (Vec<_>, Vec<_>) = sketches.into_iter().unzip();
        let document = |index: usize| self.document(pipeline, files[index]);
        let judged = match pipeline.judge_batch(&mut sketches, document, &Selection::default()) {
            Ok(judged) => judged,
            // A file that changed or went between its reading and now has its faults told when its document is made.
            Err(failure) => {
                self.not_compared = Some(format!("没有相互比较（GK711 至 GK716）：{failure}"));
                return Ok(());
            }
        };
        let findings = files.into_iter().zip(judged).map(|(file, judged)| (file, judged.findings));
        self.compared = findings.filter(|(_, findings)| !findings.is_empty()).collect();
        Ok(())
    }

    /// The data of a file: kept if it is the only one, else loaded again, since a plan holds no data.
    pub(super) fn document(&self, pipeline: &Pipeline, input: usize) -> Result<Arc<Document>, Failure> {
        if let Some(kept) = &self.kept {
            return Ok(Arc::clone(kept));
        }
        if let Some(failure) = self.kept_failure.lock().unwrap_or_else(PoisonError::into_inner).take() {
            return Err(failure);
        }
        pipeline.load(&self.inputs[input].path).map(Arc::new)
    }
}

/// A draft's name never is that of a document to be published.
fn target(request: &Request, name: &str) -> PathBuf {
    match &request.destination {
        Destination::File(path) => path.clone(),
        Destination::Folder { folder, .. } => {
            let ending = if request.making.draft { format!("（{MARK}）.pdf") } else { ".pdf".to_owned() };
            folder.join(file_name_ending(name, &ending))
        }
    }
}

/// The picture of one page beside where the PDF would be: `name-01.png`.
pub(super) fn picture(target: &Path, index: usize, extension: &str) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!("{stem}-{:02}.{extension}", index + 1))
}

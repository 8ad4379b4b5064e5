//! One document: left as it is, or made and written.

use std::path::PathBuf;
use std::sync::Arc;

use super::event::{Problem, Row, State};
use super::plan::{Job, Plan, Target, data_hash, picture};
use super::record::{Entry, Record, from_folder};
use super::sink::{Held, Outlet, Sink, file_hash};
use super::{Destination, Format, Mode, Request};
use crate::check::Selection;
use crate::derive::report::Report;
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::export;
use crate::load::Document;
use crate::pipeline::{Failure, Made, Pipeline, Stages};
use crate::typeset::{Hash, Typeset};

/// What the documents of a run share.
pub(super) struct Engine {
    pub(super) pipeline: Arc<Pipeline>,
    pub(super) request: Request,
    pub(super) plan: Plan,
    pub(super) record: Record,
    pub(super) outlet: Outlet,
    /// What all bytes depend on: build, templates, fonts, options.
    pub(super) make: String,
    /// What is asked of each file, as records have it.
    pub(super) asked: String,
}

/// What came of one document.
pub(super) struct Done {
    pub(super) row: Row,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) problem: Option<Problem>,
    /// What is recorded of it, with the name of the document.
    pub(super) entry: Option<(String, Entry)>,
}

/// Why a document ends before its end.
enum Early {
    /// With errors of the data, which are among the findings.
    Faulty,
    Problem(Problem),
    /// The run ends.
    Stopped,
}

impl From<Failure> for Early {
    fn from(failure: Failure) -> Self {
        Self::Problem(Problem::Pipeline(failure))
    }
}

impl From<Held> for Early {
    fn from(held: Held) -> Self {
        match held {
            Held::Write(error) => Self::Problem(Problem::Write(error)),
            Held::Stopped => Self::Stopped,
        }
    }
}

impl Engine {
    /// The row of a document of which nothing is known yet.
    pub(super) fn row(&self, job: &Job, state: State) -> Row {
        Row {
            input: self.plan.inputs[job.input].path.clone(),
            title: job.target.as_ref().map(|target| target.title.clone()).unwrap_or_default(),
            state,
            pages: 0,
            errors: 0,
            warnings: 0,
            files: Vec::new(),
        }
    }

    /// Makes one document; none if the run ends.
    pub(super) fn work(&self, index: usize) -> Option<Done> {
        let job = &self.plan.jobs[index];
        let made_of = job.target.as_ref().map(|target| self.made_of(job, target));
        if let (Some(target), Some(made_of)) = (&job.target, &made_of)
            && let Some(entry) = self.standing(target, made_of)
        {
            return Some(self.unchanged(job, target, entry));
        }
        let mut findings = Vec::new();
        let mut sink = Sink::new(&self.outlet);
        let mut row = self.row(job, State::Faulty);
        let made = self.make(job, &mut findings, &mut sink);
        row.errors = count(&findings, Severity::Error);
        row.warnings = findings.len() - row.errors;
        let mut done = Done { row, findings, problem: None, entry: None };
        match made {
            Ok(pages) => {
                done.row.state = sink.state;
                done.row.pages = pages;
                if let (Some(target), Some(made_of)) = (&job.target, made_of) {
                    done.entry = self.entry(job, target, made_of, &done.row, &sink.files);
                }
                done.row.files = sink.files.into_iter().map(|(path, _)| path).collect();
            }
            Err(Early::Stopped) => return None,
            Err(Early::Faulty) => {}
            Err(Early::Problem(Problem::Pipeline(Failure::Findings(faults)))) => {
                // A file that cannot be read has no faults: nothing is known of it.
                if faults.iter().any(|fault| fault.code == code::UNREADABLE.id) {
                    done.row.state = State::Failed;
                }
                done.row.errors += count(&faults, Severity::Error);
                done.findings.extend(faults);
            }
            Err(Early::Problem(problem)) => {
                let of_data = matches!(problem, Problem::NotDerivable);
                done.row.state = if of_data { State::Faulty } else { State::Failed };
                done.problem = Some(problem);
            }
        }
        Some(done)
    }

    /// Hash of all that the bytes of a document depend on.
    fn made_of(&self, job: &Job, target: &Target) -> Hash {
        let parts = (&self.make, &job.scope, &target.data);
        Hash::of(&serde_json::to_vec(&parts).unwrap_or_default())
    }

    /// The record of a document that stands there as it would be made again, and of which nothing need be told in full.
    fn standing(&self, target: &Target, made_of: &Hash) -> Option<&Entry> {
        if self.request.mode == Mode::Force {
            return None;
        }
        let entry = self.record.made_of(&document_name(target)?, made_of)?;
        // Errors are told in full each time, and in a run of one file the warnings too.
        let told = entry.errors == 0 && (entry.warnings == 0 || self.plan.inputs.len() > 1);
        let folder = self.request.destination.folder();
        let stands = |(name, hash): &(String, Hash)| file_hash(&folder.join(name)).as_ref() == Some(hash);
        (told && entry.files.iter().all(stands)).then_some(entry)
    }

    fn unchanged(&self, job: &Job, target: &Target, entry: &Entry) -> Done {
        let mut row = self.row(job, State::Unchanged);
        (row.pages, row.warnings) = (entry.pages, entry.warnings);
        row.files = entry.files.iter().map(|(name, _)| target.path.with_file_name(name)).collect();
        let name = document_name(target);
        Done { row, findings: Vec::new(), problem: None, entry: name.map(|name| (name, entry.clone())) }
    }

    fn entry(
        &self,
        job: &Job,
        target: &Target,
        made_of: Hash,
        row: &Row,
        files: &[(PathBuf, Hash)],
    ) -> Option<(String, Entry)> {
        let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let files = files.iter().map(|(path, hash)| Some((name(path)?, hash.clone())));
        let entry = Entry {
            input: from_folder(self.request.destination.folder(), &self.plan.inputs[job.input].path),
            asked: self.asked.clone(),
            made_of,
            files: files.collect::<Option<_>>()?,
            pages: row.pages,
            errors: row.errors,
            warnings: row.warnings,
        };
        Some((document_name(target)?, entry))
    }

    /// Judges, typesets, exports and writes; how many pages.
    fn make(&self, job: &Job, findings: &mut Vec<Diagnostic>, sink: &mut Sink<'_>) -> Result<usize, Early> {
        let making = self.request.making;
        let document = self.plan.document(&self.pipeline, job.input)?;
        let as_planned = |target: &Target| target.data == data_hash(&document, making.draft);
        if !job.target.as_ref().is_none_or(as_planned) {
            return Err(Early::Problem(Problem::Changed));
        }
        let facts = self.pipeline.judge_facts(&document, &Selection::default())?;
        findings.extend(facts.findings.iter().cloned());
        self.go_on()?;
        // Errors of the facts stop the pages, not the derivation, whose faults are told in the same run.
        let stages = if making.draft || !facts.has_errors() { Stages::Layout } else { Stages::Report };
        let (judged, made) = self.pipeline.judge(&document, job.scope.as_ref(), &Selection::default(), stages)?;
        let wrong = facts.has_errors() || judged.has_errors();
        findings.extend(judged.findings.into_iter().filter(|finding| !facts.findings.contains(finding)));
        self.go_on()?;
        match made {
            None if making.draft => Err(Early::Problem(Problem::NotDerivable)),
            Some(Made { report, .. }) if making.draft => {
                let typeset = self.pipeline.draft(&report, findings)?;
                self.go_on()?;
                self.put(job, &typeset, sink, || self.pipeline.draft_pdf(&report, &typeset))
            }
            Some(Made { report, typeset: Some(typeset) }) if !wrong => {
                self.put(job, &typeset, sink, || self.pdf(&document, &report, &typeset))
            }
            // Without errors there are pages.
            _ => Err(Early::Faulty),
        }
    }

    fn pdf(&self, document: &Document, report: &Report, typeset: &Typeset) -> Result<Vec<u8>, Failure> {
        if self.request.making.facts {
            self.pipeline.pdf_with_facts(report, &document.disclosure)
        } else {
            self.pipeline.pdf(report, typeset)
        }
    }

    /// Writes the pages in the format that is asked for.
    fn put(
        &self,
        job: &Job,
        typeset: &Typeset,
        sink: &mut Sink<'_>,
        pdf: impl FnOnce() -> Result<Vec<u8>, Failure>,
    ) -> Result<usize, Early> {
        // What gave pages has a publisher, and with it a target.
        let Some(Target { path, .. }) = &job.target else { return Err(Early::Faulty) };
        match self.request.making.format {
            Format::Pdf => sink.put(path.clone(), &pdf()?)?,
            Format::Png(ppi) => {
                for (index, bytes) in export::png(&typeset.document, ppi).enumerate() {
                    sink.put(picture(path, index, "png"), &bytes.map_err(Failure::from)?)?;
                }
            }
            Format::Svg => {
                for (index, text) in export::svg(&typeset.document).enumerate() {
                    sink.put(picture(path, index, "svg"), text.as_bytes())?;
                }
            }
        }
        Ok(typeset.layout.pages.len())
    }

    fn go_on(&self) -> Result<(), Early> {
        if self.outlet.stop.is_requested() { Err(Early::Stopped) } else { Ok(()) }
    }

    /// Whether a record is kept: not of a file that the user names alone.
    pub(super) fn records(&self) -> bool {
        matches!(self.request.destination, Destination::Folder { .. })
    }
}

/// How records call a document.
pub(super) fn document_name(target: &Target) -> Option<String> {
    target.path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn count(findings: &[Diagnostic], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

//! One state of a document: what a data file derives to, or what a published PDF has attached.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{Failure, Pipeline};
use crate::derive::report::{Report, ScopeKind};
use crate::diagnostic::{Diagnostic, code};
use crate::load::Document;
use crate::model::Scope;
use crate::published::{MAXIMUM_BYTES, Published, PublishedError};
use crate::typeset::report_json;

/// 状态。
pub struct State {
    /// What is printed.
    pub report: Report,
    /// The facts behind it, of a data file.
    pub document: Option<Document>,
}

/// A file as it was given on the command line.
pub enum Input {
    /// A data file.
    Data(Box<Document>),
    /// A published PDF and its report.
    Published(Box<Report>),
}

impl Input {
    /// The scope in which a data file gives the document that this PDF is; none of a data file.
    #[must_use]
    pub fn scope_in(&self, document: &Document) -> Option<Scope> {
        match self {
            Self::Published(report) => scope_of(document, report.scope, &report.publisher.full_name),
            Self::Data(_) => None,
        }
    }
}

impl Pipeline {
    /// Reads a data file, or the report attached to a published PDF.
    ///
    /// # Errors
    /// The file cannot be read, has faults, or is a PDF without our report.
    pub fn input(&self, path: &Path) -> Result<Input, Failure> {
        if !is_pdf(path) {
            return Ok(Input::Data(Box::new(self.load(path)?)));
        }
        let published = |error| Failure::Published { path: path.to_owned(), error };
        let bytes = published_bytes(path)?;
        let (report, _) = attached_report(&Published::open(&bytes).map_err(published)?).map_err(published)?;
        Ok(Input::Published(Box::new(report)))
    }

    /// Two states of one document, each from a data file or a published PDF.
    ///
    /// A data file beside a PDF is derived for the body whose document the PDF is; otherwise as it states, or for `scope`.
    ///
    /// # Errors
    /// As [`Self::input`] and [`Self::report`].
    pub fn states(&self, old: Input, new: Input, scope: Option<&Scope>) -> Result<(State, State), Failure> {
        let of_pdf = |input: &Input| match input {
            Input::Published(report) => Some((report.scope, report.publisher.full_name.clone())),
            Input::Data(_) => None,
        };
        let published = of_pdf(&old).or_else(|| of_pdf(&new));
        let state = |input: Input| -> Result<State, Failure> {
            match input {
                Input::Published(report) => Ok(State { report: *report, document: None }),
                Input::Data(document) => {
                    let wanted = published.as_ref().and_then(|(kind, name)| scope_of(&document, *kind, name));
                    let report = self.report(&document, scope.cloned().or(wanted).as_ref())?;
                    Ok(State { report, document: Some(*document) })
                }
            }
        };
        Ok((state(old)?, state(new)?))
    }
}

/// The scope in which a data file gives the document of this publisher.
fn scope_of(document: &Document, kind: ScopeKind, full_name: &str) -> Option<Scope> {
    match kind {
        ScopeKind::Department => Some(Scope::Department),
        ScopeKind::Unit => {
            let mut units = document.disclosure.units.iter();
            let named = |unit: &&crate::model::Unit| unit.full_name.as_ref().unwrap_or(&unit.name) == full_name;
            units.find(named).map(|unit| Scope::Unit(unit.code.clone()))
        }
    }
}

/// The report attached to a PDF, and its bytes.
///
/// # Errors
/// There is none, it is of another format, or not as this program writes it.
pub fn attached_report(published: &Published) -> Result<(Report, Vec<u8>), PublishedError> {
    let bytes = published.attachment("report.json")?.ok_or(PublishedError::NotOurs)?;
    Ok((report_of(&bytes)?, bytes))
}

/// The report that is written so.
pub(super) fn report_of(bytes: &[u8]) -> Result<Report, PublishedError> {
    let report: Report = serde_json::from_slice(bytes).map_err(|_| PublishedError::OtherFormat)?;
    // Whatever the types do not know would be neither printed nor compared.
    if report_json(&report) == bytes { Ok(report) } else { Err(PublishedError::OtherFormat) }
}

/// Whether a file begins as a PDF does. One that cannot be read is told by the loader of data.
fn is_pdf(path: &Path) -> bool {
    let mut head = [0; 5];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *b"%PDF-"
}

/// The contents of a file that should be a published PDF, at most a little more than such a file may have.
///
/// # Errors
/// It cannot be read.
pub fn published_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAXIMUM_BYTES as u64 + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let message = format!("{}：无法读取", path.display());
            Err(Failure::Findings(vec![Diagnostic::error(code::UNREADABLE, message).note(error.to_string())]))
        }
    }
}

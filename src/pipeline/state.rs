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
    Data(Document),
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
        match published_bytes(path)? {
            Some(bytes) => {
                let published = |error| Failure::Published { path: path.to_owned(), error };
                let (report, _) = attached_report(&Published::open(&bytes).map_err(published)?).map_err(published)?;
                Ok(Input::Published(Box::new(report)))
            }
            None => Ok(Input::Data(self.load(path)?)),
        }
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
                    Ok(State { report, document: Some(document) })
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
    let bytes = published.attachment("/report.json")?.ok_or(PublishedError::NotOurs)?;
    let report: Report = serde_json::from_slice(&bytes).map_err(|_| PublishedError::NotOurs)?;
    // Whatever the types do not know would be neither printed nor compared.
    if report_json(&report) == bytes { Ok((report, bytes)) } else { Err(PublishedError::NotOurs) }
}

/// The contents of a PDF; none of another file, which is left to the loader of data.
fn published_bytes(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    const HEAD: usize = 5;
    let unreadable = |error: std::io::Error| {
        let message = format!("{}：读取失败", path.display());
        Failure::Findings(vec![Diagnostic::error(code::UNREADABLE, message).note(error.to_string())])
    };
    // A file that cannot be opened is told by the loader of data.
    let Ok(mut file) = File::open(path) else { return Ok(None) };
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes != b"%PDF-" {
        return Ok(None);
    }
    file.take((MAXIMUM_BYTES + 1 - HEAD) as u64).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(Some(bytes))
}

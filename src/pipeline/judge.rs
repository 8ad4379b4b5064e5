//! The checks between the stages, for one file and one document of it.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use super::places::diagnostic;
use super::{Failure, Pipeline};
use crate::check::{self, Edit, Facts, Outcome, Pages, Selection, Sketch, Unchecked};
use crate::derive::report::Report;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Document;
use crate::model::Scope;
use crate::reference::Catalogue;
use crate::typeset::Typeset;

/// How far a check goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stages {
    /// Facts and report; no page is made.
    Report,
    /// The pages too.
    #[default]
    Layout,
}

/// What the checks say.
#[derive(Debug, Default)]
pub struct Judged {
    /// Faults of derivation and findings of rules.
    pub findings: Vec<Diagnostic>,
    /// What the program can mend itself.
    pub edits: Vec<Edit>,
    /// Rules that could not judge.
    pub unchecked: Vec<Unchecked>,
    /// Rules that judged.
    pub checked: BTreeSet<&'static str>,
}

/// A document of a file, as far as it could be made.
pub struct Made {
    /// What it prints.
    pub report: Report,
    /// Its pages, if they were asked for and could be made.
    pub typeset: Option<Typeset>,
}

impl Judged {
    /// Whether something stops the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Adds what another check says; what both say, such as on two documents of a file, stays once.
    pub fn append(&mut self, other: Self) {
        for finding in other.findings {
            if !self.findings.contains(&finding) {
                self.findings.push(finding);
            }
        }
        for edit in other.edits {
            if !self.edits.contains(&edit) {
                self.edits.push(edit);
            }
        }
        for unchecked in other.unchecked {
            if !self.unchecked.iter().any(|one| one.rule.code == unchecked.rule.code) {
                self.unchecked.push(unchecked);
            }
        }
        self.checked.extend(other.checked);
    }

    fn add(&mut self, document: &Document, outcome: Outcome) {
        self.findings.extend(outcome.findings.iter().map(|finding| diagnostic(document, finding)));
        self.edits.extend(outcome.findings.into_iter().flat_map(|finding| finding.edits));
        self.unchecked.extend(outcome.unchecked);
        self.checked.extend(outcome.checked);
    }
}

impl Pipeline {
    /// Runs the rules that read the facts of a file.
    ///
    /// # Errors
    /// The region profile cannot be used.
    pub fn judge_facts(&self, document: &Document, selection: &Selection) -> Result<Judged, Failure> {
        let region = self.region(document, document.disclosure.scope.kind())?;
        let facts = Facts::new(&document.disclosure, &region, Catalogue::for_year(document.disclosure.year)?);
        let mut judged = Judged::default();
        judged.add(document, check::facts(&facts, selection));
        Ok(judged)
    }

    /// What [`Self::judge_batch`] needs of one file.
    ///
    /// # Errors
    /// The region profile cannot be used.
    pub fn sketch(&self, document: &Document) -> Result<Sketch, Failure> {
        let region = self.region(document, document.disclosure.scope.kind())?;
        let facts = Facts::new(&document.disclosure, &region, Catalogue::for_year(document.disclosure.year)?);
        Ok(Sketch::new(document.source.name(), &facts))
    }

    /// Runs the rules that compare the files of one run; a result a file, in their order. `document` gives the file of a
    /// sketch, and is asked only for those of which something is told or derived.
    ///
    /// # Errors
    /// As [`Self::judge_facts`], and those of `document`.
    pub fn judge_batch<D: Borrow<Document>>(
        &self,
        sketches: &mut [Sketch],
        document: impl Fn(usize) -> Result<D, Failure>,
        selection: &Selection,
    ) -> Result<Vec<Judged>, Failure> {
        for index in check::compared_with(sketches) {
            let document = document(index)?;
            let disclosure = &document.borrow().disclosure;
            let region = self.region(document.borrow(), disclosure.scope.kind())?;
            sketches[index].add_figures(&Facts::new(disclosure, &region, Catalogue::for_year(disclosure.year)?));
        }
        let outcome = check::batch(sketches, selection);
        let mut all: Vec<_> = sketches.iter().map(|_| Judged::default()).collect();
        let mut findings: Vec<_> = outcome.findings.iter().collect();
        // By file, so that each is asked for once; the order of the rules stays within a file.
        findings.sort_by_key(|finding| finding.body);
        for of_file in findings.chunk_by(|one, next| one.body == next.body) {
            let index = of_file[0].body;
            let document = document(index)?;
            all[index].findings.extend(of_file.iter().map(|finding| diagnostic(document.borrow(), finding)));
        }
        for judged in &mut all {
            judged.checked.clone_from(&outcome.checked);
        }
        Ok(all)
    }

    /// Derives one document of a file, typesets it if `stages` say so, and runs the rules that read the results.
    ///
    /// Faults of derivation are among the findings. What could be made is given back although it may
    /// have errors: it is the caller's to publish nothing then.
    ///
    /// # Errors
    /// The program cannot do its work: region, templates.
    pub fn judge(
        &self,
        document: &Document,
        scope: Option<&Scope>,
        selection: &Selection,
        stages: Stages,
    ) -> Result<(Judged, Option<Made>), Failure> {
        let region = self.region(document, scope.unwrap_or(&document.disclosure.scope).kind())?;
        let facts = Facts::new(&document.disclosure, &region, Catalogue::for_year(document.disclosure.year)?);
        let mut judged = Judged::default();
        let report = match self.report(document, scope) {
            Ok(report) => report,
            Err(Failure::Findings(findings)) => {
                const REASON: &str = "数据有错误，无法推算";
                judged.findings.extend(findings);
                judged.add(document, check::report(&facts, Err(REASON), selection));
                judged.add(document, check::layout(Err(REASON), selection));
                return Ok((judged, None));
            }
            Err(failure) => return Err(failure),
        };
        judged.add(document, check::report(&facts, Ok(&report), selection));
        if stages == Stages::Report {
            judged.add(document, check::layout(Err("没有排版"), selection));
            return Ok((judged, Some(Made { report, typeset: None })));
        }
        let typeset = self.typeset(&report)?;
        let pages = Pages { facts: &facts, report: &report, layout: &typeset.layout };
        judged.add(document, check::layout(Ok(&pages), selection));
        Ok((judged, Some(Made { report, typeset: Some(typeset) })))
    }
}

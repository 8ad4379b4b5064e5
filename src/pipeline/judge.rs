//! The checks between the stages, for one file and one document of it.

use std::collections::BTreeSet;

use super::places::diagnostic;
use super::{Failure, Pipeline};
use crate::check::{self, Body, Edit, Facts, Outcome, Pages, Selection, Unchecked};
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
        let region = self.region(document)?;
        let facts = Facts::new(&document.disclosure, &region, Catalogue::for_year(document.disclosure.year)?);
        let mut judged = Judged::default();
        judged.add(document, check::facts(&facts, selection));
        Ok(judged)
    }

    /// Runs the rules that compare the files of one run; a result a file, in their order.
    ///
    /// # Errors
    /// As [`Self::judge_facts`].
    pub fn judge_batch(&self, documents: &[&Document], selection: &Selection) -> Result<Vec<Judged>, Failure> {
        let regions = documents.iter().map(|document| self.region(document)).collect::<Result<Vec<_>, _>>()?;
        let mut facts = Vec::new();
        for (document, region) in documents.iter().zip(&regions) {
            let catalogue = Catalogue::for_year(document.disclosure.year)?;
            facts.push(Facts::new(&document.disclosure, region, catalogue));
        }
        let names = documents.iter().map(|document| document.source.name());
        let bodies: Vec<_> = names.zip(&facts).map(|(file, facts)| Body { file, facts }).collect();
        let outcome = check::batch(&bodies, selection);
        let mut all: Vec<_> = documents.iter().map(|_| Judged::default()).collect();
        for finding in &outcome.findings {
            all[finding.body].findings.push(diagnostic(documents[finding.body], finding));
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
        let region = self.region(document)?;
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

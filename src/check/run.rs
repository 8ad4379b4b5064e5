//! Runs the rules of one stage.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::finding::{Edit, Finding, Judge};
use super::rule::{Pages, Reads, Rule};
use super::rules::RULES;
use super::sketch::Sketch;
use super::texts::FreeText;
use crate::derive::report::Report;
use crate::diagnostic::Severity;

/// Which rules run: codes or their beginnings, such as `GK5` or `GK203`.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these; all if empty.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

impl Selection {
    /// The first entry that no rule's code begins with.
    #[must_use]
    pub fn unknown(&self) -> Option<&str> {
        let known = |prefix: &&String| !RULES.iter().any(|rule| rule.code.id.starts_with(prefix.as_str()));
        self.select.iter().chain(&self.ignore).find(known).map(String::as_str)
    }

    /// Whether the rule or fault with this code is wanted.
    #[must_use]
    pub fn wants(&self, code: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|prefix| code.starts_with(prefix.as_str()));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// 未检查。A rule that could not judge.
#[derive(Debug, Clone)]
pub struct Unchecked {
    /// The rule.
    pub rule: &'static Rule,
    /// Why: a phrase of Chinese.
    pub reason: String,
}

/// What the rules of a stage have to say.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// In the order of the registry, then of the data.
    pub findings: Vec<Finding>,
    /// Rules that could not judge.
    pub unchecked: Vec<Unchecked>,
    /// Rules that ran to their end, with findings or without.
    pub checked: BTreeSet<&'static str>,
}

impl Outcome {
    /// Whether something stops the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Adds what another stage says.
    pub fn append(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.unchecked.extend(other.unchecked);
        self.checked.extend(other.checked);
    }

    fn run(&mut self, rule: &'static Rule, judge_by: impl FnOnce(&mut Judge<'_>)) {
        let mut judge = Judge::new(rule, &mut self.findings);
        judge_by(&mut judge);
        match judge.into_unchecked() {
            Some(reason) => self.unchecked.push(Unchecked { rule, reason }),
            None => drop(self.checked.insert(rule.code.id)),
        }
    }
}

fn run(selection: &Selection, mut stage: impl FnMut(&'static Rule, &mut Outcome)) -> Outcome {
    let mut outcome = Outcome::default();
    for rule in RULES.iter().filter(|rule| selection.wants(rule.code.id)) {
        stage(rule, &mut outcome);
    }
    outcome
}

/// The rules that read facts.
#[must_use]
pub fn facts(facts: &Facts<'_>, selection: &Selection) -> Outcome {
    let mut outcome = run(selection, |rule, outcome| {
        if let Reads::Facts(check) = rule.reads {
            outcome.run(rule, |judge| check(facts, judge));
        }
    });
    for text in &facts.texts {
        leave_something(text, &mut outcome.findings);
    }
    outcome
}

/// Takes back the edits of a text that would together leave nothing of it: what it should say, only a person knows.
fn leave_something(text: &FreeText<'_>, findings: &mut [Finding]) {
    let of_text = |edit: &&Edit| edit.pointer == text.pointer;
    let edits = || findings.iter().flat_map(|finding| &finding.edits).filter(of_text);
    if edits().next().is_none() || edits().any(|edit| !edit.replacement.trim().is_empty()) {
        return;
    }
    let mut characters = text.text.chars().enumerate();
    let stays = |at: usize| edits().all(|edit| !edit.characters.contains(&at));
    if characters.any(|(at, character)| !character.is_whitespace() && stays(at)) {
        return;
    }
    for finding in findings {
        finding.edits.retain(|edit| edit.pointer != text.pointer);
    }
}

/// The rules that read the report of one document; all unchecked, with the reason, if there is none.
#[must_use]
pub fn report(facts: &Facts<'_>, report: Result<&Report, &str>, selection: &Selection) -> Outcome {
    run(selection, |rule, outcome| {
        if let Reads::Report(check) = rule.reads {
            outcome.run(rule, |judge| match report {
                Ok(report) => check(facts, report, judge),
                Err(reason) => judge.not_checked(reason),
            });
        }
    })
}

/// The rules that read the pages of one document, likewise.
#[must_use]
pub fn layout(pages: Result<&Pages<'_>, &str>, selection: &Selection) -> Outcome {
    run(selection, |rule, outcome| {
        if let Reads::Layout(check) = rule.reads {
            outcome.run(rule, |judge| match pages {
                Ok(pages) => check(pages, judge),
                Err(reason) => judge.not_checked(reason),
            });
        }
    })
}

/// The rules that compare the files of one run.
#[must_use]
pub fn batch(bodies: &[Sketch], selection: &Selection) -> Outcome {
    run(selection, |rule, outcome| {
        if let Reads::Batch(check) = rule.reads {
            outcome.run(rule, |judge| check(bodies, judge));
        }
    })
}

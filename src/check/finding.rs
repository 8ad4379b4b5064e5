//! What a rule finds, before its place in a file is known.

use std::ops::Range;

use super::rule::Rule;
use crate::diagnostic::{Equation, Severity};
use crate::model::Pointer;

/// Where something is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A value of the data.
    Value(Pointer),
    /// Some characters of a text of the data, counted from 0.
    Within(Pointer, Range<usize>),
    /// A text of the pages, wherever the data hold it.
    Printed(String),
    /// A character of the pages, wherever the data hold it.
    Character(char),
}

impl From<Pointer> for Spot {
    fn from(pointer: Pointer) -> Self {
        Self::Value(pointer)
    }
}

impl From<&Pointer> for Spot {
    fn from(pointer: &Pointer) -> Self {
        Self::Value(pointer.clone())
    }
}

/// 可自动改正之处。Characters of a text of the data and what should stand there. Never of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The text.
    pub pointer: Pointer,
    /// Its characters that go, counted from 0.
    pub characters: Range<usize>,
    /// What comes.
    pub replacement: String,
}

/// 检查结果。
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The rule's, unless a finding is less grave.
    pub severity: Severity,
    /// Which file of a batch, by index; 0 elsewhere.
    pub body: usize,
    /// Where.
    pub spot: Spot,
    /// What is wrong: one Chinese sentence without a full stop.
    pub message: String,
    /// Both sides of what should hold.
    pub equation: Option<Equation>,
    /// Further places, each with a few words.
    pub labels: Vec<(Spot, String)>,
    /// What the judgement rests on.
    pub notes: Vec<String>,
    /// How to mend it.
    pub hint: Option<String>,
    /// How the program can mend it, if it safely can.
    pub edits: Vec<Edit>,
}

impl Finding {
    /// A warning, although the rule's findings are errors.
    pub fn warning(&mut self) -> &mut Self {
        self.severity = Severity::Warning;
        self
    }

    /// Both sides of what should hold.
    pub fn equation(&mut self, equation: Equation) -> &mut Self {
        self.equation = Some(equation);
        self
    }

    /// A further place.
    pub fn label(&mut self, spot: impl Into<Spot>, words: impl Into<String>) -> &mut Self {
        self.labels.push((spot.into(), words.into()));
        self
    }

    /// A further reason.
    pub fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.notes.push(note.into());
        self
    }

    /// A cure.
    pub fn hint(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hint = Some(hint.into());
        self
    }

    /// A cure that the program can apply.
    pub fn edit(&mut self, pointer: &Pointer, characters: Range<usize>, replacement: impl Into<String>) -> &mut Self {
        self.edits.push(Edit { pointer: pointer.clone(), characters, replacement: replacement.into() });
        self
    }

    /// Which file of a batch.
    pub fn body(&mut self, index: usize) -> &mut Self {
        self.body = index;
        self
    }
}

/// What a rule tells while it judges.
#[derive(Debug)]
pub struct Judge<'a> {
    rule: &'static Rule,
    findings: &'a mut Vec<Finding>,
    unchecked: Option<String>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(rule: &'static Rule, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings, unchecked: None }
    }

    /// Tells a finding; what is known besides is added to it.
    pub fn find(&mut self, spot: impl Into<Spot>, message: impl Into<String>) -> &mut Finding {
        let finding = Finding {
            rule: self.rule,
            severity: self.rule.severity,
            body: 0,
            spot: spot.into(),
            message: message.into(),
            equation: None,
            labels: Vec::new(),
            notes: Vec::new(),
            hint: None,
            edits: Vec::new(),
        };
        // Just pushed: the index exists.
        let index = self.findings.len();
        self.findings.push(finding);
        &mut self.findings[index]
    }

    /// Says that the rule could not judge (or not all), and why: a phrase of Chinese without a full stop.
    pub fn not_checked(&mut self, reason: impl Into<String>) {
        self.unchecked = Some(reason.into());
    }

    pub(super) fn into_unchecked(self) -> Option<String> {
        self.unchecked
    }
}

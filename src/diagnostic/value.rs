//! The diagnostic itself.

use super::{Code, Equation, Place};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 警告。Does not stop the document.
    Warning,
    /// 错误。No document is written.
    Error,
}

impl Severity {
    /// The word that is printed before the message.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Warning => "警告",
            Self::Error => "错误",
        }
    }
}

/// A further place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is there, in a few words of Chinese.
    pub message: String,
}

/// One fault or finding: what, where, why and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the document.
    pub severity: Severity,
    /// The kind of fault, for example `GK016`.
    pub code: &'static str,
    /// What is wrong: one Chinese sentence without a full stop.
    pub message: String,
    /// Where; faults of a file that cannot be read have none.
    pub place: Option<Place>,
    /// The same place as the data's own path, such as `projects[0].lines[2].amount`; empty for a text of the pages and for
    /// a file that cannot be read.
    pub path: String,
    /// The same in the words of the form, such as `项目支出 › 第1项 › 金额（元）`; empty where `path` is.
    pub words: String,
    /// Both sides of what should hold.
    pub equation: Option<Equation>,
    /// Further places.
    pub labels: Vec<Label>,
    /// What the judgement rests on, besides.
    pub notes: Vec<String>,
    /// 依据: the clause, or the mistake in a published document that the rule is made of.
    pub basis: Option<String>,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Diagnostic {
    fn new(severity: Severity, code: &'static str, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            place: None,
            path: String::new(),
            words: String::new(),
            equation: None,
            labels: Vec::new(),
            notes: Vec::new(),
            basis: None,
            hint: None,
        }
    }

    /// An error of the kind `code`.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code.id, message.into())
    }

    /// A warning of the kind `code`.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code.id, message.into())
    }

    /// The same, at `place`.
    #[must_use]
    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.place = place.into();
        self
    }

    /// The same, with a further place.
    #[must_use]
    pub fn label(mut self, place: Place, message: impl Into<String>) -> Self {
        self.labels.push(Label { place, message: message.into() });
        self
    }

    /// The same, with a further reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same, with a cure.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }
}

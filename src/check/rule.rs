//! What a rule is.

use super::facts::Facts;
use super::finding::Judge;
use super::manual::Manual;
use super::sketch::Sketch;
use crate::derive::report::Report;
use crate::diagnostic::{Code, Severity};
use crate::typeset::Layout;

/// 规则。One thing that is checked.
#[derive(Debug)]
pub struct Rule {
    /// Number and title.
    pub code: Code,
    /// Whether its findings stop the document.
    pub severity: Severity,
    /// What it reads, and its judgement.
    pub reads: Reads,
    /// Its doc comment.
    pub text: &'static str,
}

/// What a rule reads, and with it when it can run.
#[derive(Debug, Clone, Copy)]
pub enum Reads {
    /// The facts of a file: after load.
    Facts(fn(&Facts<'_>, &mut Judge<'_>)),
    /// The report of one document: after derive.
    Report(fn(&Facts<'_>, &Report, &mut Judge<'_>)),
    /// The pages of one document: after typeset.
    Layout(fn(&Pages<'_>, &mut Judge<'_>)),
    /// All files of one run; a finding names the file by its index.
    Batch(fn(&[Sketch], &mut Judge<'_>)),
}

/// One typeset document.
#[derive(Debug, Clone, Copy)]
pub struct Pages<'a> {
    /// Where it comes from.
    pub facts: &'a Facts<'a>,
    /// What it prints.
    pub report: &'a Report,
    /// How it stands on the pages.
    pub layout: &'a Layout,
}

impl Rule {
    /// The manual page.
    #[must_use]
    pub fn manual(&self) -> Manual {
        Manual::parse(self.text)
    }
}

/// Defines a module's `RULE` from its doc comment, code, title, severity, and what its function `check` reads.
///
/// ```text
/// rule! {
///     /// # 检查内容 …
///     "GK135", "成本构成合计与项目预算不一致", Error, Facts
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $line:literal])* $id:literal, $title:literal, $severity:ident, $reads:ident) => {
        $(#[doc = $line])*
        pub static RULE: $crate::check::Rule = $crate::check::Rule {
            code: $crate::diagnostic::Code { id: $id, title: $title },
            severity: $crate::diagnostic::Severity::$severity,
            reads: $crate::check::Reads::$reads(check),
            text: concat!($($line, "\n"),*),
        };
    };
}
pub(super) use rule;

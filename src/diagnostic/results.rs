//! What a check says of files, for the renderers that show more than a list of findings.

use super::{Diagnostic, Severity};

/// 检查结果。What was found in one file.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The file's name as it was given on the command line.
    pub file: String,
    /// The document's title, such as `青山区科学技术协会2023年部门预算公开`; empty if the file could not be read.
    pub title: String,
    /// Faults and findings in the order of the file.
    pub findings: Vec<Diagnostic>,
    /// Rules that could not judge.
    pub unchecked: Vec<NotChecked>,
    /// How many rules judged.
    pub checked: usize,
}

/// 未检查。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotChecked {
    /// The rule's number.
    pub code: &'static str,
    /// The rule's title.
    pub title: &'static str,
    /// Why.
    pub reason: String,
}

/// 规则. What the machine-readable reports say of a rule or a kind of fault.
#[derive(Debug, Clone)]
pub struct RuleInfo {
    /// `GK203`.
    pub code: &'static str,
    /// Title.
    pub title: &'static str,
    /// What its findings are unless they say otherwise.
    pub severity: Severity,
    /// 检查内容; empty for faults of reading.
    pub checked: String,
    /// 依据; empty for faults of reading.
    pub basis: String,
}

impl Checked {
    /// What people call it: the title, or the file's name if the file could not be read.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.title.is_empty() { &self.file } else { &self.title }
    }

    /// How many findings are errors, and how many are warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        (errors, self.findings.len() - errors)
    }
}

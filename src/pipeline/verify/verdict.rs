//! What a verification says, in words that claim no more than it shows.

/// The steps in their order.
pub(super) const ATTACHMENTS: &str = "附件";
pub(super) const TOTALS: &str = "勾稽关系";
pub(super) const PAGES: &str = "版面";
pub(super) const DATA: &str = "数据文件";
pub(super) const SHA256: &str = "文件校验值";

/// 核验结果 of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 通过。
    Passed,
    /// 不符。
    Failed,
    /// 未检查。
    Unchecked,
}

/// One thing that is held against another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is verified.
    pub name: &'static str,
    /// With what outcome.
    pub outcome: Outcome,
    /// What was found, or why it was not looked for.
    pub details: Vec<String>,
}

/// 核验。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// In their order; those after a failure may be unchecked.
    pub steps: Vec<Step>,
    /// The version of the program that the manifest names.
    pub made_by: String,
}

impl Outcome {
    /// The word for people.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "通过",
            Self::Failed => "不符",
            Self::Unchecked => "未检查",
        }
    }

    /// The word for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Unchecked => "unchecked",
        }
    }
}

impl Step {
    pub(super) fn passed(name: &'static str, detail: impl Into<String>) -> Self {
        Self { name, outcome: Outcome::Passed, details: vec![detail.into()] }
    }

    pub(super) fn failed(name: &'static str, details: Vec<String>) -> Self {
        Self { name, outcome: Outcome::Failed, details }
    }

    pub(super) fn unchecked(name: &'static str, reason: &str) -> Self {
        Self { name, outcome: Outcome::Unchecked, details: vec![reason.to_owned()] }
    }
}

impl Verification {
    /// Whether nothing contradicts the document.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.steps.iter().all(|step| step.outcome != Outcome::Failed)
    }

    /// The whole in one sentence.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        let passed = |name: &str| self.steps.iter().any(|step| step.name == name && step.outcome == Outcome::Passed);
        let failed = |name: &str| self.steps.iter().any(|step| step.name == name && step.outcome == Outcome::Failed);
        if [ATTACHMENTS, TOTALS, PAGES].iter().any(|name| failed(name)) {
            return "不成立：这个文件被改动过，或不是由所附内容生成";
        }
        match (failed(DATA), failed(SHA256)) {
            (true, true) => return "不成立：文件完整且自洽，但内容不是由这份数据得出，也不是公布的文件",
            (true, false) => return "不成立：文件完整且自洽，但内容不是由这份数据得出",
            (false, true) => return "不成立：文件完整且自洽，但不是公布的文件",
            (false, false) => {}
        }
        match (passed(DATA), passed(SHA256)) {
            (true, true) => "成立：完整且自洽，内容由这份数据得出，并且就是公布的文件",
            (true, false) => "成立：完整且自洽，内容由这份数据得出",
            (false, true) => "成立：完整且自洽，并且就是公布的文件",
            (false, false) => {
                "成立：完整且自洽（各页与附件一致，合计相符）；不说明数据本身是否真实，也不说明是否为公布的文件"
            }
        }
    }
}

/// `3、5–7`.
pub(super) fn ranges(pages: &[usize]) -> String {
    let mut shown: Vec<String> = Vec::new();
    for run in pages.chunk_by(|one, next| one + 1 == *next) {
        match run {
            [one] => shown.push(one.to_string()),
            [first, .., last] => shown.push(format!("{first}–{last}")),
            [] => {}
        }
    }
    shown.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_as_ranges() {
        assert_eq!(ranges(&[3, 5, 6, 7, 9, 10]), "3、5–7、9–10");
        assert_eq!(ranges(&[]), "");
    }

    #[test]
    fn the_verdict_claims_no_more_than_was_looked_at() {
        let verification = |outcome| Verification {
            steps: vec![
                Step::passed(ATTACHMENTS, ""),
                Step { name: DATA, outcome, details: Vec::new() },
                Step::unchecked(SHA256, ""),
            ],
            made_by: String::new(),
        };
        assert!(verification(Outcome::Unchecked).verdict().contains("不说明数据本身是否真实"));
        assert_eq!(verification(Outcome::Passed).verdict(), "成立：完整且自洽，内容由这份数据得出");
        assert!(!verification(Outcome::Failed).holds());
        assert!(verification(Outcome::Failed).verdict().starts_with("不成立：文件完整且自洽，但内容不是"));
    }
}

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
    /// In what this program differs from the one that made the document. The bytes of the two cannot be compared then.
    pub other_make: Option<String>,
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

    /// Whether the file is, byte for byte, what its attachment gives: no more and no less than the program made.
    #[must_use]
    pub fn is_byte_for_byte(&self) -> bool {
        self.other_make.is_none() && self.is(PAGES, Outcome::Passed)
    }

    /// The whole in one sentence.
    #[must_use]
    pub fn verdict(&self) -> String {
        let failed = |name| self.is(name, Outcome::Failed);
        if failed(PAGES)
            && let Some(other) = &self.other_make
        {
            return format!("不成立：各页文字与附件重新排版的不同；{other}，分不清是改动还是版本之差");
        }
        if [ATTACHMENTS, TOTALS, PAGES].into_iter().any(failed) {
            return "不成立：这个文件被改动过，或不是由所附内容生成".to_owned();
        }
        let shown = match &self.other_make {
            None => "完整且自洽".to_owned(),
            Some(other) => format!("各页文字与附件一致，未逐字节核对（{other}）"),
        };
        let but = [(DATA, "内容不是由这份数据得出"), (SHA256, "不是公布的文件")];
        let but: Vec<_> = but.into_iter().filter(|(name, _)| failed(name)).map(|(_, words)| words).collect();
        if !but.is_empty() {
            return format!("不成立：{shown}，但{}", but.join("，也"));
        }
        let and = [(DATA, "，内容由这份数据得出"), (SHA256, "，并且就是公布的文件")];
        let and: String =
            and.iter().filter(|(name, _)| self.is(name, Outcome::Passed)).map(|(_, words)| *words).collect();
        if and.is_empty() {
            return format!("成立：{shown}；不说明数据本身是否真实，也不说明是否为公布的文件");
        }
        format!("成立：{shown}{and}")
    }

    fn is(&self, name: &str, outcome: Outcome) -> bool {
        self.steps.iter().any(|step| step.name == name && step.outcome == outcome)
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
                Step::passed(PAGES, ""),
                Step { name: DATA, outcome, details: Vec::new() },
                Step::unchecked(SHA256, ""),
            ],
            made_by: String::new(),
            other_make: None,
        };
        assert!(verification(Outcome::Unchecked).verdict().contains("不说明数据本身是否真实"));
        assert_eq!(verification(Outcome::Passed).verdict(), "成立：完整且自洽，内容由这份数据得出");
        assert!(!verification(Outcome::Failed).holds());
        assert!(verification(Outcome::Failed).verdict().starts_with("不成立：完整且自洽，但内容不是"));
    }

    #[test]
    fn what_was_not_compared_byte_for_byte_is_not_called_intact() {
        let mut verification = Verification {
            steps: vec![Step::passed(ATTACHMENTS, ""), Step::passed(PAGES, ""), Step::passed(DATA, "")],
            made_by: String::new(),
            other_make: Some("生成它的字体与本机不同".to_owned()),
        };
        assert!(verification.holds() && !verification.is_byte_for_byte());
        let expected = "成立：各页文字与附件一致，未逐字节核对（生成它的字体与本机不同），内容由这份数据得出";
        assert_eq!(verification.verdict(), expected);
        verification.steps[1].outcome = Outcome::Failed;
        assert!(verification.verdict().ends_with("分不清是改动还是版本之差"));
    }
}

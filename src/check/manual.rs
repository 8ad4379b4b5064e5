//! The manual page of a rule, read from its doc comment.

use std::fmt;

/// 说明页。
///
/// ```text
/// # 检查内容
/// What is checked, in words of the field.
///
/// # 依据
/// Clause, or the mistake in a published document, with its id.
///
/// # 示例
/// 有误（420107-shili-2024）： then a block of steps; 无误： then one.
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manual {
    /// 检查内容。
    pub checked: String,
    /// 依据。
    pub basis: String,
    /// 示例, executable.
    pub examples: Vec<Example>,
    /// 示例 in words, where no change of one file can show it.
    pub described: String,
}

/// 示例。What to do to a file of `data/` that the rule has nothing to say of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule finds something afterwards.
    pub bad: bool,
    /// The file of `data/`, without extension.
    pub data: String,
    /// One step a line.
    pub steps: Vec<Step>,
}

/// One change of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `path = JSON`
    Set(String, String),
    /// `path += JSON`: a further element.
    Append(String, String),
    /// `删去 path`
    Remove(String),
}

/// The data that an example starts from if it names none.
const DEFAULT_DATA: &str = "420107-kexie-2023";

impl Manual {
    /// 依据 for a finance officer: without the entries of docs/domain.md (`domain.md R20`, `F14`, `b.5`), which are there
    /// for developers.
    #[must_use]
    pub fn legal_basis(&self) -> String {
        let mut text = String::new();
        let mut rest = self.basis.as_str();
        while let Some((before, (inside, after))) =
            rest.split_once('（').and_then(|(before, rest)| Some((before, rest.split_once('）')?)))
        {
            text.push_str(before);
            let kept: Vec<_> = inside.split('；').filter(|part| !is_entry(part.trim())).collect();
            if !kept.is_empty() {
                text.push_str(&format!("（{}）", kept.join("；")));
            }
            rest = after;
        }
        text + rest
    }

    /// Reads a doc comment.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut manual =
            Self { checked: String::new(), basis: String::new(), examples: Vec::new(), described: String::new() };
        let mut section = "";
        let mut block: Option<Example> = None;
        let mut introduced = None;
        for line in text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            if let Some(title) = line.strip_prefix("# ") {
                section = title;
            } else if line.starts_with("```") {
                match block.take() {
                    Some(example) => manual.examples.push(example),
                    None => block = introduced.take(),
                }
            } else if let Some(example) = &mut block {
                example.steps.extend(Step::parse(line));
            } else {
                let introduces = introduction(line);
                match section {
                    "检查内容" => add_line(&mut manual.checked, line),
                    "依据" => add_line(&mut manual.basis, line),
                    "示例" if introduces.is_none() => add_line(&mut manual.described, line),
                    _ => {}
                }
                introduced = introduces.or(introduced);
            }
        }
        for text in [&mut manual.checked, &mut manual.basis, &mut manual.described] {
            text.truncate(text.trim_end().len());
        }
        manual
    }
}

/// Whether a text names entries of docs/domain.md and nothing else.
fn is_entry(text: &str) -> bool {
    let named = text.strip_prefix("domain.md").unwrap_or(text);
    named.len() < text.len()
        || !named.is_empty() && named.bytes().any(|byte| byte.is_ascii_digit()) && {
            named
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || "abcdef.–、 ".contains(letter) || letter.is_ascii_digit())
        }
}

/// Adds a line of a paragraph; Chinese is joined without a space.
fn add_line(text: &mut String, line: &str) {
    let ascii_meets =
        text.ends_with(|last: char| last.is_ascii_graphic()) && line.starts_with(|c: char| c.is_ascii_graphic());
    if line.is_empty() {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    } else {
        if ascii_meets {
            text.push(' ');
        }
        text.push_str(line);
    }
    if text.ends_with("\n\n") {
        text.pop();
    }
}

/// `有误：` or `无误（420107-shili-2024）：` before a block.
fn introduction(line: &str) -> Option<Example> {
    let (bad, rest) =
        line.strip_prefix("有误").map(|rest| (true, rest)).or_else(|| Some((false, line.strip_prefix("无误")?)))?;
    let named = rest.split_once('（').and_then(|(_, rest)| rest.split_once('）')).map(|(name, _)| name);
    Some(Example { bad, data: named.unwrap_or(DEFAULT_DATA).to_owned(), steps: Vec::new() })
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(path, value) => write!(formatter, "{path} = {value}"),
            Self::Append(path, value) => write!(formatter, "{path} += {value}"),
            Self::Remove(path) => write!(formatter, "删去 {path}"),
        }
    }
}

impl Step {
    /// Reads one line; none if it is no step.
    pub(super) fn parse(line: &str) -> Option<Self> {
        if let Some(path) = line.strip_prefix("删去 ") {
            return Some(Self::Remove(path.trim().to_owned()));
        }
        let (path, value) = line.split_once(" = ").map_or((None, ""), |(path, value)| (Some(path), value));
        match (path, line.split_once(" += ")) {
            (_, Some((path, value))) if !path.contains(" = ") => {
                Some(Self::Append(path.trim().to_owned(), value.to_owned()))
            }
            (Some(path), _) => Some(Self::Set(path.trim().to_owned(), value.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn officers_are_not_sent_to_the_developers_notes() {
        for (text, shown) in [
            ("甲（domain.md R20、F21）。", "甲。"),
            ("乙（预算法第十四条；domain.md D1）。丙（domain.md c.3）", "乙（预算法第十四条）。丙"),
            ("丁（F14）和戊（b.5）。", "丁和戊。"),
            ("己（2023年）。", "己（2023年）。"),
        ] {
            let manual = Manual { basis: text.to_owned(), ..Manual::parse("") };
            assert_eq!(manual.legal_basis(), shown);
        }
    }

    #[test]
    fn sections_and_examples_are_read() {
        let manual = Manual::parse(concat!(
            " # 检查内容\n \n 甲等于\n 乙。\n \n 第二段。\n \n # 依据\n \n domain.md R20。\n \n # 示例\n \n 有误：\n \n ```text\n",
            " a.b[0] = \"1\"\n c += {\"d\": 1}\n 删去 e\n ```\n \n 无误（420107-shili-2024）：\n \n ```text\n a = 2\n ```\n"
        ));
        assert_eq!(manual.checked, "甲等于乙。\n第二段。");
        assert_eq!(manual.basis, "domain.md R20。");
        let set = |path: &str, value: &str| Step::Set(path.to_owned(), value.to_owned());
        let bad = [
            set("a.b[0]", "\"1\""),
            Step::Append("c".to_owned(), "{\"d\": 1}".to_owned()),
            Step::Remove("e".to_owned()),
        ];
        assert_eq!(manual.examples[0], Example { bad: true, data: DEFAULT_DATA.to_owned(), steps: bad.to_vec() });
        let good = Example { bad: false, data: "420107-shili-2024".to_owned(), steps: vec![set("a", "2")] };
        assert_eq!(manual.examples[1..], [good]);
    }
}

//! Spaces where Chinese has none.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::wording::{in_titles, is_han};
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 文字的开头和结尾、汉字与汉字之间、全角标点前后没有空格。汉字与数字、字母之间的空格和书名号内的空格不检查。标点前后和首尾的空格
    /// 可以自动删去；两个汉字之间的空格可能代替标点，不自动改。
    ///
    /// # 依据
    ///
    /// 复制和排版留下的空格；科目编码和名称中的空格在公开文本中造成过错误（domain.md F15）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = " 一名在职人员转退休"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.manager = "王 示例"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "2023 年一名在职人员转退休，学习《尊重科学 全域传播》，购买 Windows 系统"
    /// ```
    "GK516", "多余的空格", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in &facts.texts {
        let characters = text.characters();
        let found = stray(&characters);
        let Some((first, _)) = found.first() else { continue };
        let count = if found.len() > 1 { format!("（共{}处）", found.len()) } else { String::new() };
        let spot = Spot::Within(text.pointer.clone(), first.clone());
        let finding = judge.find(spot, format!("文字中有多余的空格{count}"));
        let certain = found.iter().all(|(_, certain)| *certain);
        finding.hint(if certain { "删去空格" } else { "删去空格；空格代替标点时改为标点" });
        for (range, _) in found.into_iter().filter(|(_, certain)| *certain) {
            finding.edit(&text.pointer, range, "");
        }
    }
}

/// Runs of spaces that do not belong there, and whether they mean nothing for certain.
fn stray(characters: &[char]) -> Vec<(Range<usize>, bool)> {
    let titles = in_titles(characters);
    let mut found = Vec::new();
    let mut at = 0;
    for run in characters.chunk_by(|before, after| is_space(*before) == is_space(*after)) {
        let range = at..at + run.len();
        at = range.end;
        if !is_space(run[0]) || titles[range.start] {
            continue;
        }
        let before = range.start.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(range.end).copied();
        let (Some(before), Some(after)) = (before, after) else {
            found.push((range, true));
            continue;
        };
        if is_mark(before) || is_mark(after) {
            found.push((range, true));
        } else if is_han(before) && is_han(after) {
            found.push((range, false));
        }
    }
    found
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{3000}')
}

/// Full-width punctuation, which holds its own space.
fn is_mark(character: char) -> bool {
    "，。、；：？！（）《》〈〉【】〔〕“”".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_spaces_within_chinese() {
        let found = |text: &str| stray(&text.chars().collect::<Vec<_>>());
        assert_eq!(found(" 甲\u{3000}"), [(0..1, true), (2..3, true)]);
        assert_eq!(found("甲， 乙 \u{a0}丙"), [(2..3, true), (4..6, false)]);
        for text in ["甲 1", "A B", "《甲 乙》", "1 2"] {
            assert_eq!(found(text), [(0..0, true); 0], "{text}");
        }
    }
}

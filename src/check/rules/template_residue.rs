//! What a template says to its writer, and blanks that were not filled.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::wording::{ends_at, is_end, is_han, starts_at};
use crate::check::words::WORDS;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 各处文字中没有模板的提示语，例如“增加（减少）”“（上一年度，下同）”“部门应根据实际情况”“请填写”“主要原因是。”；
    /// “万元”“%”之前有数，例如没有“占 %”“为 万元”。“增加/减少”“（填写”只作提醒。词表见 data/wording/words.toml。
    ///
    /// # 依据
    ///
    /// 已公开文本中的实例：“增加（减少）的主要原因”“主要原因是。”“部门应根据实际情况进行解释和增减”“占 %”（domain.md F14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "增加（减少）的主要原因是人员变动"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展主题科普活动，占 %。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展主题科普活动，占全部活动的 80 %，主要是：经费单位为万元。"
    /// ```
    "GK502", "文字中有模板残留", Error, Facts
}

/// Words that a figure follows.
const BEFORE_FIGURE: &[&str] = &["占", "为", "共计", "合计", "增加", "减少", "增长", "下降", "上升"];
/// Words before a unit that is only named.
const NAMING: &[&str] = &["单位为", "单位", "以", "按", "数"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded()) {
        let characters = text.characters();
        for word in WORDS.residue.iter().filter(|word| word.may_be_in(text)) {
            for range in word.find_all(&characters) {
                let message = format!("文字中有模板残留“{}”", word.text);
                let finding = judge.find(Spot::Within(text.pointer.clone(), range), message);
                finding.hint("按实际情况写完整，并删去模板的提示语");
                if !word.certain {
                    finding.warning();
                }
            }
        }
        if !text.text.contains(['%', '％', '万']) {
            continue;
        }
        for range in blanks(&characters) {
            let shown: String = characters[range.clone()].iter().collect();
            judge
                .find(Spot::Within(text.pointer.clone(), range), format!("“{}”之前没有填数", shown.trim()))
                .hint("填上数，或删去这一处");
        }
    }
}

/// Units without their figure, with the space where it belongs.
fn blanks(characters: &[char]) -> Vec<Range<usize>> {
    let space = |character: &char| matches!(character, ' ' | '\u{a0}' | '\u{3000}');
    let unit = |at: usize| ["万元", "%", "％"].into_iter().find(|unit| starts_at(characters, at, unit));
    (0..characters.len())
        .filter_map(|at| {
            let end = at + unit(at)?.chars().count();
            let start = characters[..at].iter().rposition(|character| !space(character))? + 1;
            let named = NAMING.iter().any(|word| ends_at(characters, start, word));
            let blank = start < at && is_han(characters[start - 1]) && !is_numeral(characters[start - 1]);
            let expected = BEFORE_FIGURE.iter().any(|word| ends_at(characters, start, word));
            // 万元GDP能耗 counts by the ten thousand 元.
            let measures = characters[end - 1] == '元' && !is_end(characters, end);
            (!named && !measures && (blank || expected)).then_some(start..end)
        })
        .collect()
}

fn is_numeral(character: char) -> bool {
    "〇一二三四五六七八九十百千万亿两几数半".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_needs_its_figure() {
        let found = |text: &str| blanks(&text.chars().collect::<Vec<_>>());
        assert_eq!(found("占 %，增长%"), [1..3, 6..7]);
        assert_eq!(found("预算 万元，增长%"), [2..5, 8..9]);
        for text in [
            "占 72 %",
            "占72%",
            "单位：万元",
            "单位为万元",
            "以万元为单位",
            "五 万元",
            "数 万元",
            "100%",
            "%",
            "万元",
            "下降 万元GDP能耗",
        ] {
            assert_eq!(found(text), [0..0; 0], "{text}");
        }
    }
}

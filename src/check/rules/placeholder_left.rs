//! Marks that stand for a text that was never written.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::words::WORDS;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 各处文字中没有占位符：XX、××、某某、待填写、{单位}、下划线空格（____）、***、TODO 等。“待定”“待补充”“某局”
    /// 只作提醒。词表见 data/wording/words.toml。
    ///
    /// # 依据
    ///
    /// 公开文本不得留有起草时的空白；已有检查工具所列的常见问题（domain.md f.4 [GBC] 占位符）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "XX项目增加"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.basis = "区政府办公室〔2022〕__号文件"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.manager = "某某"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.costs[0].basis = "30000份×2元"
    /// projects[0].use = "公务接待定点饭店协议价管理、XXL号工作服购置和X光机维护"
    /// ```
    "GK501", "文字中有占位符", Error, Facts
}

/// What stands after a single X that replaces a figure: X年, X万元.
const COUNTED: &[&str] = &["年", "月", "日", "万元", "元", "%", "名", "次"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded()) {
        let characters = text.characters();
        let mut found: Vec<_> = marks(&characters).into_iter().map(|range| (range, true)).collect();
        for word in WORDS.placeholder.iter().filter(|word| word.may_be_in(text)) {
            found.extend(word.find_all(&characters).map(|range| (range, word.certain)));
        }
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut after = 0;
        for (range, certain) in found {
            // 某某单位 holds two words of the list.
            if range.start < after {
                continue;
            }
            after = range.end;
            let shown: String = characters[range.clone()].iter().collect();
            let message = format!("文字中有占位符“{shown}”");
            let finding = judge.find(Spot::Within(text.pointer.clone(), range), message);
            finding.hint("填上实际内容；没有内容时删去这一处");
            if !certain {
                finding.warning();
            }
        }
    }
}

/// Runs of crosses, underscores, asterisks, boxes, and braces with what they hold.
fn marks(characters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let Some(kind) = kind(characters[at]) else {
            at += 1;
            continue;
        };
        let length = characters[at..].iter().take_while(|next| self::kind(**next) == Some(kind)).count();
        let range = at..at + length;
        at += length;
        match kind {
            'X' if is_cross(characters, &range) => found.push(range),
            '_' | '*' | '×' | '□' if length > 1 => found.push(range),
            '{' => {
                let closing = characters[range.start..].iter().position(|next| matches!(next, '}' | '｝'));
                let end = closing.map_or(range.end, |closing| range.start + closing + 1);
                found.push(range.start..end);
                at = end;
            }
            _ => {}
        }
    }
    found
}

fn kind(character: char) -> Option<char> {
    Some(match character {
        'X' | 'x' | 'Ｘ' | 'ｘ' => 'X',
        '×' | '✕' | '╳' => '×',
        '_' | '＿' => '_',
        '*' | '＊' => '*',
        '□' => '□',
        '{' | '｛' => '{',
        _ => return None,
    })
}

/// XX, or one X before a unit; not a part of a Latin word or a size such as XXL.
fn is_cross(characters: &[char], range: &Range<usize>) -> bool {
    let latin = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_alphanumeric);
    let apart = !latin(range.start.checked_sub(1)) && !latin(Some(range.end));
    let before_unit = COUNTED.iter().any(|unit| crate::check::wording::starts_at(characters, range.end, unit));
    apart && (range.len() > 1 || before_unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        marks(&characters).into_iter().map(|range| characters[range].iter().collect()).collect()
    }

    #[test]
    fn marks_are_found_whole() {
        assert_eq!(found("ＸＸ局X年××区___号{单位}共***"), ["ＸＸ", "X", "××", "___", "{单位}", "***"]);
        assert_eq!(found("{单位"), ["{"]);
        assert_eq!(found("xx社区"), ["xx"]);
    }

    #[test]
    fn words_and_products_are_none() {
        for text in ["MAXX牌", "XXL号", "X光机", "30份×2元", "3*5米", "a_b", "12x月", "Linux系统"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}

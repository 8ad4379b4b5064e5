//! Half-width punctuation in Chinese text.

use crate::check::rule::rule;
use crate::check::wording::{in_titles, is_han};
use crate::check::{Facts, FreeText, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 汉字之间的标点用全角：逗号、分号、冒号、问号、叹号和括号。数字、字母、网址、时间（8:30）之中的不检查，书名号内和科目的印刷
    /// 简称不检查。可以自动改正。
    ///
    /// # 依据
    ///
    /// GB/T 15834—2011《标点符号用法》；已有检查工具所列的标点问题（domain.md f.4 [GBC]、f.3 之 S7）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "一名在职人员转退休,压减接待"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].name = "科普经费(青山区)"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].use = "8:30开始的活动、比例为3:1的配套、1,000份材料、网站http://a.cn:80/?b和《科普(青山)》"
    /// subjects.economic[1].short_name = "维修(护)费"
    /// ```
    "GK506", "汉字之间用了半角标点", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded() && !is_printed_as_stated(text)) {
        let characters = text.characters();
        let found = misplaced(&characters);
        // One finding a text: who writes half-width does so throughout.
        let Some((first, right)) = found.first().copied() else { continue };
        let count = if found.len() > 1 { format!("（共{}处）", found.len()) } else { String::new() };
        let message = format!("汉字之间用了半角“{}”{count}", characters[first]);
        let finding = judge.find(Spot::Within(text.pointer.clone(), first..first + 1), message);
        finding.hint(format!("改为全角“{right}”"));
        for (at, right) in found {
            finding.edit(&text.pointer, at..at + 1, right.to_string());
        }
    }
}

/// Names of subjects follow the catalogue, short names the wish of the region.
fn is_printed_as_stated(text: &FreeText<'_>) -> bool {
    text.pointer.as_str().starts_with("subjects.")
}

/// Where half-width punctuation stands among Chinese, and what belongs there.
fn misplaced(characters: &[char]) -> Vec<(usize, char)> {
    let titles = in_titles(characters);
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (at, character) in characters.iter().enumerate().filter(|(at, _)| !titles[*at]) {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(at + 1).copied();
        match character {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                let Some(start) = open.pop() else { continue };
                // A pair that holds something Chinese, or has one full-width half, is Chinese as a whole.
                if characters[start] == '（' || *character == '）' || characters[start..at].iter().any(|c| is_han(*c))
                {
                    found.extend((characters[start] == '(').then_some((start, '（')));
                    found.extend((*character == ')').then_some((at, '）')));
                }
            }
            _ => {
                let full = match character {
                    ',' => '，',
                    ';' => '；',
                    ':' => '：',
                    '?' => '？',
                    '!' => '！',
                    _ => continue,
                };
                if before.is_some_and(is_chinese) && after.is_none_or(is_chinese) {
                    found.push((at, full));
                }
            }
        }
    }
    found.sort_unstable();
    found
}

fn is_chinese(character: char) -> bool {
    is_han(character) || "《》“”（）、。，；：".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_among_chinese() {
        let found = |text: &str| misplaced(&text.chars().collect::<Vec<_>>());
        assert_eq!(found("甲,乙;"), [(1, '，'), (3, '；')]);
        assert_eq!(found("甲（A)，甲(B）"), [(3, '）'), (6, '（')]);
        assert_eq!(found("甲(乙(丙)丁)戊"), [(1, '（'), (3, '（'), (5, '）'), (7, '）')]);
        for text in ["f(x)", "甲(A)", "3,000", "8:30", "甲:1", "甲(乙", "《甲,乙》"] {
            assert_eq!(found(text), [(0, ' '); 0], "{text}");
        }
    }
}

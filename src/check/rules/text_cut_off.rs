//! Texts whose beginning or end is missing.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::wording::{ends_at, is_han};
use crate::check::words::WORDS;
use crate::check::{Facts, FreeText, Judge, Spot, TextKind};

rule! {
    /// # 检查内容
    ///
    /// 文字完整：括号、书名号、引号成对；开头不是标点；结尾不是“、”“，”，
    /// 也不是“：”（后面还有下一段的除外）。结尾是“和”“及”“以及”“二是”等词的，提醒。
    /// 序号“1）”“（1”中单独的括号按序号处理。词表见 data/wording/words.toml。
    ///
    /// # 依据
    ///
    /// 已公开文本中有复制时丢字、只剩半句的实例（domain.md F25）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "一名在职人员转退休（"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.annual_goal = "开展科普日、科技周、"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "一名在职人员转退休以及"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "1）一名在职人员转退休（正高级）；2）设备更新(按批复)，以科普推进社会和谐和普及"
    /// duties[0] = "主要职能如下："
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// duties[8] = "承办下列事项："
    /// ```
    "GK504", "文字不完整", Error, Facts
}

/// A half of a pair of marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Opens(char),
    Closes(char),
}

/// Which pair a mark belongs to, by its opening. Half-width brackets may pair with full-width ones, which GK506 mends.
fn half(character: char) -> Option<Half> {
    Some(match character {
        '（' | '(' => Half::Opens('（'),
        '《' | '〈' | '“' | '‘' | '【' | '〔' | '「' => Half::Opens(character),
        '）' | ')' => Half::Closes('（'),
        '》' => Half::Closes('《'),
        '〉' => Half::Closes('〈'),
        '”' => Half::Closes('“'),
        '’' => Half::Closes('‘'),
        '】' => Half::Closes('【'),
        '〕' => Half::Closes('〔'),
        '」' => Half::Closes('「'),
        _ => return None,
    })
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, text) in facts.texts.iter().enumerate().filter(|(_, text)| text.is_worded()) {
        let characters = text.characters();
        let within = |range: Range<usize>| Spot::Within(text.pointer.clone(), range);
        for at in unpaired(&characters) {
            judge
                .find(within(at..at + 1), format!("{}不成对", name(characters[at])))
                .hint("补上缺少的一半；文字不完整时补齐文字");
        }
        let (Some(first), Some(last)) = (characters.first(), characters.last()) else { continue };
        if matches!(first, '，' | '。' | '、' | '；' | '：' | '！' | '？') {
            judge.find(within(0..1), format!("文字以“{first}”开头")).hint("补上前面缺少的文字，或删去标点");
        }
        // Of a name GK508 says so. A paragraph that leads to the next one may end with a colon.
        let leads = *last == '：' && facts.texts.get(index + 1).is_some_and(|next| is_list_of(text, next));
        if text.kind != TextKind::Name && characters.len() > 1 && matches!(last, '，' | '、' | '：') && !leads {
            let end = characters.len();
            judge.find(within(end - 1..end), format!("文字以“{last}”结尾")).hint("补上后面缺少的文字，或改正标点");
        }
        if let Some((range, word)) = dangling(text, &characters) {
            judge.find(within(range), format!("文字以“{word}”结尾，可能不完整")).warning().hint("补上后面缺少的文字");
        }
    }
}

/// Whether both are elements of one list.
fn is_list_of(text: &FreeText<'_>, next: &FreeText<'_>) -> bool {
    let list = |text: &FreeText<'_>| text.pointer.as_str().strip_suffix(']').and_then(|at| at.rfind('['));
    list(text)
        .is_some_and(|end| Some(end) == list(next) && text.pointer.as_str()[..end] == next.pointer.as_str()[..end])
}

/// A mark as a message names it.
fn name(mark: char) -> String {
    match mark {
        '“' => "左双引号".to_owned(),
        '”' => "右双引号".to_owned(),
        '‘' => "左单引号".to_owned(),
        '’' => "右单引号".to_owned(),
        _ => format!("“{mark}”"),
    }
}

/// The marks without a partner, in their order.
fn unpaired(characters: &[char]) -> Vec<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, character) in characters.iter().enumerate() {
        match half(*character) {
            None => {}
            Some(Half::Opens(pair)) => open.push((at, pair)),
            Some(Half::Closes(pair)) => match open.iter().rposition(|(_, opened)| *opened == pair) {
                Some(partner) => found.extend(open.drain(partner..).skip(1).map(|(inner, _)| inner)),
                None if pair == '（' && is_ordinal(&characters[..at]) => {}
                None => found.push(at),
            },
        }
    }
    found.extend(open.into_iter().map(|(at, _)| at));
    found.sort_unstable();
    found
}

/// Whether the text ends with the ordinal of a list, `1` or `一`, which a single bracket may follow.
fn is_ordinal(before: &[char]) -> bool {
    let part = |character: &&char| character.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(**character);
    let length = before.iter().rev().take_while(part).count();
    let previous = before.len().checked_sub(length + 1).map(|at| before[at]);
    (1..=2).contains(&length) && previous.is_none_or(|character| !is_han(character))
}

/// The word at the end that wants a continuation.
fn dangling<'w>(text: &FreeText<'_>, characters: &[char]) -> Option<(Range<usize>, &'w str)> {
    let end = characters.iter().rposition(|character| !matches!(character, '。' | '；'))? + 1;
    let said = &characters[..end];
    let longest = WORDS.dangling.iter().filter(|word| {
        let length = word.text.chars().count();
        // A text of the word alone is GK503's.
        ends_at(said, end, &word.text) && length < end && word.is_at(said, end - length)
    });
    let word = longest.max_by_key(|word| word.text.len())?;
    // Names of people and bodies may end with any character.
    let worded =
        text.kind != TextKind::Name || matches!(&*text.field(), "projects[].name" | "projects[].plan.costs[].item");
    worded.then(|| (end - word.text.chars().count()..end, &*word.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_pair_by_kind_and_order() {
        let found = |text: &str| unpaired(&text.chars().collect::<Vec<_>>());
        assert_eq!(found("（一）甲《乙〈丙〉》“丁‘戊’”(己）"), [0; 0]);
        assert_eq!(found("甲）"), [1]);
        assert_eq!(found("《甲（乙》"), [2]);
        assert_eq!(found("“甲"), [0]);
        assert_eq!(found("1）甲；2）乙；a)丙；一）丁"), [0; 0]);
        assert_eq!(found("采购10）"), [4]);
    }
}

//! What the rules of texts have in common: characters, clauses, numbers, and which text is which.

use std::ops::Range;

use rust_decimal::Decimal;

use super::texts::{FreeText, TextKind};

impl FreeText<'_> {
    /// Its characters, which [`super::Spot::Within`] counts.
    pub(super) fn characters(&self) -> Vec<char> {
        self.text.chars().collect()
    }

    /// Where it stands, without indices: `projects[].plan.basis`.
    pub(super) fn field(&self) -> String {
        let mut inside = false;
        let kept = |character: &char| {
            inside = match character {
                '[' => true,
                ']' => false,
                _ => inside,
            };
            !inside || *character == '['
        };
        self.pointer.as_str().chars().filter(kept).collect()
    }

    /// Whether it is prose or a name that a person words, not a code or a telephone number.
    pub(super) fn is_worded(&self) -> bool {
        !matches!(self.kind, TextKind::Code | TextKind::Phone)
    }

    /// Whether it is the reason for a change or for an override.
    pub(super) fn is_reason(&self) -> bool {
        let path = self.pointer.as_str();
        path.starts_with("reasons.") || path.starts_with("overrides.")
    }

    /// Whether it is set into a sentence of the template: after “主要是” or “主要用于：”.
    pub(super) fn is_set_in(&self) -> bool {
        let path = self.pointer.as_str();
        path.starts_with("reasons.") || path.starts_with("projects[") && path.ends_with("].use")
    }
}

/// The beginning of a text of the pages, for messages.
pub(super) fn shortened(text: &str) -> String {
    const SHOWN: usize = 24;
    let mut shown: String = text.chars().take(SHOWN).map(crate::diagnostic::visible).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// 汉字。
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// Whether the character ends a clause.
pub(super) fn is_stop(character: char) -> bool {
    matches!(character, '，' | '。' | '；' | '、' | '：' | '？' | '！' | ',' | ';' | '）' | ')')
}

/// Whether a clause or the text ends before `at`.
pub(super) fn is_end(characters: &[char], at: usize) -> bool {
    characters.get(at).is_none_or(|character| is_stop(*character))
}

/// Whether `word` stands from `at`.
pub(super) fn starts_at(characters: &[char], at: usize, word: &str) -> bool {
    let mut rest = characters.get(at..).unwrap_or_default().iter();
    word.chars().all(|expected| rest.next() == Some(&expected))
}

/// Whether `word` stands right before `at`.
pub(super) fn ends_at(characters: &[char], at: usize, word: &str) -> bool {
    at.checked_sub(word.chars().count()).is_some_and(|start| starts_at(&characters[..at], start, word))
}

/// The clause around `at`, up to 、 and ，.
pub(super) fn clause(characters: &[char], at: usize) -> &[char] {
    let start = characters[..at].iter().rposition(|character| is_stop(*character)).map_or(0, |stop| stop + 1);
    let end =
        characters[at..].iter().position(|character| is_stop(*character)).map_or(characters.len(), |stop| at + stop);
    &characters[start..end]
}

/// For each character, whether it stands within a title 《》 or 〈〉, its marks included.
pub(super) fn in_titles(characters: &[char]) -> Vec<bool> {
    let mut depth = 0_usize;
    characters
        .iter()
        .map(|character| {
            let before = depth;
            match character {
                '《' | '〈' => depth += 1,
                '》' | '〉' => depth = depth.saturating_sub(1),
                _ => {}
            }
            before > 0 || depth > 0
        })
        .collect()
}

/// 数。Digits with a decimal point or thousands separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its characters.
    pub(super) range: Range<usize>,
    /// How much.
    pub(super) value: Decimal,
}

/// All numbers, whole: never a part of a longer run of digits or of a Latin word.
pub(super) fn numbers(characters: &[char]) -> Vec<Number> {
    let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || matches!(characters.get(at), Some('.' | ',')) && digit(at + 1) {
            at += 1;
        }
        let latin = |at: usize| characters.get(at).is_some_and(char::is_ascii_alphabetic);
        if latin(at) || start.checked_sub(1).is_some_and(latin) {
            continue;
        }
        let plain: String = characters[start..at].iter().filter(|character| **character != ',').collect();
        // Two points (a date such as 2023.5.1) or more digits than money has: no number.
        if let Ok(value) = plain.parse() {
            found.push(Number { range: start..at, value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Pointer;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn numbers_are_read_whole() {
        let found = |text: &str| {
            numbers(&characters(text)).into_iter().map(|number| number.value.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found("从1,928,299.36元到54万元，A4纸、2023.5.1、3.，"), ["1928299.36", "54", "3"]);
        assert_eq!(found("12"), ["12"]);
    }

    #[test]
    fn titles_and_clauses_are_seen() {
        let text = characters("按《甲〈乙〉丙》，安排3万，");
        let titles: String = text.iter().zip(in_titles(&text)).filter(|(_, inside)| *inside).map(|(c, _)| c).collect();
        assert_eq!(titles, "《甲〈乙〉丙》");
        assert_eq!(clause(&text, 11).iter().collect::<String>(), "安排3万");
    }

    #[test]
    fn a_field_has_no_indices() {
        let pointer = Pointer::root().key("projects").index(12).key("plan").key("basis");
        let text = FreeText { pointer, text: "", kind: TextKind::Sentence };
        assert_eq!(text.field(), "projects[].plan.basis");
    }
}

//! 词表: what the rules of texts look for, compiled in from `data/wording/words.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::texts::FreeText;
use super::wording::{ends_at, is_end, starts_at};

const TEXT: &str = include_str!("../../data/wording/words.toml");

/// All lists; a test holds that they can be read.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// 词表。
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    /// 占位符。
    pub(super) placeholder: Vec<Word>,
    /// 模板残留。
    pub(super) residue: Vec<Word>,
    /// 空话, the whole text.
    pub(super) hollow: Vec<Word>,
    /// Words too short for a reason that are one.
    pub(super) brief: Vec<Word>,
    /// What a thing's year of origin stands before; `certain` also without 的.
    pub(super) came_about: Vec<Word>,
    /// What stands before last year's year where this year is set against it.
    pub(super) set_against: Vec<Word>,
    /// What stands behind last year's year where this year goes on from it.
    pub(super) goes_on: Vec<Word>,
    /// 不应作结尾的词。
    pub(super) dangling: Vec<Word>,
    /// 错别字。
    pub(super) wrong: Vec<Word>,
    /// What the template says before a reason.
    pub(super) lead_of_reason: Vec<Word>,
    /// What the template says before a purpose.
    pub(super) lead_of_use: Vec<Word>,
    /// Words of money.
    pub(super) money: Vec<Word>,
    /// Words of what is counted.
    pub(super) counted: Vec<Word>,
    /// Words beside amounts that are not of this budget.
    pub(super) not_budget: Vec<Word>,
}

/// One entry; its `source` is for the reader of the list.
#[derive(Debug, Deserialize)]
pub(super) struct Word {
    pub(super) text: String,
    #[serde(default)]
    pub(super) right: Option<String>,
    #[serde(default)]
    pub(super) certain: bool,
    #[serde(default)]
    ends: bool,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
}

impl Word {
    /// Whether it is meant by the characters from `at`.
    pub(super) fn is_at(&self, characters: &[char], at: usize) -> bool {
        let end = at + self.text.chars().count();
        starts_at(characters, at, &self.text)
            && (!self.ends || is_end(characters, end))
            && !self.not_after.iter().any(|before| ends_at(characters, at, before))
            && !self.not_before.iter().any(|after| starts_at(characters, end, after))
    }

    /// Whether it may stand in a text: far quicker than to look at each character.
    pub(super) fn may_be_in(&self, text: &FreeText<'_>) -> bool {
        text.text.contains(&self.text)
    }

    /// Where it stands.
    pub(super) fn find_all<'c>(&'c self, characters: &'c [char]) -> impl Iterator<Item = Range<usize>> + 'c {
        let length = self.text.chars().count();
        (0..characters.len()).filter(|at| self.is_at(characters, *at)).map(move |at| at..at + length)
    }

    /// Whether it stands anywhere.
    pub(super) fn is_in(&self, characters: &[char]) -> bool {
        self.find_all(characters).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read_and_every_word_has_a_source() {
        toml::from_str::<Words>(TEXT).unwrap();
        for (list, words) in TEXT.parse::<toml::Table>().unwrap() {
            for word in words.as_array().unwrap() {
                let word = word.as_table().unwrap();
                let known = ["text", "right", "certain", "ends", "not_after", "not_before", "source"];
                assert!(word.keys().all(|key| known.contains(&key.as_str())), "{list}: {word:?}");
                assert!(word["source"].as_str().is_some_and(|source| !source.is_empty()), "{list}: {word:?}");
            }
        }
    }

    #[test]
    fn a_correction_makes_no_new_fault() {
        for word in &WORDS.wrong {
            let right: Vec<char> = word.right.iter().flat_map(|right| right.chars()).collect();
            assert!(!WORDS.wrong.iter().any(|wrong| wrong.is_in(&right)), "{word:?}");
        }
    }

    #[test]
    fn surroundings_decide() {
        let word = Word {
            text: "待定".to_owned(),
            right: None,
            certain: false,
            ends: true,
            not_after: vec!["接".to_owned()],
            not_before: Vec::new(),
        };
        let found = |text: &str| word.find_all(&text.chars().collect::<Vec<_>>()).next();
        assert_eq!(found("日期待定。"), Some(2..4));
        assert_eq!(found("日期待定"), Some(2..4));
        assert_eq!(found("公务接待定额"), None);
        assert_eq!(found("公务接待定。"), None);
    }
}

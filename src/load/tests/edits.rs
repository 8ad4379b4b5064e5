//! Corrections of texts: what they write, and what they leave alone.

use std::ops::Range;

use proptest::prelude::*;

use super::super::{Document, load};
use super::GOOD;
use crate::model::Pointer;

const PURPOSE: &str = "projects[0].use";

fn pointer(path: &str) -> Pointer {
    // Built as the rules build it; names and indices only.
    path.split('.').fold(Pointer::root(), |at, part| match part.split_once('[') {
        Some((name, index)) => at.key(name).index(index.trim_end_matches(']').parse().unwrap()),
        None => at.key(part),
    })
}

fn edit(path: &str, characters: Range<usize>, new: &str) -> (Pointer, Range<usize>, String) {
    (pointer(path), characters, new.to_owned())
}

/// [`GOOD`] with the purpose of its project written as `literal`, without quotes.
fn with_purpose(literal: &str) -> String {
    let start = GOOD.find("\"use\": \"").unwrap() + "\"use\": \"".len();
    let end = start + GOOD[start..].find('"').unwrap();
    format!("{}{literal}{}", &GOOD[..start], &GOOD[end..])
}

fn loaded(text: &str) -> Document {
    load("a.json", text.as_bytes()).unwrap()
}

/// What becomes of the purpose `literal`, as the file writes it.
fn purpose_after(literal: &str, edits: &[(Pointer, Range<usize>, String)]) -> String {
    let text = with_purpose(literal);
    let after = loaded(&text).edited(edits);
    let at = text.find("\"use\": \"").unwrap() + "\"use\": \"".len();
    let tail = &text[at + literal.len()..];
    assert!(after.starts_with(&text[..at]) && after.ends_with(tail), "more than the text has changed");
    after[at..after.len() - tail.len()].to_owned()
}

#[test]
fn characters_at_the_ends_and_in_the_middle_are_replaced() {
    for (characters, new, expected) in [
        (0..1, "", "乙丙"),
        (2..3, "。", "甲乙。"),
        (3..3, "丁", "甲乙丙丁"),
        (0..0, "丁", "丁甲乙丙"),
        (1..1, "丁", "甲丁乙丙"),
        (0..3, "丁", "丁"),
    ] {
        assert_eq!(purpose_after("甲乙丙", &[edit(PURPOSE, characters, new)]), expected);
    }
}

#[test]
fn escapes_count_as_one_character_and_are_written_where_needed() {
    let written = r#"\u7532\"\ud842\udfb7\\丁"#;
    assert_eq!(purpose_after(written, &[edit(PURPOSE, 2..3, "乙")]), r#"\u7532\"乙\\丁"#);
    assert_eq!(purpose_after(written, &[edit(PURPOSE, 1..2, "“")]), r#"\u7532“\ud842\udfb7\\丁"#);
    assert_eq!(purpose_after(written, &[edit(PURPOSE, 4..5, "\"\\\n")]), r#"\u7532\"\ud842\udfb7\\\"\\\u000a"#);
}

#[test]
fn of_overlapping_edits_the_first_in_the_file_is_made_and_equal_ones_once() {
    let edits = [edit(PURPOSE, 1..3, "丁"), edit(PURPOSE, 0..2, "戊"), edit(PURPOSE, 2..3, "己")];
    assert_eq!(purpose_after("甲乙丙", &edits), "戊己");
    assert_eq!(purpose_after("甲乙丙", &[edit(PURPOSE, 3..3, "丁"), edit(PURPOSE, 3..3, "丁")]), "甲乙丙丁");
}

#[test]
fn facts_and_missing_places_are_left_alone() {
    let document = loaded(GOOD);
    for edit in [
        edit("lines[0].amount", 0..1, "9"),
        edit("agency.code", 0..1, "9"),
        edit("year", 0..1, "9"),
        edit("projects[0]", 0..1, "9"),
        edit("projects[9].use", 0..1, "9"),
        edit(PURPOSE, 0..99, "9"),
    ] {
        assert_eq!(document.edited(std::slice::from_ref(&edit)), GOOD, "{edit:?}");
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_stay() {
    let text = format!("\u{FEFF}{}", with_purpose("甲乙").replace('\n', "\r\n"));
    assert_eq!(loaded(&text).edited(&[]), text);
    let after = loaded(&text).edited(&[edit(PURPOSE, 1..2, "丙")]);
    assert_eq!(after, text.replace("甲乙", "甲丙"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_new_file_holds_the_edited_text_and_all_else_is_as_before(
        old in "[甲\"\\\\乙。 𠮷a1]{1,12}甲", new in "[丙\"\\\\丁。1]{0,4}丙", from in 0..12_usize, length in 0..12_usize
    ) {
        let text = with_purpose(serde_json::to_string(&old).unwrap().trim_matches('"').trim_end_matches('\\'));
        let Ok(document) = load("a.json", text.as_bytes()) else { return Ok(()) };
        let characters: Vec<char> = document.disclosure.projects[0].purpose.chars().collect();
        let from = from.min(characters.len());
        let to = (from + length).min(characters.len());
        let expected: String =
            characters[..from].iter().copied().chain(new.chars()).chain(characters[to..].iter().copied()).collect();
        let after = loaded(&document.edited(&[edit(PURPOSE, from..to, &new)]));
        let mut wanted = document.disclosure.clone();
        wanted.projects[0].purpose = expected;
        prop_assert_eq!(after.disclosure, wanted);
    }
}

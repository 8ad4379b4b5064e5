//! Texts longer than any page, and words longer than any line.

use gongkai::diagnostic::code;

use super::{PLACES, outcome, with};

const LENGTH: usize = 10_000;

/// Does not occur in the data.
const CHARACTER: char = '猫';

#[test]
fn a_text_of_ten_thousand_characters_is_printed_whole_or_refused_at_its_place() {
    let text = CHARACTER.to_string().repeat(LENGTH);
    let mut printed = Vec::new();
    for place in PLACES {
        match outcome(&with(place, &text)) {
            Ok(pages) => {
                let found = pages.all().matches(CHARACTER).count();
                assert!(found >= LENGTH, "{place} lost {} characters", LENGTH - found);
                printed.push(*place);
            }
            Err(faults) => {
                assert!(faults.iter().all(|fault| fault.code == code::OUTSIDE_PAGE.id), "{place}: {faults:?}")
            }
        }
    }
    // Where people write at length, length is no fault.
    for place in [
        "/duties/0",
        "/projects/0/use",
        "/reasons/total",
        "/projects/0/plan/basis",
        "/projects/0/plan/annual_goal",
        "/performance/duties_summary",
        "/performance/goals/0",
        "/performance/last_year_results/0/goal",
        "/performance/last_year_results/0/result",
        "/glossary/extra/0/text",
    ] {
        assert!(printed.contains(&place), "{place} is refused");
    }
}

#[test]
fn a_word_of_ten_thousand_letters_never_leaves_the_page() {
    for place in PLACES {
        let text = "a".repeat(LENGTH);
        match outcome(&with(place, &text)) {
            Ok(pages) => assert!(pages.all().matches('a').count() >= LENGTH, "{place}"),
            Err(faults) => {
                let fault = &faults[0];
                assert_eq!(fault.code, code::OUTSIDE_PAGE.id, "{place}: {fault:?}");
                assert!(fault.hint.as_deref().is_some_and(|hint| hint.contains("缩短")), "{place}: {fault:?}");
                assert!(fault.notes[0].contains("aaaaaaaaaaaaaaaaaaaaaaaa…"), "{place}: {fault:?}");
            }
        }
    }
}

#[test]
fn a_text_beyond_the_page_is_told_once_and_where_it_stands() {
    for (place, text) in [
        ("/units/0/name", CHARACTER.to_string().repeat(LENGTH)),
        ("/projects/0/plan/costs/0/item", CHARACTER.to_string().repeat(LENGTH)),
        ("/duties/0", "a".repeat(LENGTH)),
    ] {
        let data = with(place, &text);
        let faults = outcome(&data).err().unwrap_or_else(|| panic!("{place} is printed"));
        let [fault] = faults.as_slice() else { panic!("{place}: {} faults", faults.len()) };
        let source = crate::common::disclosures::text(&data);
        let line = source.lines().position(|line| line.contains(&text)).unwrap() + 1;
        assert_eq!(fault.place.as_ref().unwrap().line, line, "{place}");
    }
}

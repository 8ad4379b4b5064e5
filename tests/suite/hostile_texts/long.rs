//! Texts longer than any page, and words longer than any line.

use gongkai::pipeline::Stages;
use gongkai::typeset::layout::Text;

use super::{PLACES, data, outcome, with};
use crate::common::disclosures::{load, of_pages, pipeline};

const OUTSIDE_PAGE: &str = "GK602";
const OVERPRINT: &str = "GK603";

const LENGTH: usize = 10_000;

/// Does not occur in the data.
const CHARACTER: char = '猫';

/// Where people write at length, length is no fault.
const LENGTHY: &[&str] = &[
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
];

#[test]
fn texts_of_ten_thousand_characters_are_printed_whole_where_people_write_at_length() {
    let mut data = data();
    for place in LENGTHY {
        *data.pointer_mut(place).unwrap() = CHARACTER.to_string().repeat(LENGTH).into();
    }
    let printed = outcome(&data).unwrap_or_else(|faults| panic!("{faults:#?}")).all();
    // The purpose of a project stands in table 13 and in section five, the reason in sections one and five.
    assert_eq!(printed.matches(CHARACTER).count(), (LENGTHY.len() + 2) * LENGTH);
}

#[test]
fn ten_thousand_characters_elsewhere_are_printed_whole_or_refused() {
    let text = CHARACTER.to_string().repeat(LENGTH);
    // A name that every caption bears is the dearest of them and differs in nothing.
    for place in PLACES.iter().filter(|place| !LENGTHY.contains(place) && **place != "/agency/name") {
        match outcome(&with(place, &text)) {
            Ok(pages) => {
                let found = pages.all().matches(CHARACTER).count();
                assert!(found >= LENGTH, "{place} lost {} characters", LENGTH - found);
            }
            Err(faults) => {
                assert!(faults.iter().any(|fault| fault.code == OUTSIDE_PAGE), "{place}: {faults:?}");
                let pages = [OUTSIDE_PAGE, OVERPRINT];
                assert!(faults.iter().all(|fault| pages.contains(&fault.code)), "{place}: {faults:?}");
            }
        }
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
                assert_eq!(fault.code, OUTSIDE_PAGE, "{place}: {fault:?}");
                assert!(fault.hint.as_deref().is_some_and(|hint| hint.contains("缩短")), "{place}: {fault:?}");
                assert!(fault.notes[0].contains("aaaaaaaaaaaaaaaaaaaa…"), "{place}: {fault:?}");
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
        let source = crate::common::disclosures::text(&data);
        let line = source.lines().position(|line| line.contains(&text)).unwrap() + 1;
        let found: Vec<_> = faults.iter().map(|fault| fault.place.as_ref().unwrap().line).collect();
        assert_eq!(found.iter().filter(|found| **found == line).count(), 1, "{place}: {found:?}, not {line}");
        assert!(found.len() < 4, "{place}: {found:?}");
    }
}

#[test]
fn a_long_word_in_a_cell_stays_in_its_cell_or_is_refused_at_its_place() {
    const WORD: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    for place in ["/projects/0/name", "/units/0/name", "/procurement/0/catalogue/name", "/projects/0/plan/costs/0/item"]
    {
        let document = load(&with(place, WORD));
        let (judged, made) = pipeline().judge(&document, None, &of_pages(), Stages::Layout).unwrap();
        if judged.has_errors() {
            let told = judged.findings.iter().find(|finding| finding.code == OVERPRINT).unwrap();
            let excerpt = &told.place.as_ref().unwrap().excerpt;
            assert!(excerpt.text.contains(WORD), "{place}: {}", excerpt.text);
            continue;
        }
        let typeset = made.unwrap().typeset.unwrap();
        for page in &typeset.layout.pages {
            for word in page.texts.iter().filter(|text| text.text.contains("abcdefghij")) {
                let covers = |other: &&Text| *other != word && !other.text.trim().is_empty();
                let covered = page.texts.iter().filter(covers).find(|other| word.area.overlaps(&other.area, 1.0));
                assert!(covered.is_none(), "{place}, page {}: {} lies on {:?}", page.number, word.text, covered);
            }
        }
    }
}

//! Pieces of artificial pages, for the unit tests of rules that read a layout.

use crate::typeset::layout::{Area, Heading, Page, Text};

/// An upright A4 page, numbered 1.
pub(in crate::check) fn page(texts: Vec<Text>) -> Page {
    Page { number: 1, width: 595.276, height: 841.89, margins: Default::default(), texts, lines: Vec::new() }
}

/// A text of 12 pt with its left edge and top.
pub(in crate::check) fn text(words: &str, x: f64, y: f64) -> Text {
    let width = 12.0 * f64::from(u32::try_from(words.chars().count()).unwrap());
    Text {
        text: words.to_owned(),
        family: "FandolFang R".to_owned(),
        weight: 400,
        size: 12.0,
        area: Area { x, y, width, height: 12.0 },
        baseline: y + 10.56,
        turned: false,
    }
}

/// A heading with its page and top.
pub(in crate::check) fn heading(level: usize, words: &str, page: usize, y: f64) -> Heading {
    Heading { level, text: words.to_owned(), page, y, part: None }
}

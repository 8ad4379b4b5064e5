//! What stages find, at its place in the file.

use std::collections::{BTreeMap, BTreeSet};

use super::Failure;
use crate::check::{Finding, Spot};
use crate::derive::DeriveFault;
use crate::diagnostic::{Diagnostic, Label, Place, code};
use crate::load::{Document, words};
use crate::model::Pointer;
use crate::typeset::layout::{MissingGlyph, OutsidePage, Overprint};

/// A rule's finding as a diagnostic: where the data hold what it speaks of.
pub(super) fn diagnostic(document: &Document, finding: &Finding) -> Diagnostic {
    let Finding { rule, severity, spot, message, equation, labels, notes, hint, .. } = finding;
    let (path, words) = match spot {
        Spot::Value(pointer) | Spot::Within(pointer, _) => (pointer.to_string(), words(pointer)),
        Spot::Printed(_) | Spot::Character(_) => Default::default(),
    };
    Diagnostic {
        severity: *severity,
        code: rule.code.id,
        message: message.clone(),
        place: Some(place(document, spot)),
        path,
        words,
        equation: equation.clone(),
        labels: labels
            .iter()
            .map(|(spot, message)| Label { place: place(document, spot), message: message.clone() })
            .collect(),
        notes: notes.clone(),
        basis: Some(rule.manual().legal_basis()),
        hint: hint.clone(),
    }
}

fn place(document: &Document, spot: &Spot) -> Place {
    let found = match spot {
        Spot::Value(pointer) => Some(document.place(pointer)),
        Spot::Within(pointer, characters) => Some(document.place_within(pointer, characters.clone())),
        Spot::Printed(text) => document.find_text(text),
        Spot::Character(character) => document.find_character(*character).into_iter().next(),
    };
    found.unwrap_or_else(|| document.place(&Pointer::root()))
}

pub(super) fn findings(document: &Document, faults: &[DeriveFault]) -> Failure {
    let diagnostic = |fault: &DeriveFault| Diagnostic {
        path: fault.pointer.to_string(),
        words: words(&fault.pointer),
        ..fault.diagnostic(|pointer| document.place(pointer))
    };
    Failure::Findings(faults.iter().map(diagnostic).collect())
}

pub(super) fn missing_glyph(document: &Document, glyph: &MissingGlyph) -> Diagnostic {
    let mut places = document.find_character(glyph.character).into_iter();
    let roles = if glyph.roles.is_empty() { glyph.family.clone() } else { glyph.roles.join("、") };
    let code_point = glyph.character as u32;
    let message = format!("字体中没有“{}”（U+{code_point:04X}），{roles}无法印出", glyph.character);
    let pages = glyph.pages.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
    let mut fault = Diagnostic::error(code::MISSING_GLYPH, message)
        .at(places.next())
        .note(format!("印在第 {pages} 页：……{}……", glyph.near))
        .hint("改用规范字，或用 --font-path 指明含有该字的字体".to_owned());
    for place in places {
        fault = fault.label(place, "这里也有");
    }
    fault
}

/// One finding for each text of the data that leaves a page.
///
/// What stands beside or behind a text that is too long leaves the page with it: the longest of a page is the cause.
pub(super) fn outside_page(document: &Document, texts: &[OutsidePage]) -> Vec<Diagnostic> {
    let mut places = BTreeMap::new();
    let mut causes = Vec::new();
    for page in texts.chunk_by(|one, other| one.page == other.page) {
        let located = page.iter().map(|text| {
            let place: &Option<Place> =
                places.entry(text.text.trim()).or_insert_with_key(|fragment| document.find_text(fragment));
            (place.clone(), text)
        });
        // The first of equals.
        let cause = located.rev().max_by_key(|(place, _)| place.as_ref().map(|place| place.range.len()));
        causes.extend(cause);
    }
    let mut told = BTreeSet::new();
    causes.retain(|(place, text)| told.insert(place.as_ref().map_or((text.page, 0), |place| (0, place.range.start))));
    causes
        .into_iter()
        .map(|(place, text)| {
            Diagnostic::error(code::OUTSIDE_PAGE, format!("第 {} 页有文字超出页面", text.page))
                .at(place.unwrap_or_else(|| document.place(&Pointer::root())))
                .note(format!("“{}”超出 {:.1} 磅", shortened(&text.text), text.by))
                .hint("缩短该处文字，或在其中加入可以换行的标点".to_owned())
        })
        .collect()
}

/// One finding for each text that is too long for its place, at its first page.
pub(super) fn overprints(document: &Document, overprints: &[Overprint]) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let first = overprints.iter().filter(|overprint| told.insert(&overprint.text));
    first
        .map(|overprint| {
            Diagnostic::error(code::OVERPRINT, format!("第 {} 页有文字重叠", overprint.page))
                .at(document.find_text(overprint.text.trim()).unwrap_or_else(|| document.place(&Pointer::root())))
                .note(format!("“{}”盖住“{}”", shortened(&overprint.text), shortened(&overprint.other)))
                .hint("缩短该处文字，或在其中加入可以换行的标点".to_owned())
        })
        .collect()
}

/// The beginning of a text, for messages.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 24;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().count() > SHOWN {
        shown.push('…');
    }
    shown
}

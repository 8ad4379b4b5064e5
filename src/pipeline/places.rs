//! What stages find, at its place in the file.

use super::Failure;
use crate::check::{Finding, Spot};
use crate::derive::DeriveFault;
use crate::diagnostic::{Diagnostic, Label, Place};
use crate::load::{Document, words};
use crate::model::Pointer;

/// A rule's finding as a diagnostic: where the data hold what it speaks of.
pub(super) fn diagnostic(document: &Document, finding: &Finding) -> Diagnostic {
    let Finding { rule, severity, spot, message, equation, labels, notes, hint, .. } = finding;
    let (path, words) = match spot {
        Spot::Value(pointer) | Spot::Within(pointer, _) => (pointer.to_string(), words(pointer)),
        Spot::Printed(_) | Spot::Character(_) => Default::default(),
    };
    let mut all = places(document, spot).into_iter();
    let place = all.next();
    let also = all.map(|place| Label { place, message: "这里也有".to_owned() });
    let told = labels.iter().filter_map(|(spot, message)| {
        Some(Label { place: places(document, spot).into_iter().next()?, message: message.clone() })
    });
    Diagnostic {
        severity: *severity,
        code: rule.code.id,
        message: message.clone(),
        place,
        path,
        words,
        equation: equation.clone(),
        labels: also.chain(told).collect(),
        notes: notes.clone(),
        basis: Some(rule.manual().legal_basis()),
        hint: hint.clone(),
    }
}

/// Where a spot is, never nowhere: the whole file if nothing of it holds the text. A character has all its places.
fn places(document: &Document, spot: &Spot) -> Vec<Place> {
    let found: Vec<Place> = match spot {
        Spot::Value(pointer) => vec![document.place(pointer)],
        Spot::Within(pointer, characters) => vec![document.place_within(pointer, characters.clone())],
        Spot::Printed(text) => document.find_text(text).into_iter().collect(),
        Spot::Character(character) => document.find_character(*character),
    };
    if found.is_empty() { vec![document.place(&Pointer::root())] } else { found }
}

pub(super) fn findings(document: &Document, faults: &[DeriveFault]) -> Failure {
    let diagnostic = |fault: &DeriveFault| Diagnostic {
        path: fault.pointer.to_string(),
        words: words(&fault.pointer),
        ..fault.diagnostic(|pointer| document.place(pointer))
    };
    Failure::Findings(faults.iter().map(diagnostic).collect())
}

//! Behaviour of `load` as a whole.

use super::*;
use crate::diagnostic::{human, termcolor::NoColor};
use crate::model::Pointer;

/// A complete and right file, with one of nearly everything.
pub(super) const GOOD: &str = include_str!("tests/good.json");

fn codes(text: &str) -> Vec<&'static str> {
    match load("a.json", text.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| fault.code).collect(),
    }
}

#[test]
fn a_right_file_is_loaded_exactly() {
    let document = load("good.json", GOOD.as_bytes()).unwrap();
    assert_eq!(document.disclosure.lines[0].amount.yuan().to_string(), "184560.00");
    assert_eq!(document.disclosure.lines[1].amount.yuan().to_string(), "216000.5");
    assert_eq!(document.disclosure.units.len(), 2);
}

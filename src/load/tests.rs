//! Behaviour of `load` as a whole.

mod acceptance;
mod edits;
mod faults;
mod files;
mod places;
mod properties;

/// A complete and right file, with one of nearly everything.
const GOOD: &str = include_str!("tests/good.json");
/// A file with faults of every kind.
const FAULTY: &str = include_str!("tests/faulty.json");

/// The codes of all faults of `text`.
fn codes(text: &str) -> Vec<&'static str> {
    match super::load("a.json", text.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| fault.code).collect(),
    }
}

/// [`GOOD`] with one stretch of it replaced.
fn good_with(old: &str, new: &str) -> String {
    assert!(GOOD.contains(old), "{old}");
    GOOD.replacen(old, new, 1)
}

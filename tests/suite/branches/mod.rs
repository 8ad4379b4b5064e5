//! The sentences of part three and part one, one case after another, as they are printed.

mod basic;
mod change;
mod funds;
mod matters;
mod overview;
mod three_public;

/// The text holds the sentences, in their order.
#[track_caller]
fn says(text: &str, sentences: &[&str]) {
    let mut rest = text;
    for sentence in sentences {
        let at = rest.find(sentence).unwrap_or_else(|| panic!("{sentence}\nnot in\n{text}"));
        rest = &rest[at + sentence.len()..];
    }
}

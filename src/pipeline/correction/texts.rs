//! Changed texts of sentences: how the notice tells them, and which of them a proof can mark.

use serde_json::Value;

use crate::compare::{FigureChange, Located, Printed, Site};
use crate::derive::report::Report;

/// Sides up to this many characters are printed whole in the notice.
const WHOLE: usize = 16;
/// As many characters of a longer text tell which it is.
const BEGINNING: usize = 18;
/// A shorter text may stand anywhere by chance, in the words of the templates too.
const FINDABLE: usize = 6;
/// What the templates leave out or put at the end of a text.
const STOPS: [char; 10] = ['。', '．', '.', '；', ';', '，', ',', '、', ' ', '　'];

/// Both sides, if both are printed and short.
pub(super) fn sides(change: &FigureChange) -> Option<[&str; 2]> {
    let text = |side: &'_ Option<Printed>| -> Option<usize> { side.as_ref().map(|side| side.text.chars().count()) };
    let short = |count: usize| (1..=WHOLE).contains(&count);
    if !(short(text(&change.old)?) && short(text(&change.new)?)) {
        return None;
    }
    Some([&change.old.as_ref()?.text, &change.new.as_ref()?.text])
}

/// What a text of a sentence is called: by its member, or by its beginning.
pub(super) fn called(change: &FigureChange) -> String {
    if sides(change).is_some() {
        let word = match change.id.rsplit('.').next() {
            Some("reason") => "原因",
            Some("direction") => "增减",
            _ => "文字",
        };
        return word.to_owned();
    }
    let Some(printed) = change.new.as_ref().or(change.old.as_ref()) else { return String::new() };
    let beginning: String = printed.text.chars().take(BEGINNING).collect();
    let rest = if beginning.len() < printed.text.len() { "…" } else { "" };
    format!("“{beginning}{rest}”")
}

/// The changed texts of sentences as the new pages print them, of which the old document says nothing.
///
/// The templates print a text without its id, so that a proof finds it by its characters: what also stands elsewhere, or
/// did before, is left out rather than marked where nothing changed.
pub(super) fn changed(changes: &[Located], old: &Report, new: &Report) -> Vec<String> {
    let (before, after) = (strings(old), strings(new));
    let prose = changes.iter().filter(|located| matches!(located.change.site(), Some(Site::Prose(_))));
    let mut found = Vec::new();
    for printed in prose.filter_map(|located| located.change.new.as_ref()).filter(|printed| printed.number.is_none()) {
        let text = printed.text.trim().trim_end_matches(STOPS);
        let is_own = after.contains(&printed.text) && !before.iter().any(|said| said.contains(text));
        if text.chars().count() >= FINDABLE && is_own {
            found.push(text.to_owned());
        }
    }
    // The longest first: of two that begin alike, the whole is found.
    found.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    found.dedup();
    found
}

/// All strings of a report.
fn strings(report: &Report) -> Vec<String> {
    fn collect(value: Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(items) => items.into_iter().for_each(|item| collect(item, found)),
            Value::Object(members) => members.into_iter().for_each(|(_, member)| collect(member, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    // Strings and numbers into memory: nothing of it can fail.
    collect(serde_json::to_value(report).unwrap_or_default(), &mut found);
    found
}

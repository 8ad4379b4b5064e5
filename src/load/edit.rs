//! Corrections of texts, written into the file as it is.
//!
//! What is not corrected stays byte for byte: line ends, spaces, the order of members, escapes, a byte order mark.

use std::ops::Range;

use super::encoding::MARK;
use super::{Document, literal};
use crate::model::{Amount, Pointer};

impl Document {
    /// The contents of the file after `edits`: characters of the text at a pointer, counted from 0, and what should
    /// stand there.
    ///
    /// Of edits that overlap, the first in the file is made; the others may come again for the new contents. Equal edits
    /// are made once. An edit of what is no text, of a text that is a plain number, or beyond its end is not made.
    #[must_use]
    pub fn edited(&self, edits: &[(Pointer, Range<usize>, String)]) -> String {
        let mut changes: Vec<_> =
            edits.iter().filter_map(|(at, characters, new)| Some((self.bytes(at, characters)?, new))).collect();
        // Stable: of equal places the first in the list comes first.
        changes.sort_by_key(|(bytes, _)| (bytes.start, bytes.end));
        changes.dedup();
        let text = self.source.text();
        let mut result = String::with_capacity(text.len() + MARK.len());
        if self.mark {
            result.push_str(MARK);
        }
        let mut written = 0;
        for (bytes, new) in changes {
            if bytes.start >= written {
                result.push_str(&text[written..bytes.start]);
                push_escaped(&mut result, new);
                written = bytes.end;
            }
        }
        result.push_str(&text[written..]);
        result
    }

    /// The bytes of the file that write `characters` of the text at `pointer`.
    fn bytes(&self, pointer: &Pointer, characters: &Range<usize>) -> Option<Range<usize>> {
        let literal = self.spans().text(pointer)?;
        let all: Vec<_> = literal::characters(self.source.text(), literal.clone()).collect();
        // Amounts, quantities and codes are facts, not wording.
        let text: String = all.iter().map(|(_, character)| character).collect();
        if text.parse::<Amount>().is_ok() || characters.start > characters.end || characters.end > all.len() {
            return None;
        }
        let start = all.get(characters.start).map_or(literal.end - 1, |(bytes, _)| bytes.start);
        let end = if characters.is_empty() { start } else { all.get(characters.end - 1)?.0.end };
        Some(start..end)
    }
}

/// Adds `new` as the inside of a JSON string.
fn push_escaped(result: &mut String, new: &str) {
    for character in new.chars() {
        match character {
            '"' | '\\' => result.extend(['\\', character]),
            '\0'..='\u{1F}' => result.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => result.push(character),
        }
    }
}

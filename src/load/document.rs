//! A loaded file: the facts and where they stand.

use std::sync::OnceLock;

use super::literal;
use super::spans::{Inner, Span};
use super::syntax::parse;
use crate::diagnostic::{Place, Source};
use crate::model::{Disclosure, Pointer};

/// How many places [`Document::find_character`] gives.
const FOUND: usize = 1000;

/// A disclosure with the file that it was read from.
#[derive(Debug)]
pub struct Document {
    /// The facts.
    pub disclosure: Disclosure,
    /// The file.
    pub source: Source,
    /// Whether the file begins with a byte order mark, which [`Source::text`] lacks.
    pub(super) mark: bool,
    /// Made when a place is first asked for: a file without faults never needs it.
    spans: OnceLock<Span>,
}

impl Document {
    pub(super) fn new(disclosure: Disclosure, source: Source, mark: bool) -> Self {
        Self { disclosure, source, mark, spans: OnceLock::new() }
    }

    /// Where the value at `pointer` stands.
    ///
    /// A value that the file leaves out (a default, a derived figure) has the place of the nearest value around it.
    #[must_use]
    pub fn place(&self, pointer: &Pointer) -> Place {
        self.source.place(self.spans().resolve(pointer))
    }

    /// Whether the file states a value at `pointer`.
    #[must_use]
    pub fn has(&self, pointer: &Pointer) -> bool {
        self.spans().has(pointer)
    }

    /// Where the characters `range` of the text at `pointer` stand, counted from 0; the whole value if it is no such text.
    #[must_use]
    pub fn place_within(&self, pointer: &Pointer, range: std::ops::Range<usize>) -> Place {
        let literal = self.spans().resolve(pointer);
        let bytes = literal::characters(self.source.text(), literal.clone()).skip(range.start).take(range.len());
        let bytes = bytes.map(|(bytes, _)| bytes).reduce(|first, last| first.start..last.end);
        self.source.place(bytes.filter(|_| self.has(pointer)).unwrap_or(literal))
    }

    /// Where text values hold `character`, once a value, in the order of the file; at most a thousand places.
    #[must_use]
    pub fn find_character(&self, character: char) -> Vec<Place> {
        let mut places = Vec::new();
        self.spans().texts(&mut |literal| {
            if places.len() < FOUND {
                let mut characters = literal::characters(self.source.text(), literal);
                places.extend(characters.find(|(_, found)| *found == character).map(|(range, _)| range));
            }
        });
        places.into_iter().map(|range| self.source.place(range)).collect()
    }

    /// Where the longest text value that holds `fragment` stands, the first of equals.
    #[must_use]
    pub fn find_text(&self, fragment: &str) -> Option<Place> {
        let mut found: Option<std::ops::Range<usize>> = None;
        self.spans().texts(&mut |literal| {
            if literal.len() > found.as_ref().map_or(0, ExactSizeIterator::len) {
                let text: String =
                    literal::characters(self.source.text(), literal.clone()).map(|(_, character)| character).collect();
                if text.contains(fragment) {
                    found = Some(literal);
                }
            }
        });
        found.map(|range| self.source.place(range))
    }

    pub(super) fn spans(&self) -> &Span {
        self.spans.get_or_init(|| match parse(self.source.text()) {
            Ok(Some(root)) => Span::of(&root),
            // The text has been parsed before, so this does not happen; every place is then the whole file.
            Ok(None) | Err(_) => Span { range: 0..self.source.text().len(), inner: Inner::Other },
        })
    }
}

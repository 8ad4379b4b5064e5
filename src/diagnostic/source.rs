//! A file's text, and places in it.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::Excerpt;
use super::line_index::LineIndex;

/// Where in a file something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name as it was given on the command line.
    pub file: Arc<str>,
    /// The bytes of [`Source::text`] that are meant; a byte order mark is not counted.
    pub range: Range<usize>,
    /// The line where the range begins, from 1.
    pub line: usize,
    /// The column where the range begins, from 1, in characters.
    pub column: usize,
    /// The line where the range ends, from 1.
    pub end_line: usize,
    /// The column after the last character of the range, from 1, in characters.
    pub end_column: usize,
    /// The line around the place.
    pub excerpt: Excerpt,
}

/// The text of one file.
#[derive(Debug, Clone)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// The file `name` with the contents `text`.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The name as it was given on the command line.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The contents, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of the bytes `range`; a range beyond the text or inside a character is cut to fit.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Place {
        let lines = self.lines.get_or_init(|| LineIndex::new(&self.text));
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.max(start));
        let (line, column) = lines.position(&self.text, start);
        let (end_line, end_column) = lines.position(&self.text, end);
        let shown = lines.line(&self.text, line);
        // A place on the line break itself, or between \r and \n, shows as the end of its line.
        let marked = start.min(shown.end) - shown.start..end.clamp(start.min(shown.end), shown.end) - shown.start;
        let excerpt = Excerpt::new(&self.text[shown], marked);
        Place { file: Arc::clone(&self.name), range: start..end, line, column, end_line, end_column, excerpt }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beyond_the_text_or_within_a_character_are_cut_to_fit() {
        let source = Source::new("a.json", "甲\r\n乙");
        assert_eq!(source.place(1..2).range, 0..3);
        assert_eq!(source.place(99..200).range, 8..8);
        let on_line_break = source.place(4..8);
        assert_eq!((on_line_break.line, on_line_break.column, on_line_break.excerpt.text.as_str()), (1, 3, "甲"));
    }

    #[test]
    fn a_range_over_lines_marks_the_rest_of_its_first_line() {
        let place = Source::new("a.json", "{ \"a\":\n 1 }").place(2..10);
        assert_eq!(&place.excerpt.text[place.excerpt.marked.clone()], "\"a\":");
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (1, 3, 2, 4));
    }
}

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
    /// The cell of a workbook, `工作表!C5`, which stands for line and column.
    pub cell: Option<Arc<str>>,
}

impl Place {
    /// A cell of a workbook that says `text`.
    #[must_use]
    pub fn of_cell(file: Arc<str>, cell: Arc<str>, text: &str) -> Self {
        let excerpt = Excerpt::new(text, 0..text.len());
        Self { file, range: 0..0, line: 1, column: 1, end_line: 1, end_column: 1, excerpt, cell: Some(cell) }
    }

    /// Where in the file: `12:3`, or `工作表!C5`.
    #[must_use]
    pub fn within(&self) -> String {
        self.cell.as_ref().map_or_else(|| format!("{}:{}", self.line, self.column), |cell| cell.to_string())
    }
}

/// The text of one file.
#[derive(Debug, Clone)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    lines: OnceLock<LineIndex>,
    /// Of a workbook: the cell of each line.
    cells: Option<Arc<[Arc<str>]>>,
}

impl Source {
    /// The file `name` with the contents `text`.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into(), lines: OnceLock::new(), cells: None }
    }

    /// The workbook `name`, whose data are `text`, with the cell of each line.
    #[must_use]
    pub fn of_cells(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>, cells: Vec<Arc<str>>) -> Self {
        Self { cells: Some(cells.into()), ..Self::new(name, text) }
    }

    /// Whether this is a workbook, whose text is not what its file holds.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        self.cells.is_some()
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
        let cell = self.cells.as_ref().and_then(|cells| cells.get(line - 1)).filter(|cell| !cell.is_empty());
        let cell = cell.cloned();
        Place { file: Arc::clone(&self.name), range: start..end, line, column, end_line, end_column, excerpt, cell }
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

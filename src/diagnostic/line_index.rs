//! Byte offset to line and column, fast on any text.

use std::ops::Range;

/// Bytes between two known character counts. A minified file is one line of 30 MB: without the counts in between,
/// each place in it would cost a count from its beginning.
const STEP: usize = 4096;

/// Line starts and character counts of one text.
#[derive(Debug, Clone)]
pub(super) struct LineIndex {
    /// Byte offset of the first character of each line; never empty.
    starts: Vec<usize>,
    /// How many characters begin before byte `STEP * i`; the last entry counts the whole text.
    characters: Vec<usize>,
}

/// Bytes that begin a character: all but the continuation bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(offset, _)| offset + 1)).collect();
        let mut characters = vec![0];
        let mut total = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            total += count(chunk);
            characters.push(total);
        }
        Self { starts, characters }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        self.characters[step] + count(&text.as_bytes()[step * STEP..offset])
    }

    /// Line and column of `offset`, both from 1, the column in characters.
    pub(super) fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.characters_before(text, offset) - self.characters_before(text, start) + 1)
    }

    /// The bytes of `line` (from 1) without its line break.
    pub(super) fn line(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.starts[line - 1];
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let end = if text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_one() {
        let text = "甲乙\r\n丙\n";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 0), (1, 1));
        assert_eq!(index.position(text, 3), (1, 2));
        assert_eq!(index.position(text, 8), (2, 1));
        assert_eq!(index.position(text, text.len()), (3, 1));
        assert_eq!((index.line(text, 1), index.line(text, 2), index.line(text, 3)), (0..6, 8..11, 12..12));
    }

    #[test]
    fn positions_agree_with_counting_across_steps() {
        let text = "一a\n".repeat(STEP);
        let index = LineIndex::new(&text);
        let mut expected = (1, 1);
        for (offset, character) in text.char_indices() {
            assert_eq!(index.position(&text, offset), expected, "{offset}");
            expected = if character == '\n' { (expected.0 + 1, 1) } else { (expected.0, expected.1 + 1) };
        }
        assert_eq!(index.position(&text, text.len()), expected);
        let one_line = "a".repeat(STEP * 2);
        assert_eq!(LineIndex::new(&one_line).position(&one_line, STEP * 2), (1, STEP * 2 + 1));
        assert_eq!(LineIndex::new("").position("", 0), (1, 1));
    }
}

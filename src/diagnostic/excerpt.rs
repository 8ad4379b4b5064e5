//! The part of a source line that is shown with a finding.

use std::ops::Range;

use super::visible;

/// A line of so many characters is shown whole.
const WHOLE: usize = BEFORE + FROM;
/// Characters of a longer line that are shown before the marked part.
const BEFORE: usize = 40;
/// Characters of a longer line that are shown from the beginning of the marked part on.
const FROM: usize = 60;

/// One line of a file around a place: visible, and cut to a length that a terminal can bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, without what cannot be seen; `…` stands where it was cut.
    pub text: String,
    /// The bytes of `text` that are meant. Empty if the place is a point between characters.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// The excerpt of `line` that shows its bytes `marked`. Both ends are character boundaries within the line.
    pub(super) fn new(line: &str, marked: Range<usize>) -> Self {
        let fits = line.chars().nth(WHOLE).is_none();
        let (before_most, from_most) = if fits { (WHOLE, WHOLE) } else { (BEFORE, FROM) };
        let before: Vec<char> = line[..marked.start].chars().rev().take(before_most + 1).collect();
        let mut text = String::new();
        if before.len() > before_most {
            text.push('…');
        }
        text.extend(before.into_iter().take(before_most).rev().map(visible));
        let start = text.len();
        let mut end = start;
        for (count, (offset, character)) in line[marked.start..].char_indices().enumerate() {
            if count == from_most {
                text.push('…');
                break;
            }
            text.push(visible(character));
            if marked.start + offset < marked.end {
                end = text.len();
            }
        }
        Self { text, marked: start..end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_any_length_gives_a_short_excerpt() {
        let line = "甲".repeat(1_000_000);
        let excerpt = Excerpt::new(&line, 300..600_000);
        assert_eq!(excerpt.text.chars().count(), 1 + BEFORE + FROM + 1);
        assert_eq!(excerpt.text[excerpt.marked.clone()].chars().count(), FROM);
    }

    #[test]
    fn what_is_marked_stays_marked_when_characters_change_their_length() {
        let excerpt = Excerpt::new("\t\u{1}\u{202E}\"值\" ", 5..10);
        assert_eq!(&excerpt.text[excerpt.marked.clone()], "\"值\"");
        let point = Excerpt::new("ab", 2..2);
        assert_eq!((point.text.as_str(), point.marked), ("ab", 2..2));
    }
}

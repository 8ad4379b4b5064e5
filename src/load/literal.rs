//! The characters of a JSON string with their places in the file.

use std::ops::Range;

/// The decoded characters of a string literal, each with the bytes of `text` that write it.
///
/// `literal` are the bytes of a literal that the parser has accepted, with its quotes.
pub(super) fn characters(text: &str, literal: Range<usize>) -> impl Iterator<Item = (Range<usize>, char)> {
    let end = literal.end.saturating_sub(1);
    let mut at = literal.start + 1;
    std::iter::from_fn(move || {
        let rest = text.get(at..end).filter(|rest| !rest.is_empty())?;
        let (character, length) = first(rest)?;
        at += length;
        Some((at - length..at, character))
    })
}

/// The first character that `rest` writes, and in how many bytes.
fn first(rest: &str) -> Option<(char, usize)> {
    let character = rest.chars().next()?;
    if character != '\\' {
        return Some((character, character.len_utf8()));
    }
    let escaped = rest[1..].chars().next()?;
    let simple = match escaped {
        'b' => '\u{8}',
        'f' => '\u{C}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(rest),
        other => other,
    };
    Some((simple, 1 + escaped.len_utf8()))
}

/// `\u5e74`, or two of them for a character beyond U+FFFF.
fn unicode(rest: &str) -> Option<(char, usize)> {
    let unit = |from: usize| u16::from_str_radix(rest.get(from..from + 4)?, 16).ok();
    let high = unit(2)?;
    if let Some(character) = char::from_u32(u32::from(high)) {
        return Some((character, 6));
    }
    let character = char::decode_utf16([high, unit(8)?]).next()?.ok()?;
    Some((character, 12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_pairs_are_one_character_each() {
        let text = r#"["年\n\u5e74\ud842\udfb7\"𠮷"]"#;
        let found: Vec<_> = characters(text, 1..text.len() - 1).map(|(range, c)| (&text[range], c)).collect();
        assert_eq!(
            found,
            [("年", '年'), ("\\n", '\n'), ("\\u5e74", '年'), ("\\ud842\\udfb7", '𠮷'), ("\\\"", '"'), ("𠮷", '𠮷')]
        );
        assert_eq!(characters("\"\"", 0..2).count(), 0);
    }
}

//! Text from a file, made safe to show on a terminal.

/// Control characters (category Cc): they move the cursor, or worse.
#[must_use]
pub fn is_control(character: char) -> bool {
    character.is_control()
}

/// Characters that reorder the text around them: what is shown is then not what is stored.
#[must_use]
pub fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a width, among them the byte order mark.
#[must_use]
pub fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// What stands for `character` on a terminal: itself, or a picture of it if it could not be seen.
#[must_use]
pub fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{00}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => '\u{FFFD}',
        _ if is_control(character) || is_bidi_control(character) || is_zero_width(character) => '\u{FFFD}',
        _ => character,
    }
}

/// `text` as one line of what can be seen: for what a renderer is given, file names above all.
#[must_use]
pub fn line(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The same of several lines.
#[must_use]
pub fn shown(text: &str) -> String {
    text.chars().map(|character| if character == '\n' { character } else { visible(character) }).collect()
}

/// `text` in Chinese quotation marks for a message: visible, and not longer than a message can bear.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("“{shown}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_the_cursor_or_reorders_text_is_shown() {
        assert_eq!(quoted("a\u{1B}[31m\u{202E}b\u{200B}\n"), "“a\u{241B}[31m\u{FFFD}b\u{FFFD}\u{240A}”");
        assert_eq!(quoted(&"甲".repeat(41)), format!("“{}…”", "甲".repeat(40)));
        assert_eq!(quoted(""), "“”");
        assert_eq!(line("a\n"), "a\u{240A}");
        assert_eq!(shown("a\u{1B}[31m\n\u{9B}"), "a\u{241B}[31m\n\u{FFFD}");
    }
}

//! Text that cannot become markup.

use std::fmt;

use super::super::visible::shown;

/// A text as HTML shows it, in an element or in a quoted attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in shown(self.0).chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                '\'' => formatter.write_str("&#39;")?,
                _ => fmt::Write::write_char(formatter, character)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup_or_leaves_an_attribute() {
        assert_eq!(
            Escaped("<script>'&quot;\"\u{202E}\u{0}\n").to_string(),
            "&lt;script&gt;&#39;&amp;quot;&quot;\u{FFFD}\u{2400}\n"
        );
    }
}

//! Bytes to text.

use super::fault::LoadFault;
use super::{Diagnostic, Source, one};

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    Utf16,
    NotUtf8 {
        /// As much of the file as can be shown.
        shown: String,
        /// The byte of `shown` where the fault is.
        at: usize,
        /// The byte of the file, from 0.
        offset: usize,
    },
}

impl Unreadable {
    pub(super) fn into_diagnostics(self, name: &str) -> Vec<Diagnostic> {
        match self {
            Self::Utf16 => one(&Source::new(name, ""), 0..0, LoadFault::Utf16),
            Self::NotUtf8 { shown, at, offset } => {
                one(&Source::new(name, shown), at..at, LoadFault::NotUtf8 { offset })
            }
        }
    }
}

/// The UTF-8 byte order mark.
pub(super) const MARK: &str = "\u{FEFF}";

/// Whether the file begins with a byte order mark.
pub(super) fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK.as_bytes())
}

/// The text of a file. A UTF-8 byte order mark is dropped: Windows editors write one, and it is no content.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    // JSON begins with an ASCII character, so a zero beside it is UTF-16 without a mark.
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..]) {
        return Err(Unreadable::Utf16);
    }
    let content = bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(content).map_err(|error| {
        let at = error.valid_up_to();
        let line_end = content[at..].iter().position(|byte| *byte == b'\n').map_or(content.len(), |end| at + end);
        let shown = String::from_utf8_lossy(&content[..line_end]).into_owned();
        Unreadable::NotUtf8 { shown, at, offset: bytes.len() - content.len() + at }
    })
}

//! Bytes to text.

use super::fault::LoadFault;

/// The text of a file. A UTF-8 byte order mark is dropped: Windows editors write one, and it is no content.
///
/// The fault comes with the readable beginning of the file, for its place.
pub(super) fn text(bytes: &[u8]) -> Result<&str, (String, LoadFault)> {
    // JSON begins with an ASCII character, so a zero beside it is UTF-16 without a mark.
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..]) {
        return Err((String::new(), LoadFault::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line_end = bytes[offset..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| offset + end);
        (String::from_utf8_lossy(&bytes[..line_end]).into_owned(), LoadFault::NotUtf8 { offset })
    })
}

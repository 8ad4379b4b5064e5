//! The outer shape of our files, held before any of it is interpreted.
//!
//! One cross-reference table of the classic kind that ends the file, whose places are those of the objects, and objects
//! that nest no deeper than ours. What is read afterwards then costs no more than the file is long, whoever wrote it: the
//! library that interprets objects recurses into them without a limit.

use memchr::memmem;

use super::PublishedError;

/// Objects of ours nest some ten levels deep.
const DEEPEST: usize = 64;

/// Whether every object and the table of their places are as our files have them.
pub(super) fn check(bytes: &[u8]) -> Result<(), PublishedError> {
    let places = places(bytes)?;
    // All objects together are no longer than the file, so this many bytes are enough for each to be read once.
    let mut budget = bytes.len();
    let mut lists_of_pages = 0;
    for (number, place) in places {
        let object = bytes.get(place..).ok_or(PublishedError::Damaged)?;
        let head = format!("{number} 0 obj");
        let body = object.strip_prefix(head.as_bytes()).ok_or(PublishedError::Damaged)?;
        let walked = walk(body, budget, true)?;
        budget = budget.checked_sub(walked.length).ok_or(PublishedError::Damaged)?;
        lists_of_pages += walked.lists_of_pages;
    }
    // All pages are in one list: a tree of them would be gone down without a limit.
    if lists_of_pages == 1 { Ok(()) } else { Err(PublishedError::NotOurs) }
}

/// Whether a stream of operators or a map of characters nests no deeper than ours.
pub(super) fn check_stream(contents: &[u8]) -> Result<(), PublishedError> {
    walk(contents, contents.len(), false).map(|_| ())
}

/// Numbers and places of the objects in use.
fn places(bytes: &[u8]) -> Result<Vec<(usize, usize)>, PublishedError> {
    const ENTRY: usize = 20;
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    let tail = std::str::from_utf8(tail).map_err(|_| PublishedError::Damaged)?;
    let (_, end) = tail.rsplit_once("startxref").ok_or(PublishedError::NotOurs)?;
    let start = end.trim().strip_suffix("%%EOF").ok_or(PublishedError::Damaged)?.trim();
    let start: usize = start.parse().map_err(|_| PublishedError::Damaged)?;
    let table = bytes.get(start..).and_then(|table| table.strip_prefix(b"xref\n0 ")).ok_or(PublishedError::Damaged)?;
    let line = table.iter().position(|byte| *byte == b'\n').ok_or(PublishedError::Damaged)?;
    let number =
        |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|digits| digits.trim().parse::<usize>().ok());
    let count = number(&table[..line]).ok_or(PublishedError::Damaged)?;
    let length = count.checked_mul(ENTRY).ok_or(PublishedError::Damaged)?;
    let entries = table.get(line + 1..).and_then(|rest| rest.get(..length)).ok_or(PublishedError::Damaged)?;
    let trailer = &table[line + 1 + length..];
    // An earlier table would give objects that have not been looked at.
    if !trailer.starts_with(b"trailer") || memmem::find(trailer, b"/Prev").is_some() {
        return Err(PublishedError::NotOurs);
    }
    let mut places = Vec::with_capacity(count);
    for (index, entry) in entries.chunks_exact(ENTRY).enumerate() {
        match entry[17] {
            b'n' => places.push((index, number(&entry[..10]).ok_or(PublishedError::Damaged)?)),
            b'f' => {}
            _ => return Err(PublishedError::Damaged),
        }
    }
    Ok(places)
}

/// What was gone over.
#[derive(Debug, PartialEq, Eq)]
struct Walked {
    length: usize,
    /// How many members are named `Kids`.
    lists_of_pages: usize,
}

/// Goes over tokens to the end, or to that of one object.
fn walk(bytes: &[u8], limit: usize, object: bool) -> Result<Walked, PublishedError> {
    let mut depth = 0_usize;
    let mut lists_of_pages = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if at > limit {
            return Err(PublishedError::Damaged);
        }
        let next = bytes.get(at + 1);
        at += match byte {
            b'%' => bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len() - at),
            b'(' => string(&bytes[at..]).ok_or(PublishedError::Damaged)?,
            b'/' => {
                let name = name(&bytes[at + 1..]);
                // `#2F` is the slash of a media type; another escape could hide a name that is looked for.
                if object && name.windows(3).any(|part| part[0] == b'#' && part != b"#2F") {
                    return Err(PublishedError::NotOurs);
                }
                lists_of_pages += usize::from(name == b"Kids");
                1 + name.len()
            }
            b'<' if next != Some(&b'<') => 1,
            b'>' if next != Some(&b'>') => 1,
            b'[' | b'{' | b'<' => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(PublishedError::NotOurs);
                }
                if *byte == b'<' { 2 } else { 1 }
            }
            b']' | b'}' | b'>' => {
                depth = depth.saturating_sub(1);
                if *byte == b'>' { 2 } else { 1 }
            }
            byte if byte.is_ascii_alphabetic() => {
                let word = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                if object && depth == 0 && matches!(&bytes[at..at + word], b"endobj" | b"stream") {
                    return Ok(Walked { length: at + word, lists_of_pages });
                }
                word
            }
            _ => 1,
        };
    }
    if object { Err(PublishedError::Damaged) } else { Ok(Walked { length: at, lists_of_pages }) }
}

/// The name that begins here, without its slash.
fn name(bytes: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0 || b"()<>[]{}/%".contains(byte);
    &bytes[..bytes.iter().position(ends).unwrap_or(bytes.len())]
}

/// The length of a string in brackets, which may hold brackets in pairs.
fn string(bytes: &[u8]) -> Option<usize> {
    let mut open = 0_usize;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
        if open == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_ends_where_its_brackets_do() {
        let end = |text: &str| walk(text.as_bytes(), text.len(), true).map(|walked| walked.length);
        assert_eq!(end("<</A(endobj [)/B[1 2]>>endobj"), Ok(29));
        assert_eq!(end("<</A<5b5b>>>stream\n[[[["), Ok(18));
        assert_eq!(end("[endobj"), Err(PublishedError::Damaged));
        assert_eq!(end("(a\\)endobj"), Err(PublishedError::Damaged));
        assert_eq!(end(&"[".repeat(100)), Err(PublishedError::NotOurs));
    }

    #[test]
    fn depth_is_counted_in_streams_too() {
        assert!(check_stream(b"[(a)-1 (b)] TJ % [[[\n").is_ok());
        assert!(check_stream("<</A ".repeat(65).as_bytes()).is_err());
    }
}

//! Somebody who knows the file format: alters what is in a PDF and leaves no trace in its structure.
//!
//! Streams are compressed again, lengths and the table of places are made right. What is left to tell is what the file
//! says.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

/// A PDF taken apart.
#[derive(Clone)]
pub struct Forger {
    /// Up to the first object.
    head: Vec<u8>,
    /// Number and text from `obj` to `endobj`, in the order of the file.
    objects: Vec<(usize, Vec<u8>)>,
    /// The table's entries, as they stand.
    table: Vec<Vec<u8>>,
    /// From `trailer` to the place of the table.
    trailer: Vec<u8>,
}

impl Forger {
    pub fn read(bytes: &[u8]) -> Self {
        let end = find_last(bytes, b"startxref\n").unwrap();
        let at: usize = line(&bytes[end + b"startxref\n".len()..]).parse().unwrap();
        let trailer = find_last(bytes, b"trailer\n").unwrap();
        let count: usize = line(&bytes[at + b"xref\n".len()..]).strip_prefix("0 ").unwrap().parse().unwrap();
        let table: Vec<_> = bytes[trailer - 20 * count..trailer].chunks(20).map(<[u8]>::to_vec).collect();
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (number, entry) in table.iter().enumerate().filter(|(_, entry)| entry[17] == b'n') {
            places.push((std::str::from_utf8(&entry[..10]).unwrap().parse().unwrap(), number));
        }
        places.sort_unstable();
        let ends = places.iter().skip(1).map(|(place, _)| *place).chain([at]);
        let objects = places.iter().zip(ends).map(|((start, number), end)| (*number, bytes[*start..end].to_vec()));
        Self {
            head: bytes[..places[0].0].to_vec(),
            objects: objects.collect(),
            table,
            trailer: bytes[trailer..end].to_vec(),
        }
    }

    /// The file again.
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = self.head.clone();
        let mut table = self.table.clone();
        for (number, text) in &self.objects {
            table[*number][..10].copy_from_slice(format!("{:010}", bytes.len()).as_bytes());
            bytes.extend(text);
        }
        let at = bytes.len();
        bytes.extend(format!("xref\n0 {}\n", table.len()).bytes());
        bytes.extend(table.concat());
        bytes.extend(&self.trailer);
        bytes.extend(format!("startxref\n{at}\n%%EOF").bytes());
        bytes
    }

    /// The compressed streams by number, as they read.
    pub fn streams(&self) -> BTreeMap<usize, Vec<u8>> {
        self.objects.iter().filter_map(|(number, text)| Some((*number, inflated(text)?))).collect()
    }

    /// The one stream that begins so.
    pub fn stream(&self, start: &str) -> (usize, Vec<u8>) {
        let streams = self.streams();
        let mut found = streams.into_iter().filter(|(_, contents)| contents.starts_with(start.as_bytes()));
        let one = found.next().unwrap_or_else(|| panic!("no stream {start}"));
        assert!(found.next().is_none(), "two streams {start}");
        one
    }

    /// Puts other contents into a stream.
    pub fn put(&mut self, number: usize, contents: &[u8]) {
        let text = self.object(number);
        let (before, after) = bounds(text).unwrap();
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(contents).unwrap();
        let packed = encoder.finish().unwrap();
        let head = String::from_utf8(text[..before].to_vec()).unwrap();
        let (start, rest) = head.split_once("/Length ").unwrap();
        let rest = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let mut whole = format!("{start}/Length {}{rest}", packed.len()).into_bytes();
        whole.extend(packed);
        whole.extend(&text[after..]);
        *text = whole;
    }

    /// The text of an object, to be altered.
    pub fn object(&mut self, number: usize) -> &mut Vec<u8> {
        &mut self.objects.iter_mut().find(|(of, _)| *of == number).unwrap().1
    }

    /// The numbers of the objects that contain this.
    pub fn containing(&self, needle: &str) -> Vec<usize> {
        let holds = |text: &[u8]| text.windows(needle.len()).any(|window| window == needle.as_bytes());
        self.objects.iter().filter(|(_, text)| holds(text)).map(|(number, _)| *number).collect()
    }
}

/// Where the contents of a stream begin and end within its object.
fn bounds(text: &[u8]) -> Option<(usize, usize)> {
    const START: &[u8] = b">>\nstream\n";
    let start = text.windows(START.len()).position(|window| window == START)? + START.len();
    Some((start, find_last(text, b"\nendstream")?))
}

fn inflated(text: &[u8]) -> Option<Vec<u8>> {
    let (start, end) = bounds(text)?;
    let mut contents = Vec::new();
    ZlibDecoder::new(&text[start..end]).read_to_end(&mut contents).ok()?;
    Some(contents)
}

fn find_last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|window| window == needle)
}

fn line(bytes: &[u8]) -> &str {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    std::str::from_utf8(&bytes[..end]).unwrap()
}

/// Another digit in the place of one that stands somewhere in the text.
pub fn with_another_digit(text: &[u8], pick: impl FnOnce(usize) -> usize) -> Vec<u8> {
    let digits: Vec<usize> = (0..text.len()).filter(|at| text[*at].is_ascii_digit()).collect();
    let at = digits[pick(digits.len())];
    let mut altered = text.to_vec();
    altered[at] = b'0' + (altered[at] - b'0' + 1) % 10;
    altered
}

//! Where the objects of a file lie: every byte belongs to one, as the program's own writer lays them out.
//!
//! hayro-syntax mends what is broken by searching the whole file for objects, again for each that is missing. A damaged
//! file must not be accepted so, and a hostile one is not to choose what is searched. So nothing is left to mend: each
//! object stands where the table says and ends where the next begins, each stream is as long as it says.

use std::ops::Range;

use hayro_syntax::object::{Dict, FromBytes, MaybeRef, ObjRef, Object};

use super::syntax::Scanner;

/// Objects that a file may have; forty pages have 3,700.
const MAXIMUM_OBJECTS: usize = 200_000;

/// What may stand outside streams, 8 MiB; forty pages have 0.7.
const MAXIMUM_SYNTAX: usize = 8 << 20;

/// How ours begin.
pub(super) const HEAD: &[u8] = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n";

/// The objects of a file, by number.
pub(super) struct Objects<'a> {
    bytes: &'a [u8],
    places: Vec<Option<Range<usize>>>,
    /// Whether it has more objects, or more outside streams, than are gone through.
    pub(super) is_swollen: bool,
    /// What the file says at its end of itself.
    pub(super) trailer: Dict<'a>,
}

impl<'a> Objects<'a> {
    /// Finds them; none if a byte is out of place.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let table = table_offset(bytes)?;
        let mut scanner = Scanner::new(bytes, table);
        let (true, Some(0), Some(count)) = (scanner.accepts(b"xref"), scanner.number(), scanner.number()) else {
            return None;
        };
        if !scanner.accepts(b"0") {
            return None;
        }
        // The zero that was accepted belongs to the first entry.
        let entries = scanner.at() - 1;
        let end = entries.checked_add(count.checked_mul(ENTRY)?)?;
        let is_swollen = count > MAXIMUM_OBJECTS;
        let places = vec![None; count.min(MAXIMUM_OBJECTS)];
        let mut objects = Self { bytes, places, is_swollen, trailer: trailer(bytes, end)? };
        if is_swollen {
            return Some(objects);
        }
        let mut offsets = Vec::new();
        for (number, entry) in bytes.get(entries..end)?.chunks_exact(ENTRY).enumerate() {
            offsets.extend(offset(entry)?.map(|offset| (offset, number)));
        }
        offsets.sort_unstable();
        objects.place_all(&offsets, table)?;
        Some(objects)
    }

    /// The object that is referred to, or the one that stands there itself.
    pub(super) fn resolve<T: FromBytes<'a>>(&self, object: MaybeRef<T>) -> Option<T> {
        match object {
            MaybeRef::Ref(reference) => self.get(reference),
            MaybeRef::NotRef(object) => Some(object),
        }
    }

    pub(super) fn get<T: FromBytes<'a>>(&self, reference: ObjRef) -> Option<T> {
        T::from_bytes(&self.bytes[self.place(reference)?])
    }

    /// Where an object lies, a stream with its contents.
    pub(super) fn place(&self, reference: ObjRef) -> Option<Range<usize>> {
        let number = usize::try_from(reference.obj_number).ok().filter(|_| reference.gen_number == 0)?;
        self.places.get(number)?.clone()
    }

    /// Goes through the file, which must hold the objects and nothing else up to the table.
    fn place_all(&mut self, offsets: &[(usize, usize)], table: usize) -> Option<()> {
        let mut at = HEAD.len();
        let mut syntax = 0_usize;
        for (offset, number) in offsets {
            let reach = (at + MAXIMUM_SYNTAX - syntax).min(self.bytes.len());
            let mut scanner = Scanner::new(&self.bytes[..reach], at);
            scanner.skip_white_space();
            if scanner.at() != *offset
                || scanner.number() != Some(*number)
                || scanner.number() != Some(0)
                || !scanner.accepts(b"obj")
            {
                return None;
            }
            scanner.skip_white_space();
            let start = scanner.at();
            let Some(mut keyword) = scanner.operator() else {
                self.is_swollen = reach < self.bytes.len() && scanner.at() >= reach;
                return self.is_swollen.then_some(());
            };
            if matches!(keyword, b"null" | b"true" | b"false") {
                keyword = scanner.operator()?;
            }
            syntax += scanner.at() - start;
            match keyword {
                // It must be whole for the lenient reader as well.
                b"endobj" => drop(Object::from_bytes(&self.bytes[start..scanner.at()])?),
                b"stream" => {
                    let dictionary = Dict::from_bytes(&self.bytes[start..scanner.at()])?;
                    let MaybeRef::NotRef(length) = dictionary.get_raw::<u32>("Length")? else { return None };
                    let contents = scanner.at().checked_add(1)?.checked_add(length as usize)?;
                    if self.bytes.get(scanner.at()) != Some(&b'\n') || contents > table {
                        return None;
                    }
                    scanner = Scanner::new(self.bytes, contents);
                    if !scanner.accepts(b"endstream") || !scanner.accepts(b"endobj") {
                        return None;
                    }
                }
                _ => return None,
            }
            at = scanner.at();
            self.places[*number] = Some(start..at);
        }
        let mut scanner = Scanner::new(self.bytes, at);
        scanner.skip_white_space();
        (scanner.at() == table).then_some(())
    }
}

/// Length of an entry of the table.
const ENTRY: usize = 20;

/// The offset in an entry of the table, none if there is no object; and none at all if it is no entry.
#[expect(clippy::option_option, reason = "a free entry is no fault")]
fn offset(entry: &[u8]) -> Option<Option<usize>> {
    let digits =
        std::str::from_utf8(&entry[..10]).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match &entry[10..] {
        b" 00000 n\r\n" => Some(Some(digits.parse().ok()?)),
        b" 65535 f\r\n" => Some(None),
        _ => None,
    }
}

/// Where the file's last lines say that the table is.
fn table_offset(bytes: &[u8]) -> Option<usize> {
    const LONGEST: usize = 40;
    let start = bytes.len().saturating_sub(LONGEST);
    let at = start + memchr::memmem::rfind(&bytes[start..], b"startxref")?;
    let mut scanner = Scanner::new(bytes, at);
    let offset = scanner.accepts(b"startxref").then(|| scanner.number())??;
    (scanner.accepts(b"%%EOF") && scanner.ended()).then_some(offset)
}

/// The dictionary between the table and the last lines.
fn trailer(bytes: &[u8], at: usize) -> Option<Dict<'_>> {
    let mut scanner = Scanner::new(bytes, at);
    if !scanner.accepts(b"trailer") {
        return None;
    }
    scanner.skip_white_space();
    let start = scanner.at();
    let keyword = scanner.operator()?;
    // Only the last lines follow, which [`table_offset`] has read.
    let last = memchr::memmem::rfind(bytes, b"startxref")?;
    let whole = keyword == b"startxref" && scanner.at() == last + keyword.len();
    whole.then(|| Dict::from_bytes(&bytes[start..last]))?
}

//! The text of a page: content stream, marked content, the fonts' `ToUnicode` maps.

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;

use super::PublishedError;
use super::inflate::Budget;
use super::syntax::Scanner;
use super::text_string;

/// Marked content may nest this deep.
const DEPTH: usize = 16;

/// What all pages may hold: 12 MiB of contents, 4 of text, and this many instructions that show or mark text. Forty
/// have 0.9 MiB, 0.1 and 21,000.
const MAXIMUM_CONTENTS: usize = 12 << 20;
const MAXIMUM_TEXT: usize = 4 << 20;
const MAXIMUM_INSTRUCTIONS: usize = 500_000;

/// What all fonts' maps may come to, 2 MiB: ours have 8 KB each. In memory they are ten times as large.
const MAXIMUM_MAPS: usize = 2 << 20;

/// Longest string in a map. A code that stands for a long text costs as much each time that it is shown.
const LONGEST_STRING: usize = 128;

/// Reads the texts of pages, which share fonts and bounds.
pub(super) struct Texts {
    /// By object number.
    fonts: BTreeMap<i32, CMap>,
    contents: Budget,
    maps: Budget,
    text: Budget,
    instructions: Budget,
}

impl Texts {
    pub(super) fn new() -> Self {
        let [contents, maps, text, instructions] =
            [MAXIMUM_CONTENTS, MAXIMUM_MAPS, MAXIMUM_TEXT, MAXIMUM_INSTRUCTIONS].map(Budget::new);
        Self { fonts: BTreeMap::new(), contents, maps, text, instructions }
    }

    /// What the page says, without white space and joiners, which readers guess or drop.
    pub(super) fn of_page(&mut self, page: &Page<'_>) -> Result<String, PublishedError> {
        let stream = page.raw().get::<Stream<'_>>("Contents").ok_or(PublishedError::Damaged)?;
        let contents = self.contents.decode(&stream)?;
        let mut reader = Reader { page, texts: self, font: None, open: Vec::new(), text: String::new() };
        let mut scanner = Scanner::new(&contents, 0);
        while !scanner.ended() {
            let start = scanner.at();
            let operator = scanner.operator().ok_or(PublishedError::Damaged)?;
            // Most draw lines or place what is drawn; passed over quickly.
            if !matches!(operator.first(), Some(b'B' | b'E' | b'T' | b'D' | b'\'' | b'"')) {
                continue;
            }
            match operator {
                b"BDC" | b"BMC" | b"EMC" | b"Tf" | b"Tj" | b"TJ" => reader.read(&contents[start..scanner.at()])?,
                // Text by other operators, or in a form, is none of ours.
                b"'" | b"\"" | b"Do" | b"BI" => return Err(PublishedError::NotOurs),
                _ => {}
            }
        }
        let mut text = reader.text;
        text.retain(|character| !character.is_whitespace() && character != '\u{2060}');
        Ok(text)
    }
}

/// A font's map of codes to text.
fn parse_map(map: &[u8]) -> Option<CMap> {
    let mut strings = memchr::memchr_iter(b'<', map);
    let short = strings.all(|at| memchr::memchr(b'>', &map[at..]).is_some_and(|length| length <= LONGEST_STRING));
    // Strings in parentheses name the kind of map, at its head.
    let entries = &map[memchr::memmem::find(map, b"beginbf").unwrap_or(map.len())..];
    if !short || memchr::memchr2(b'(', b'~', entries).is_some() {
        return None;
    }
    CMap::parse(map, |_| None)
}

/// A stretch of marked content; what is said to stand there instead of what is drawn, once.
struct Marked {
    replacement: Option<String>,
}

struct Reader<'p, 't, 'd> {
    page: &'p Page<'d>,
    texts: &'t mut Texts,
    font: Option<i32>,
    open: Vec<Marked>,
    text: String,
}

impl Reader<'_, '_, '_> {
    /// Reads one instruction, which the lenient reader must take for one as well.
    fn read(&mut self, instruction: &[u8]) -> Result<(), PublishedError> {
        self.texts.instructions.take(1)?;
        let mut instructions = UntypedIter::new(instruction);
        let instruction = instructions.next().ok_or(PublishedError::Damaged)?;
        let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
        self.instruction(instruction.operator, &operands)
    }

    fn instruction(&mut self, operator: &[u8], operands: &[Object<'_>]) -> Result<(), PublishedError> {
        match (operator, operands) {
            (b"BDC", [_, properties]) => {
                let replacement = match properties {
                    Object::Dict(properties) => properties.get::<PdfString<'_>>("ActualText"),
                    _ => None,
                };
                self.begin(replacement.map(|text| text_string(text.as_bytes())))?;
            }
            (b"BMC", _) => self.begin(None)?,
            (b"EMC", _) => drop(self.open.pop()),
            (b"Tf", [Object::Name(name), _]) => self.set_font(name)?,
            (b"Tj", [Object::String(codes)]) => self.show(codes.as_bytes())?,
            (b"TJ", [Object::Array(pieces)]) => {
                for piece in pieces.iter::<Object<'_>>() {
                    if let Object::String(codes) = piece {
                        self.show(codes.as_bytes())?;
                    }
                }
            }
            _ => return Err(PublishedError::Damaged),
        }
        Ok(())
    }

    fn begin(&mut self, replacement: Option<String>) -> Result<(), PublishedError> {
        if self.open.len() == DEPTH {
            return Err(PublishedError::Damaged);
        }
        self.open.push(Marked { replacement });
        Ok(())
    }

    fn set_font(&mut self, name: &Name<'_>) -> Result<(), PublishedError> {
        let fonts = &self.page.resources().fonts;
        let number = fonts.get_ref(name.as_ref()).ok_or(PublishedError::Damaged)?.obj_number;
        if !self.texts.fonts.contains_key(&number) {
            let font = fonts.get::<Dict<'_>>(name.as_ref()).ok_or(PublishedError::Damaged)?;
            let stream = font.get::<Stream<'_>>("ToUnicode").ok_or(PublishedError::NotOurs)?;
            let map = self.texts.maps.decode(&stream)?;
            let map = parse_map(&map).ok_or(PublishedError::Damaged)?;
            self.texts.fonts.insert(number, map);
        }
        self.font = Some(number);
        Ok(())
    }

    fn show(&mut self, codes: &[u8]) -> Result<(), PublishedError> {
        if let Some(replacement) = self.open.iter_mut().find_map(|marked| marked.replacement.as_mut()) {
            let replacement = std::mem::take(replacement);
            return self.push(&replacement);
        }
        let number = self.font.ok_or(PublishedError::Damaged)?;
        for code in codes.chunks(2) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match self.texts.fonts.get(&number).and_then(|font| font.lookup_bf_string(code)) {
                Some(BfString::Char(character)) => self.push(character.encode_utf8(&mut [0; 4]))?,
                Some(BfString::String(text)) => self.push(&text)?,
                None => self.push("\u{fffd}")?,
            }
        }
        Ok(())
    }

    fn push(&mut self, text: &str) -> Result<(), PublishedError> {
        self.texts.text.take(text.len())?;
        self.text.push_str(text);
        Ok(())
    }
}

//! The text of a page: content stream, marked content, the fonts' `ToUnicode` maps.

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;

use super::PublishedError;
use super::inflate::Budget;
use super::{shape, text_string};

/// Marked content may nest this deep.
const DEPTH: usize = 256;

/// What the page says, without white space and joiners, which readers guess or drop.
pub(super) fn of_page(page: &Page<'_>, budget: &mut Budget) -> Result<String, PublishedError> {
    let contents = contents(page, budget)?;
    shape::check_stream(&contents)?;
    let mut reader = Reader { page, budget, fonts: BTreeMap::new(), font: None, open: Vec::new(), text: String::new() };
    let mut instructions = UntypedIter::new(&contents);
    while let Some(instruction) = instructions.next() {
        let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
        reader.instruction(instruction.operator, &operands)?;
    }
    Ok(reader.text.chars().filter(|character| !character.is_whitespace() && *character != '\u{2060}').collect())
}

/// The content streams of a page, one after another.
fn contents(page: &Page<'_>, budget: &mut Budget) -> Result<Vec<u8>, PublishedError> {
    let raw = page.raw();
    if let Some(stream) = raw.get::<Stream<'_>>("Contents") {
        return budget.decode(&stream);
    }
    let mut all = Vec::new();
    for stream in raw.get::<Array<'_>>("Contents").iter().flat_map(|streams| streams.iter::<Stream<'_>>()) {
        all.extend(budget.decode(&stream)?);
        all.push(b'\n');
    }
    Ok(all)
}

/// A stretch of marked content; what is said to stand there instead of what is drawn, once.
struct Marked {
    replacement: Option<String>,
}

struct Reader<'p, 'b, 'd> {
    page: &'p Page<'d>,
    budget: &'b mut Budget,
    fonts: BTreeMap<Vec<u8>, CMap>,
    font: Option<Vec<u8>>,
    open: Vec<Marked>,
    text: String,
}

impl Reader<'_, '_, '_> {
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
            // Text by other operators, or in a form, is none of ours.
            (b"'" | b"\"" | b"Do" | b"BI", _) => return Err(PublishedError::NotOurs),
            _ => {}
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
        let key = name.as_ref().to_vec();
        if !self.fonts.contains_key(&key) {
            let font: Dict<'_> = self.page.resources().get_font(name).ok_or(PublishedError::Damaged)?;
            let stream = font.get::<Stream<'_>>("ToUnicode").ok_or(PublishedError::NotOurs)?;
            let map = self.budget.decode(&stream)?;
            shape::check_stream(&map)?;
            let map = CMap::parse(&map, |_| None).ok_or(PublishedError::Damaged)?;
            self.fonts.insert(key.clone(), map);
        }
        self.font = Some(key);
        Ok(())
    }

    fn show(&mut self, codes: &[u8]) -> Result<(), PublishedError> {
        if let Some(replacement) = self.open.iter_mut().find_map(|marked| marked.replacement.as_mut()) {
            self.text.push_str(&std::mem::take(replacement));
            return Ok(());
        }
        let font = self.font.as_ref().and_then(|name| self.fonts.get(name)).ok_or(PublishedError::Damaged)?;
        for code in codes.chunks(2) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match font.lookup_bf_string(code) {
                Some(BfString::Char(character)) => self.text.push(character),
                Some(BfString::String(text)) => self.text.push_str(&text),
                None => self.text.push('\u{fffd}'),
            }
        }
        Ok(())
    }
}

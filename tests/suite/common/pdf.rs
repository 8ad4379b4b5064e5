//! The text of a PDF as a reader gets it: content streams, marked content, the fonts' `ToUnicode` maps.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

pub use gongkai::typeset::layout::sheet::bare;

/// A PDF and the text of its pages.
pub struct Pdf {
    pub document: Document,
    pub pages: Vec<PageText>,
}

/// What a page shows.
pub struct PageText {
    pub id: ObjectId,
    /// All of it, in the order it is drawn.
    pub text: String,
    /// What is no artifact, by marked-content number.
    pub marked: BTreeMap<i64, String>,
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages = document.page_iter().map(|page| read_page(&document, page)).collect();
        Self { document, pages }
    }

    /// Follows a reference.
    pub fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    /// A dictionary's member, followed; none if there is none.
    pub fn member<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.resolve(object))
    }

    /// A dictionary within a dictionary.
    pub fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Dictionary {
        self.member(dictionary, key).unwrap_or_else(|| panic!("no {key}")).as_dict().unwrap()
    }

    /// The position of a page in the file, from 0.
    pub fn page_index(&self, page: &Object) -> usize {
        let id = page.as_reference().unwrap();
        self.pages.iter().position(|page| page.id == id).unwrap()
    }
}

/// A PDF text string, UTF-16 with its mark or PDFDocEncoding.
pub fn text_string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// The part of a page that is open at a moment of its content stream.
struct Marked {
    number: Option<i64>,
    replacement: Option<String>,
}

fn read_page(document: &Document, id: ObjectId) -> PageText {
    let content = Content::decode(&document.get_page_content(id)).unwrap();
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = document
        .get_page_fonts(id)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, to_unicode(document, font)))
        .collect();
    let mut page = PageText { id, text: String::new(), marked: BTreeMap::new() };
    let (mut open, mut font): (Vec<Marked>, _) = (Vec::new(), None);
    for Operation { operator, operands } in &content.operations {
        match operator.as_str() {
            "BDC" => open.push(begin(&operands[1])),
            "BMC" => open.push(Marked { number: None, replacement: None }),
            "EMC" => drop(open.pop().unwrap()),
            "Tf" => font = Some(&fonts[operands[0].as_name().unwrap()]),
            "ET" => font = None,
            "Tj" => show(&mut page, &mut open, &decode(font.unwrap(), &operands[0])),
            "TJ" => {
                let pieces = operands[0].as_array().unwrap().iter();
                let text: String =
                    pieces.filter(|piece| piece.as_str().is_ok()).map(|piece| decode(font.unwrap(), piece)).collect();
                show(&mut page, &mut open, &text);
            }
            "'" | "\"" | "Do" => panic!("{operator}: this reader must learn it"),
            _ => {}
        }
    }
    page
}

fn begin(properties: &Object) -> Marked {
    let properties = properties.as_dict().unwrap();
    Marked {
        number: properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap()),
        replacement: properties.get(b"ActualText").ok().map(text_string),
    }
}

/// Adds a text where it is drawn, or in its place, once, the text that is said to stand there.
fn show(page: &mut PageText, open: &mut [Marked], text: &str) {
    let replacement = open.iter_mut().find_map(|marked| marked.replacement.as_mut());
    let text = replacement.map_or_else(|| text.to_owned(), std::mem::take);
    page.text.push_str(&text);
    if let Some(number) = open.iter().rev().find_map(|marked| marked.number) {
        page.marked.entry(number).or_default().push_str(&text);
    }
}

fn decode(font: &BTreeMap<u16, String>, codes: &Object) -> String {
    let codes = codes.as_str().unwrap().chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]]));
    codes.map(|code| font.get(&code).map_or("\u{fffd}", String::as_str)).collect()
}

/// The `ToUnicode` map of a font with two-byte codes.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    assert_eq!(font.get(b"Encoding").unwrap().as_name().unwrap(), b"Identity-H");
    let stream = font.get_deref(b"ToUnicode", document).unwrap().as_stream().unwrap();
    let map = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
    assert!(!map.contains("beginbfrange"), "this reader must learn ranges");
    let mut characters = BTreeMap::new();
    for section in map.split("beginbfchar").skip(1) {
        for line in section.split("endbfchar").next().unwrap().lines().filter(|line| line.starts_with('<')) {
            let (code, text) = line.trim_end_matches('>').split_once('>').unwrap();
            let units = text.trim_start_matches([' ', '<']).as_bytes().chunks(4);
            let units: Vec<u16> = units.map(|unit| hexadecimal(std::str::from_utf8(unit).unwrap())).collect();
            characters.insert(hexadecimal(&code[1..]), String::from_utf16(&units).unwrap());
        }
    }
    characters
}

fn hexadecimal(digits: &str) -> u16 {
    u16::from_str_radix(digits, 16).unwrap()
}

//! A published PDF, read back: what is attached to it and what its pages say.
//!
//! The only place that reads PDF syntax. Our files are plain (a classic cross-reference table, no object streams, no
//! encryption), so whatever is not is another tool's; and with that the stream that is read is the only thing that can
//! swell. Everything read is bounded, so that a hostile file costs no more than an honest one.

mod error;
mod inflate;
mod shape;
mod text;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream, String as PdfString};
use memchr::memmem;

pub use self::error::PublishedError;
use self::inflate::Budget;

/// Largest file that is read, 64 MiB; the longest department's is a twentieth of it.
pub const MAXIMUM_BYTES: usize = 64 << 20;

/// Files that a PDF may have attached.
const MAXIMUM_ATTACHMENTS: usize = 16;

/// 已公开的文本。
pub struct Published {
    pdf: Pdf,
}

impl Published {
    /// Opens a PDF of ours.
    ///
    /// # Errors
    /// It is too large, no PDF, or not made by this program.
    pub fn open(bytes: &[u8]) -> Result<Self, PublishedError> {
        if bytes.len() > MAXIMUM_BYTES {
            return Err(PublishedError::TooLarge);
        }
        if !bytes.starts_with(b"%PDF-") {
            return Err(PublishedError::NotPdf);
        }
        if !is_plain(bytes) {
            return Err(PublishedError::NotOurs);
        }
        shape::check(bytes)?;
        let pdf = Pdf::new(bytes.to_vec()).map_err(|_| PublishedError::Damaged)?;
        Ok(Self { pdf })
    }

    /// The attached file of this name, such as `report.json`; none if there is none.
    ///
    /// # Errors
    /// It is damaged, or swells beyond any report.
    pub fn attachment(&self, name: &str) -> Result<Option<Vec<u8>>, PublishedError> {
        let xref = self.pdf.xref();
        let Some(root) = xref.get::<Dict<'_>>(xref.root_id()) else { return Err(PublishedError::Damaged) };
        let Some(files) = root.get::<Array<'_>>("AF") else { return Ok(None) };
        for file in files.iter::<Dict<'_>>().take(MAXIMUM_ATTACHMENTS) {
            let named = ["UF", "F"]
                .iter()
                .any(|key| file.get::<PdfString<'_>>(*key).is_some_and(|found| text_string(found.as_bytes()) == name));
            if named {
                let stream = file
                    .get::<Dict<'_>>("EF")
                    .and_then(|embedded| ["UF", "F"].iter().find_map(|key| embedded.get::<Stream<'_>>(*key)));
                let stream = stream.ok_or(PublishedError::Damaged)?;
                return Budget::new().decode(&stream).map(Some);
            }
        }
        Ok(None)
    }

    /// What each page says, in the order it is drawn, white space and joiners left out.
    ///
    /// # Errors
    /// A page is damaged or is not as this program writes it.
    pub fn page_texts(&self) -> Result<Vec<String>, PublishedError> {
        let mut budget = Budget::new();
        self.pdf.pages().iter().map(|page| text::of_page(page, &mut budget)).collect()
    }
}

/// A text string: UTF-16 with its mark, else the bytes as they are.
fn text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(units) => {
            let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Whether the file has none of what ours never have: streams that hold objects, encryption, a later state of itself.
fn is_plain(bytes: &[u8]) -> bool {
    let has = |needle: &[u8]| memmem::find(bytes, needle).is_some();
    let foreign = [&b"/ObjStm"[..], b"/XRef", b"/Encrypt"];
    memmem::find_iter(bytes, b"startxref").count() == 1 && !foreign.iter().any(|needle| has(needle))
}

#[cfg(test)]
mod tests;

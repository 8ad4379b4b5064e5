//! A published PDF, read back: what is attached to it and what its pages say.
//!
//! The only place that reads PDF syntax. Our files are plain (one classic cross-reference table, no object streams, no
//! encryption) and laid out in one way, so whatever is not is damaged or another tool's. That is checked first, strictly
//! and within bounds (`objects`, `tree`); only then hayro-syntax reads the file, which is lenient, recursive and
//! without bounds. So a hostile file costs no more than an honest one.

mod error;
mod inflate;
mod objects;
mod syntax;
mod text;
mod tree;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream, String as PdfString};
use memchr::memmem;

pub use self::error::PublishedError;
use self::inflate::Budget;
use self::objects::{HEAD, Objects};

/// Largest file that is read, 64 MiB; the longest department's is a twentieth of it.
pub const MAXIMUM_BYTES: usize = 64 << 20;

/// Largest attachment, 32 MiB; the longest department's has 0.2.
const MAXIMUM_ATTACHMENT: usize = 32 << 20;

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
        let Some(objects) = Objects::read(bytes) else { return Err(fault_of(bytes)) };
        if objects.is_swollen {
            return Err(PublishedError::Swollen);
        }
        if ["Prev", "XRefStm", "Encrypt"].iter().any(|key| objects.trailer.contains_key(key)) {
            return Err(PublishedError::NotOurs);
        }
        let pages = tree::count_pages(&objects)?;
        let pdf = Pdf::new(bytes.to_vec()).map_err(|_| PublishedError::Damaged)?;
        if pdf.pages().len() != pages {
            return Err(PublishedError::Damaged);
        }
        Ok(Self { pdf })
    }

    /// The attached file of this name, such as `/report.json` (the writer leaves out the stroke); none if there is none.
    ///
    /// # Errors
    /// It is damaged, or swells beyond any report.
    pub fn attachment(&self, name: &str) -> Result<Option<Vec<u8>>, PublishedError> {
        let name = name.trim_start_matches('/');
        let xref = self.pdf.xref();
        let Some(root) = xref.get::<Dict<'_>>(xref.root_id()) else { return Err(PublishedError::Damaged) };
        let Some(files) = root.get::<Array<'_>>("AF") else { return Ok(None) };
        for file in files.iter::<Dict<'_>>().take(MAXIMUM_ATTACHMENTS) {
            let named = ["UF", "F"].iter().any(|key| {
                file.get::<PdfString<'_>>(*key)
                    .is_some_and(|found| text_string(found.as_bytes()).trim_start_matches('/') == name)
            });
            if named {
                let stream = file
                    .get::<Dict<'_>>("EF")
                    .and_then(|embedded| ["UF", "F"].iter().find_map(|key| embedded.get::<Stream<'_>>(*key)));
                let stream = stream.ok_or(PublishedError::Damaged)?;
                return Budget::new(MAXIMUM_ATTACHMENT).decode(&stream).map(Some);
            }
        }
        Ok(None)
    }

    /// What each page says, in the order it is drawn, white space and joiners left out.
    ///
    /// # Errors
    /// A page is damaged or is not as this program writes it.
    pub fn page_texts(&self) -> Result<Vec<String>, PublishedError> {
        let mut texts = text::Texts::new();
        self.pdf.pages().iter().map(|page| texts.of_page(page)).collect()
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

/// Why a file is not laid out as ours are: it is damaged if it begins as they do and no other tool has left its mark.
fn fault_of(bytes: &[u8]) -> PublishedError {
    let marks = [&b"/ObjStm"[..], b"/XRef", b"/Encrypt"];
    let saved = memmem::find_iter(bytes, b"startxref").nth(1).is_some();
    if !bytes.starts_with(HEAD) || saved || marks.iter().any(|mark| memmem::find(bytes, mark).is_some()) {
        return PublishedError::NotOurs;
    }
    PublishedError::Damaged
}

#[cfg(test)]
mod tests;

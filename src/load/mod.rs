//! Bytes to [`crate::model::Disclosure`], with every fault of the file at its place.
//!
//! ```text
//! bytes ─ encoding ─▶ text ─ lexical, syntax ─▶ tree ─ walk, characters, references ─▶ (faults) ─ decode ─▶ Disclosure
//! ```
//!
//! Faults of encoding and syntax end the line at once; those of structure, of the texts and of references are collected
//! in one run. The structure comes from the types alone: [`schema()`] is generated from them, and `walk` follows it.

mod characters;
mod decode;
mod document;
mod edit;
mod encoding;
mod expectation;
mod fault;
mod faults;
mod file;
mod leaf;
mod lexical;
pub mod lines;
mod literal;
mod references;
mod schema;
mod shape;
mod sniff;
mod spans;
mod suggest;
mod syntax;
mod tree;
mod walk;
mod words;
pub mod workbook;

#[cfg(test)]
mod tests;

use fault::LoadFault;
use faults::Faults;

use crate::diagnostic::{Diagnostic, Source};

pub use document::Document;
pub use file::{load_file, read_file};
pub use schema::schema;
pub use sniff::is_disclosure;
pub use words::words;

/// Largest file that is read, 32 MiB. The largest department of a country fills a few.
pub const MAXIMUM_BYTES: usize = 32 << 20;

/// Most values that a file may hold. Each takes some hundred bytes while the file is read, so that this bounds the
/// memory; it is enough for 200,000 lines.
pub const MAXIMUM_VALUES: usize = 2_000_000;

/// Loads the disclosure file `name` with the contents `bytes`, or tells all that is wrong with it.
///
/// The list of faults is never empty. It is in the order of the file and ends after a thousand.
pub fn load(name: &str, bytes: &[u8]) -> Result<Document, Vec<Diagnostic>> {
    if bytes.len() > MAXIMUM_BYTES {
        return Err(whole_file(&Source::new(name, ""), LoadFault::TooLarge));
    }
    if workbook::is_workbook(bytes) {
        return load_source(workbook::source(name, bytes)?, false);
    }
    let text = encoding::text(bytes).map_err(|unreadable| unreadable.into_diagnostics(name))?;
    load_source(Source::new(name, text), encoding::has_mark(bytes))
}

/// Loads a JSON text; `mark`: whether its file begins with a byte order mark.
fn load_source(source: Source, mark: bool) -> Result<Document, Vec<Diagnostic>> {
    let text = source.text();
    let faults = lexical::scan(text);
    if !faults.is_empty() {
        return Err(faults.into_diagnostics(&source));
    }
    let root = match syntax::parse(text) {
        Ok(Some(root)) => root,
        Ok(None) => return Err(whole_file(&source, LoadFault::Empty)),
        Err((range, fault)) => return Err(one(&source, range, fault)),
    };
    let mut faults = walk::walk(&root, &shape::SHAPES);
    faults.append(characters::check(text, &root));
    faults.append(references::check(&root));
    if !faults.is_empty() {
        return Err(faults.into_diagnostics(&source));
    }
    match decode::decode(&root) {
        Ok(disclosure) => {
            drop(root);
            Ok(Document::new(disclosure, source, mark))
        }
        Err(decode::DecodeError { message, range }) => {
            Err(one(&source, range.unwrap_or(0..0), LoadFault::Undecoded { message }))
        }
    }
}

fn one(source: &Source, range: std::ops::Range<usize>, fault: LoadFault) -> Vec<Diagnostic> {
    let mut faults = Faults::default();
    faults.push(range, fault);
    faults.into_diagnostics(source)
}

/// A fault of the file as a whole.
fn whole_file(source: &Source, fault: LoadFault) -> Vec<Diagnostic> {
    one(source, 0..0, fault)
}

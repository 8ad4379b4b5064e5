//! The text of the pages of two PDFs, read by others than the program.

use std::process::Command;

use gongkai::pipeline::State;
use gongkai::write::Writer;

use crate::common::disclosures::pipeline;
use crate::common::pdf::{Pdf, bare};

/// The document as it would be published.
pub fn pdf(state: &State) -> Vec<u8> {
    let typeset = pipeline().typeset(&state.report).unwrap();
    pipeline().pdf(&state.report, &typeset).unwrap()
}

/// Positions from 1 of the new pages that the old document does not have like this.
fn differing(old: &[String], new: &[String]) -> Vec<usize> {
    (1..=new.len()).filter(|position| old.get(position - 1) != new.get(position - 1)).collect()
}

/// By the suite's own reader.
pub fn by_reader(old: &[u8], new: &[u8]) -> Vec<usize> {
    let texts = |bytes: &[u8]| Pdf::read(bytes).pages.iter().map(|page| bare(&page.text)).collect::<Vec<_>>();
    differing(&texts(old), &texts(new))
}

/// By `pdftotext -raw`; none where the tool is not installed, which is said.
pub fn by_tool(old: &[u8], new: &[u8]) -> Option<Vec<usize>> {
    let folder = tempfile::tempdir().unwrap();
    let texts = |bytes: &[u8]| {
        let path = folder.path().join("document.pdf");
        Writer::new().write(&path, bytes).unwrap();
        let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output().ok()?;
        let text = String::from_utf8(output.stdout).unwrap();
        let mut pages: Vec<String> = text.split('\u{c}').map(bare).collect();
        // A form feed ends each page.
        assert_eq!(pages.pop().as_deref(), Some(""));
        Some(pages)
    };
    let found = texts(old).zip(texts(new)).map(|(old, new)| differing(&old, &new));
    if found.is_none() {
        eprintln!("pdftotext is not installed: the pages were not compared with it");
    }
    found
}

//! What is read of our own files.

use gongkai::pipeline::attached_report;
use gongkai::published::{Published, PublishedError};
use gongkai::typeset::report_json;

use super::samples::replaced;
use crate::common::documents::{all, kexie};
use crate::common::pdf::bare;

#[test]
fn the_pages_say_what_was_laid_out_and_what_another_reader_reads() {
    for (name, rendered) in all() {
        let texts = Published::open(&rendered.bytes).unwrap().page_texts().unwrap();
        assert_eq!(texts.len(), rendered.layout.pages.len(), "{name}");
        for (index, text) in texts.iter().enumerate() {
            let laid_out: String = rendered.layout.pages[index].texts.iter().map(|text| text.text.as_str()).collect();
            assert_eq!(*text, bare(&laid_out), "{name}, page {}", index + 1);
            assert_eq!(*text, bare(&rendered.pdf.pages[index].text), "{name}, page {}", index + 1);
        }
    }
}

#[test]
fn the_report_is_read_byte_for_byte() {
    for (name, rendered) in all() {
        let published = Published::open(&rendered.bytes).unwrap();
        let expected = report_json(&rendered.report);
        assert!(published.attachment("/report.json").unwrap().unwrap() == expected, "{name}");
        assert_eq!(published.attachment("other.json").unwrap(), None, "{name}");
        let (report, bytes) = attached_report(&published).unwrap();
        assert!(bytes == expected && report_json(&report) == expected, "{name}");
    }
}

#[test]
fn a_file_that_another_tool_has_saved_is_not_ours() {
    let bytes = &kexie().bytes;
    // As a whole, as editors do.
    let mut saved = Vec::new();
    kexie().pdf.document.clone().save_to(&mut saved).unwrap();
    // With changes at the end, as signing does.
    let appended = [bytes, &b"\nxref\n0 0\ntrailer\n<</Size 9/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"[..]].concat();
    let trailer = |entry: &str| replaced(bytes, b"\ntrailer\n<<", format!("\ntrailer\n<<{entry}").as_bytes());
    let files = [
        ("saved", saved),
        ("appended", appended),
        ("previous table", trailer("/Prev 16")),
        ("second table in a stream", trailer("/XRefStm 16")),
        ("encrypted", trailer("/Encrypt 16 0 R")),
    ];
    for (name, file) in files {
        assert_eq!(Published::open(&file).err(), Some(PublishedError::NotOurs), "{name}");
    }
}

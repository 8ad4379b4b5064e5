//! Reading back; hostile files are in tests/suite.

use super::*;

#[test]
fn another_kind_of_file_is_told_apart() {
    let fault = |bytes: &[u8]| Published::open(bytes).err().unwrap();
    assert_eq!(fault(b""), PublishedError::NotPdf);
    assert_eq!(fault(b"PK\x03\x04"), PublishedError::NotPdf);
    assert_eq!(fault(b"%PDF-1.7\n"), PublishedError::NotOurs);
    assert_eq!(fault(b"%PDF-1.7\ntrailer<<>>\nstartxref\n0\n%%EOF"), PublishedError::NotOurs);
    let ours = |rest: &[u8]| fault(&[HEAD, rest].concat());
    assert_eq!(ours(b""), PublishedError::Damaged);
    assert_eq!(ours(b"trailer<<>>\nstartxref\n0\n%%EOF"), PublishedError::Damaged);
    assert_eq!(ours(b"<</Type/ObjStm>>\ntrailer<<>>\nstartxref\n0\n%%EOF"), PublishedError::NotOurs);
}

#[test]
fn text_strings_are_read_in_both_encodings() {
    assert_eq!(text_string(b"/report.json"), "/report.json");
    assert_eq!(text_string(b"\xFE\xFF\x62\xA5\x00a"), "报a");
}

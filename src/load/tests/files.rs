//! Files that are no data files, or barely.

use std::path::Path;

use super::super::{MAXIMUM_BYTES, load, load_file};
use super::{GOOD, codes};

fn only(bytes: &[u8]) -> (&'static str, String, usize, usize) {
    let mut faults = load("a.json", bytes).unwrap_err();
    assert_eq!(faults.len(), 1);
    let fault = faults.remove(0);
    let place = fault.place.unwrap();
    (fault.code, fault.message, place.line, place.column)
}

#[test]
fn an_empty_file_is_no_panic() {
    for bytes in [&b""[..], b" \r\n\t\n", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF\n"] {
        assert_eq!(only(bytes), ("GK004", "文件没有内容".to_owned(), 1, 1));
    }
}

#[test]
fn a_byte_order_mark_is_skipped_and_places_stay_right() {
    let marked = format!("\u{FEFF}{GOOD}");
    assert!(load("a.json", marked.as_bytes()).is_ok());
    let (code, _, line, column) = only("\u{FEFF}[年".as_bytes());
    assert_eq!((code, line, column), ("GK005", 1, 2));
}

#[test]
fn another_encoding_is_told_with_the_place_and_what_to_do() {
    // 部门 in GBK.
    assert_eq!(
        only(b"{\n \"\xB2\xBF\xC3\xC5\": 1 }"),
        ("GK003", "文件不是 UTF-8 编码：第 5 个字节不是合法的 UTF-8 字符".to_owned(), 2, 3)
    );
    assert_eq!(only(b"\xEF\xBB\xBF{ \xB2").1, "文件不是 UTF-8 编码：第 6 个字节不是合法的 UTF-8 字符");
    let utf16: Vec<u8> = "{\"年\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(only(&utf16).0, "GK003");
    assert_eq!(only(&[&[0xFF, 0xFE][..], &utf16].concat()).1, "文件是 UTF-16 编码，应为 UTF-8");
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.json");
    // Sparse: nothing is written, and nothing may be read.
    std::fs::OpenOptions::new().create(true).write(true).truncate(true).open(&path).unwrap().set_len(50 << 20).unwrap();
    let faults = load_file(&path).unwrap_err();
    assert_eq!((faults[0].code, faults[0].message.as_str()), ("GK002", "文件超过 32 MiB"));
    assert_eq!(only(&vec![b' '; MAXIMUM_BYTES + 1]).0, "GK002");
}

#[test]
fn what_cannot_be_read_is_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let message = |path: &Path| load_file(path).unwrap_err().remove(0).message;
    assert!(message(folder.path()).ends_with("：这是文件夹"));
    assert!(message(&folder.path().join("none.json")).ends_with("none.json：没有这个文件"));
    assert_eq!(message(Path::new("")), "：没有这个文件");
}

#[test]
fn deep_nesting_is_refused_on_a_small_stack() {
    let run = || {
        let deep = format!("{{\"lines\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        // As deep as the parser allows: the walks have to bear it as well.
        let bearable = format!("{{\"lines\": {}1{}}}", "[".repeat(500), "]".repeat(500));
        (codes(&deep), codes(&bearable))
    };
    let (deep, bearable) = std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
    assert_eq!(deep, ["GK006"]);
    assert!(bearable.contains(&"GK013"));
}

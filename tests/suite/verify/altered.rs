//! A file that was altered never holds, wherever it was altered.

use gongkai::pipeline::{Against, Outcome};

use super::{holds, verify};
use crate::bodies::chance::Chance;
use crate::common::documents::{kexie, shili_unit};

/// Alterations of each kind.
const CASES: u64 = 200;

#[test]
fn an_original_holds() {
    for document in [kexie(), shili_unit()] {
        let verification = verify(&document.bytes, Against::default()).unwrap();
        assert!(verification.holds(), "{verification:#?}");
        assert!(verification.verdict().contains("不说明数据本身是否真实"));
    }
}

#[test]
fn no_byte_of_a_file_can_be_changed() {
    let original = &kexie().bytes;
    for case in 0..CASES {
        let mut chance = Chance::new(case, "one byte");
        let mut bytes = original.clone();
        let at = chance.index(bytes.len());
        bytes[at] ^= 1 << chance.index(8);
        assert!(!holds(&bytes), "case {case}: byte {at} of {}", bytes.len());
    }
}

/// Where `needle` stands in the file.
fn places(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(needle.len()).enumerate();
    windows.filter(|(_, window)| *window == needle).map(|(at, _)| at).collect()
}

/// The bytes of the compressed streams: from `stream` to `endstream`.
fn streams(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let starts = places(bytes, b"\nstream\n").into_iter().map(|at| at + "\nstream\n".len());
    let ends = places(bytes, b"\nendstream");
    starts.filter_map(|start| Some(start..*ends.iter().find(|end| **end >= start)?)).collect()
}

#[test]
fn neither_pages_nor_attachments_nor_structure_can_be_changed() {
    let original = &kexie().bytes;
    let streams = streams(original);
    assert!(streams.len() > 50, "{} streams", streams.len());
    for case in 0..CASES {
        let mut chance = Chance::new(case, "targeted");
        let mut bytes = original.clone();
        match case % 4 {
            // A byte of one of the streams: contents of pages, fonts, attachments.
            0 | 1 => {
                let stream = &streams[chance.index(streams.len())];
                let at = stream.start + chance.index(stream.len());
                bytes[at] = bytes[at].wrapping_add(1 + chance.between(0, 200) as u8);
            }
            // A digit outside of them: an object number, a coordinate, a length, a date.
            2 => {
                let outside: Vec<usize> = (0..bytes.len())
                    .filter(|at| bytes[*at].is_ascii_digit() && !streams.iter().any(|stream| stream.contains(at)))
                    .collect();
                let at = outside[chance.index(outside.len())];
                bytes[at] = b'0' + (bytes[at] - b'0' + 1) % 10;
            }
            // Something after the end.
            _ => bytes.extend(format!("\n% {case}\n").bytes()),
        }
        assert!(!holds(&bytes), "case {case}");
    }
}

#[test]
fn other_data_are_self_consistent_and_fail_against_data_and_hash() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("a.json");
    let mut altered = crate::common::disclosures::kexie();
    altered["lines"][0]["amount"] = serde_json::json!("184561.00");
    altered["approval"]["totals"]["general_public_budget"] = serde_json::json!("1928300.36");
    let document = crate::common::documents::render_data(&altered);
    gongkai::write::Writer::new()
        .write(&data, format!("{:#}", crate::common::disclosures::kexie()).as_bytes())
        .unwrap();
    assert!(holds(&document.bytes));

    let sha256 = "0".repeat(64);
    let against = Against { data: Some(&data), sha256: Some(&sha256) };
    let verification = verify(&document.bytes, against).unwrap();
    let outcomes: Vec<_> = verification.steps.iter().map(|step| step.outcome).collect();
    assert_eq!(outcomes, [Outcome::Passed, Outcome::Passed, Outcome::Passed, Outcome::Failed, Outcome::Failed]);
    assert!(verification.verdict().contains("内容不是由这份数据得出，也不是公布的文件"));
    let details = &verification.steps[3].details;
    assert!(details[0].contains("收支总表") && details[0].contains("1,928,300.36"), "{details:?}");

    let of_original = verify(&kexie().bytes, Against { data: Some(&data), sha256: None }).unwrap();
    assert_eq!(of_original.verdict(), "成立：完整且自洽，内容由这份数据得出");
}

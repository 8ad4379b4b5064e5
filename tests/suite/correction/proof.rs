//! 标记稿: exactly the changes are marked, and nothing of it reaches the published document.

use std::collections::BTreeSet;

use gongkai::compare::{Site, figures};
use serde_json::Value;

use super::{CORRECT, DOCUMENT, NOTICE, PROOF, bytes, corrected, corrected_shili, desk, read};
use crate::common::disclosures::{kexie, load, pipeline, shili};
use crate::common::pdf::bare;
use crate::common::tags::tree;

const WORD: &str = "（更正）";

#[test]
fn exactly_the_changed_figures_are_marked() {
    for (old, new) in [(kexie(), corrected()), (shili(), corrected_shili())] {
        marks_the_changes_alone(&old, &new);
    }
}

fn marks_the_changes_alone(old: &Value, new: &Value) {
    let (old, new) = (load(old), load(new));
    let (old, report) = (pipeline().report(&old, None).unwrap(), pipeline().report(&new, None).unwrap());
    let plain = pipeline().typeset(&report).unwrap().layout;
    let correction = pipeline().correction(&new, &old, &report, &plain).unwrap();
    let proof = pipeline().proof(&report, &correction).unwrap().layout;
    let changes = figures(&old, &report);
    let cells = changes.iter().filter(|change| matches!(change.site(), Some(Site::Cell { .. }))).count();
    // A figure of prose may be printed more than once; a form's has no mark of its own.
    let ids: BTreeSet<&str> = changes.iter().map(|change| change.id.as_str()).collect();
    let prose = plain.marks.iter().filter(|mark| ids.contains(mark.id.as_str())).count();
    let forms = changes.iter().filter(|change| matches!(change.site(), Some(Site::Form { .. }))).count();
    let words = proof.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text == WORD).count();
    assert_eq!(words, cells + prose + forms);
    // Lines and pages break as in the document.
    assert_eq!(proof.pages.len(), plain.pages.len());
    let (marks, others) = (&proof.marks, &plain.marks);
    assert_eq!(marks.len(), others.len());
    for (mark, other) in marks.iter().zip(others) {
        assert_eq!((&mark.id, mark.page), (&other.id, other.page));
        assert!((mark.x - other.x).abs() < 0.5 && (mark.y - other.y).abs() < 0.5, "{mark:?} {other:?}");
    }
}

#[test]
fn a_proof_is_marked_on_every_page_and_says_the_mark_in_its_tags() {
    let desk = desk(&corrected());
    let run = desk.run(&[CORRECT, &["--mark"]].concat());
    run.ends_with(0);
    assert!(run.out.contains(&format!("已生成标记稿（不能公开） out/{PROOF}（31 页）")), "{}", run.out);
    assert_eq!(desk.files("out"), [DOCUMENT, NOTICE, PROOF]);
    let proof = read(&desk, PROOF);
    assert!(proof.pages.iter().all(|page| bare(&page.text).contains("标记稿")));
    let text = tree(&proof).text;
    assert!(text.contains("在职实有人数4（更正）人"), "{text}");
    assert!(!text.contains("检查结果"));
    let published = read(&desk, DOCUMENT);
    assert!(!published.pages.iter().any(|page| page.text.contains("更正") || page.text.contains("标记稿")));
    // The same document as without a proof.
    let first = bytes(&desk, DOCUMENT);
    desk.run(CORRECT).ends_with(0);
    assert!(bytes(&desk, DOCUMENT) == first);
}

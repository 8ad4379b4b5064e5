//! Corrections that are none: nothing is written.

use serde_json::json;

use super::{CORRECT, NOTICE, PROOF, corrected, desk};
use crate::common::disclosures::{kexie, shili};

#[test]
fn a_correction_needs_its_date_and_reason() {
    let mut new = corrected();
    new.as_object_mut().unwrap().remove("correction");
    let desk = desk(&new);
    desk.run(CORRECT).ends_with(1).faults(&[
        "错误[GK063]: 数据中没有更正日期和原因（correction）",
        "new.json:",
        "published_on",
        "提示：在公开日期之后填写",
    ]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn a_correction_before_the_publication_is_an_error() {
    let mut new = corrected();
    new["correction"]["date"] = json!("2023-02-09");
    let desk = desk(&new);
    desk.run(CORRECT).ends_with(1).faults(&["错误[GK160]"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn without_a_change_there_is_no_notice() {
    let mut new = kexie();
    new["correction"] = corrected()["correction"].clone();
    let desk = desk(&new);
    desk.run(CORRECT).ends_with(1).faults(&["更正前后的文本没有任何不同，无需更正"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn the_two_are_states_of_one_document() {
    let desk = desk(&corrected());
    desk.put_data("other.json", &shili());
    desk.run(&["render", "new.json", "--correcting", "other.json"]).ends_with(1).faults(&["不是同一份文本"]);
    desk.run(&["render", "new.json", "--correcting", "none.json"]).ends_with(2);
    desk.put("other.pdf", "%PDF-1.7 of another tool");
    desk.run(&["render", "new.json", "--correcting", "other.pdf"]).ends_with(2).faults(&["不是 gongkai 生成的 PDF"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn what_the_fonts_cannot_draw_stops_the_notice_too() {
    let mut new = corrected();
    new["correction"]["reason"] = json!("录入有误😀");
    let desk = desk(&new);
    desk.run(CORRECT).ends_with(1).faults(&["更正说明不能公开：字体中没有“😀”"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn the_corrected_document_never_covers_what_was_published() {
    let desk = desk(&corrected());
    desk.run(&["render", "old.json", "-o", "out/公开.pdf"]).ends_with(0);
    let run = desk.run(&["render", "new.json", "--correcting", "out/公开.pdf", "-o", "out/公开.pdf"]);
    run.ends_with(2).faults(&["会覆盖更正前的文本"]);
    assert_eq!(desk.files("out"), ["公开.pdf"]);
}

#[test]
fn the_document_does_not_take_the_name_of_its_notice() {
    let desk = desk(&corrected());
    for name in [NOTICE, PROOF] {
        desk.run(&[CORRECT, &["-o", name]].concat()).ends_with(2).faults(&["不能用于更正后的文本"]);
        assert!(!desk.path(name).exists());
    }
}

#[test]
fn one_document_a_run_and_no_draft() {
    let desk = desk(&corrected());
    desk.run(&[CORRECT, &["old.json"]].concat()).ends_with(2).faults(&["一次只能更正一份文本"]);
    desk.run(&[CORRECT, &["--draft"]].concat()).ends_with(2).faults(&["不能与"]);
    desk.run(&[CORRECT, &["--format", "png"]].concat()).ends_with(2).faults(&["只生成 PDF"]);
    desk.run(&["render", "new.json", "--mark"]).ends_with(2).faults(&["--correcting"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

//! `gongkai render --draft`: names, status, what is published and what is not.

use std::fs;

use serde_json::json;

use super::{faulty, without_amounts};
use crate::command_line::Desk;
use crate::command_line::templates::altered;
use crate::common::disclosures::{kexie, shili};

const PUBLISHED: &str = "青山区科学技术协会2023年部门预算公开.pdf";
const DRAFT: &str = "青山区科学技术协会2023年部门预算公开（草稿）.pdf";

#[test]
fn errors_stop_the_document_but_not_the_draft() {
    let desk = Desk::new();
    desk.put_data("a.json", &faulty());
    let run = desk.run(&["render", "a.json"]);
    // An error of the facts stops the pages.
    run.ends_with(1).faults(&["错误[GK135]"]);
    assert_eq!((run.out.as_str(), desk.files("out")), ("", Vec::new()));
    let run = desk.run(&["render", "a.json", "--draft"]);
    run.ends_with(1).faults(&["错误[GK135]", "错误[GK601]", "错误[GK602]"]);
    assert!(run.out.starts_with(&format!("已生成草稿 out/{DRAFT}（")), "{}", run.out);
    assert_eq!(desk.files("out"), [DRAFT]);
    assert!(desk.is_pdf(&format!("out/{DRAFT}")));
}

#[test]
fn a_draft_of_right_data_is_a_draft_and_leaves_the_published_document_alone() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    desk.run(&["render", "a.json"]).ends_with(0);
    let before = fs::read(desk.path(&format!("out/{PUBLISHED}"))).unwrap();
    let run = desk.run(&["render", "a.json", "--draft"]);
    run.ends_with(0);
    assert!(run.out.starts_with("已生成草稿 "), "{}", run.out);
    assert_eq!(desk.files("out"), [PUBLISHED, DRAFT]);
    assert_eq!(fs::read(desk.path(&format!("out/{PUBLISHED}"))).unwrap(), before);
    // A draft made before changes nothing of the document after it.
    desk.run(&["render", "a.json"]).ends_with(0);
    assert_eq!(fs::read(desk.path(&format!("out/{PUBLISHED}"))).unwrap(), before);
    assert_ne!(fs::read(desk.path(&format!("out/{DRAFT}"))).unwrap(), before);
}

#[test]
fn no_draft_has_the_name_of_a_published_document() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie()).put("out/公开.pdf", "old");
    let run = desk.run(&["render", "a.json", "--draft", "-o", "out/公开.pdf"]);
    run.ends_with(2).faults(&["草稿的文件名中应有“草稿”"]);
    assert_eq!(fs::read_to_string(desk.path("out/公开.pdf")).unwrap(), "old");
    desk.run(&["render", "a.json", "--draft", "-o", "out/公开（草稿）.pdf"]).ends_with(0);
    assert!(desk.is_pdf("out/公开（草稿）.pdf"));
    // However long the publisher's name is.
    let mut data = kexie();
    data["agency"]["full_name"] = json!(format!("青山区{}局", "科学技术".repeat(25)));
    desk.put_data("b.json", &data);
    desk.run(&["render", "b.json", "--draft", "-d", "long"]).ends_with(0);
    let [name] = desk.files("long").try_into().unwrap();
    assert!(name.ends_with("（草稿）.pdf"), "{name}");
}

#[test]
fn units_and_pictures_have_drafts_too() {
    let desk = Desk::new();
    desk.put_data("b.json", &shili());
    desk.run(&["render", "b.json", "--unit", "901003", "--draft"]).ends_with(0);
    assert_eq!(desk.files("out"), ["青山区示例服务中心2024年单位预算公开（草稿）.pdf"]);
    desk.put_data("a.json", &kexie());
    desk.run(&["render", "a.json", "--draft", "--format", "png", "--ppi", "20", "-d", "png"]).ends_with(0);
    let names = desk.files("png");
    assert!(names.len() > 30 && names.iter().all(|name| name.contains("（草稿）-")), "{names:?}");
}

#[test]
fn what_cannot_be_derived_has_no_draft_and_says_so() {
    let desk = Desk::new();
    let mut data = kexie();
    data["lines"][0]["function"] = json!("2067799");
    let run = desk.put_data("a.json", &data).run(&["render", "a.json", "--draft"]);
    run.ends_with(1).faults(&["错误[GK051]", "数据无法推算，不能生成草稿"]);
    assert_eq!(desk.files("."), ["a.json"]);
}

#[test]
fn warnings_are_printed_and_stop_nothing() {
    let desk = Desk::new();
    let mut data = kexie();
    without_amounts(&mut data);
    desk.put_data("a.json", &data);
    let run = desk.run(&["render", "a.json"]);
    // Other rules may call the same an error; this one does not.
    run.faults(&["警告[GK606]"]);
    let quiet = desk.run(&["render", "a.json", "-q"]);
    assert!(!quiet.err.contains("警告"), "{}", quiet.err);
    assert_eq!(quiet.status, run.status);
    assert_eq!(desk.files("out").len(), usize::from(run.status == 0));
}

#[test]
fn errors_of_one_file_stop_its_documents_and_no_other_file() {
    let desk = Desk::new();
    let mut bad = shili();
    bad["income"][0]["amount"] = json!("1.00");
    desk.put_data("bad.json", &bad).put_data("good.json", &kexie());
    let run = desk.run(&["render", "bad.json", "good.json", "--units", "-d", "x"]);
    run.ends_with(1).faults(&["错误[GK201]"]);
    // Told once, although it stops four documents.
    let told = run.err.matches("错误[GK201]").count();
    assert_eq!(told, 1, "{}", run.err);
    assert!(desk.files("x").iter().all(|name| name.contains("科学技术协会")), "{:?}", desk.files("x"));
    assert!(!desk.files("x").is_empty());
}

#[test]
fn templates_that_print_no_mark_make_no_draft() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    altered(&desk, "disclosure.typ", "set page(foreground: draft-mark(draft.mark)) if draft != none", "");
    let run = desk.run(&["render", "a.json", "--draft", "--templates", "templates"]);
    run.ends_with(2).faults(&["草稿第 1 页没有“草稿”字样"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

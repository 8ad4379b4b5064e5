//! Documents written: names, folders, units, several at once.

use std::fs;

use serde_json::json;

use super::Desk;
use crate::common::disclosures::{kexie, shili};

const NAME: &str = "青山区科学技术协会2023年部门预算公开.pdf";

#[test]
fn a_document_is_named_after_its_publisher_and_written_into_out() {
    let desk = Desk::new();
    let run = desk.put_data("a.json", &kexie()).run(&["render", "a.json"]);
    run.ends_with(0);
    assert!(run.out.starts_with(&format!("已生成 out/{NAME}（")) && run.out.contains("页）"), "{}", run.out);
    assert_eq!(run.err, "");
    assert_eq!(desk.files("out"), [NAME]);
    assert!(desk.is_pdf(&format!("out/{NAME}")));
}

#[test]
fn file_and_folder_can_be_chosen_and_a_quiet_run_says_nothing() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    let run = desk.run(&["render", "a.json", "-o", "deep/er/公开稿.pdf", "--quiet"]);
    assert_eq!((run.ends_with(0).out.as_str(), run.err.as_str()), ("", ""));
    assert!(desk.is_pdf("deep/er/公开稿.pdf"));
    desk.run(&["render", "a.json", "-d", "公开"]).ends_with(0);
    assert_eq!(desk.files("公开"), [NAME]);
    assert_eq!(desk.files("out"), [""; 0]);
    assert_eq!(
        fs::read(desk.path("deep/er/公开稿.pdf")).unwrap(),
        fs::read(desk.path(&format!("公开/{NAME}"))).unwrap()
    );
}

#[test]
fn units_give_the_department_and_each_unit() {
    let desk = Desk::new();
    desk.put_data("b.json", &shili()).run(&["render", "b.json", "--units", "-d", "all"]).ends_with(0);
    let names = [
        "青山区示例局2024年部门预算公开.pdf",
        "青山区示例局（本级）2024年单位预算公开.pdf",
        "青山区示例服务中心2024年单位预算公开.pdf",
        "青山区示例综合事务管理站2024年单位预算公开.pdf",
    ];
    assert_eq!(desk.files("all"), names);
    assert!(names.iter().all(|name| desk.is_pdf(&format!("all/{name}"))));
}

#[test]
fn a_unit_alone_gives_its_document_only() {
    let desk = Desk::new();
    desk.put_data("b.json", &shili()).run(&["render", "b.json", "--unit", "901003"]).ends_with(0);
    assert_eq!(desk.files("out"), ["青山区示例服务中心2024年单位预算公开.pdf"]);
    let run = desk.run(&["render", "b.json", "--unit", "901009"]);
    run.ends_with(1).faults(&["GK055", "数据中没有单位 901009"]);
    assert_eq!(desk.files("out").len(), 1);
}

#[test]
fn one_bad_file_stops_nobody() {
    let desk = Desk::new();
    let mut bad = kexie();
    bad["lines"][0]["amount"] = json!("-1.00");
    desk.put_data("bad.json", &bad).put_data("good.json", &kexie());
    let run = desk.run(&["render", "bad.json", "gone.json", "good.json", "-d", "x"]);
    run.ends_with(2).faults(&["bad.json", "GK016", "gone.json"]);
    assert_eq!(desk.files("x"), [NAME]);
    desk.run(&["render", "bad.json", "good.json", "-d", "y"]).ends_with(1);
    assert_eq!(desk.files("y"), [NAME]);
}

#[test]
fn two_documents_of_one_name_are_not_written_over_each_other() {
    let desk = Desk::new();
    let mut other = kexie();
    other["agency"]["phone"] = json!("027-00000000");
    desk.put_data("a.json", &kexie()).put_data("b.json", &other);
    let run = desk.run(&["render", "a.json", "b.json", "-d", "x"]);
    run.ends_with(2).faults(&[NAME, "由 a.json 和 b.json 生成", "没有生成任何文本", "提示：用 --name"]);
    assert_eq!(desk.files("x"), [""; 0]);
}

//! `gongkai verify` and `extract`, `--attach facts`.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::{Desk, templates};
use crate::common::disclosures::kexie;

/// A desk with the example and its document.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    desk.run(&["render", "a.json", "-o", "a.pdf", "-q"]).ends_with(0);
    desk
}

fn sha256(desk: &Desk, name: &str) -> String {
    gongkai::typeset::Hash::of(&fs::read(desk.path(name)).unwrap()).to_string()
}

#[test]
fn an_original_holds_with_its_data_and_its_announced_hash() {
    let desk = desk();
    let run = desk.run(&["verify", "a.pdf", "--data", "a.json", "--sha256", &sha256(&desk, "a.pdf")]);
    run.ends_with(0);
    assert!(run.out.ends_with("成立：完整且自洽，内容由这份数据得出，并且就是公布的文件\n"), "{}", run.out);
    let run = desk.run(&["verify", "a.pdf", "--format", "json"]);
    let shown: Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    assert_eq!((&shown["format"], &shown["holds"]), (&json!("gongkai-verify/1"), &json!(true)));
    assert_eq!(shown["steps"][3]["outcome"], "unchecked");
    desk.run(&["verify", "a.pdf", "--sha256", "12"]).ends_with(2).faults(&["64 位"]);
}

#[test]
fn an_altered_file_ends_with_one_and_another_tool_s_with_two() {
    let desk = desk();
    let mut bytes = fs::read(desk.path("a.pdf")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    gongkai::write::Writer::new().write(&desk.path("b.pdf"), &bytes).unwrap();
    assert!(desk.run(&["verify", "b.pdf"]).ends_with(1).out.contains("不成立"));

    let mut document = lopdf::Document::load(desk.path("a.pdf")).unwrap();
    let mut saved = Vec::new();
    document.save_modern(&mut saved).unwrap();
    gongkai::write::Writer::new().write(&desk.path("c.pdf"), &saved).unwrap();
    desk.run(&["verify", "c.pdf"]).ends_with(2).faults(&["不是 gongkai 生成的 PDF"]);
    desk.put("d.pdf", "text");
    desk.run(&["verify", "d.pdf"]).ends_with(2).faults(&["不是 PDF 文件"]);
    desk.run(&["verify", "none.pdf"]).ends_with(2);
    desk.run(&["extract", "c.pdf"]).ends_with(2);
}

#[test]
fn another_make_is_held_page_by_page_and_says_so() {
    let desk = desk();
    templates::altered(&desk, "main.typ", "#import \"disclosure.typ\"", "// 试改\n#import \"disclosure.typ\"");
    let run = desk.run(&["verify", "a.pdf", "--templates", "templates"]);
    run.ends_with(0);
    assert!(run.out.contains("未逐字节核对：生成它的模板与本机不同"), "{}", run.out);

    let narrative = "regions/000000-national/narrative.typ";
    templates::altered(&desk, narrative, "总预算", "预算总额");
    let run = desk.run(&["verify", "a.pdf", "--templates", "templates"]);
    run.ends_with(1);
    assert!(run.out.contains("页的文字与附件不符") && run.out.contains("模板与本机不同"), "{}", run.out);
}

#[test]
fn what_is_attached_can_be_taken_out_and_rendered_again() {
    let desk = desk();
    let report: Value = serde_json::from_str(&desk.run(&["extract", "a.pdf"]).ends_with(0).out).unwrap();
    assert_eq!(report["format"], "gongkai-report/1");
    let manifest: Value =
        serde_json::from_str(&desk.run(&["extract", "a.pdf", "--manifest"]).ends_with(0).out).unwrap();
    assert_eq!(manifest["gongkai"], env!("CARGO_PKG_VERSION"));
    desk.run(&["extract", "a.pdf", "--facts"]).ends_with(2).faults(&["没有附预算数据", "--attach facts"]);

    let run = desk.run(&["render", "a.json", "-o", "b.pdf", "--attach", "facts"]);
    run.ends_with(0).faults(&["警告：附上的预算数据将随文本公开", "填报人"]);
    desk.run(&["extract", "b.pdf", "--facts", "-o", "b.json"]).ends_with(0);
    desk.run(&["render", "b.json", "-o", "c.pdf", "-q"]).ends_with(0);
    assert_eq!(fs::read(desk.path("a.pdf")).unwrap(), fs::read(desk.path("c.pdf")).unwrap());
    desk.run(&["verify", "b.pdf", "--data", "a.json"]).ends_with(0);
    desk.run(&["render", "a.json", "--attach", "facts", "--draft"]).ends_with(2).faults(&["不能与"]);
}

#[test]
fn qpdf_reads_what_is_attached_as_we_do() {
    let desk = desk();
    let Ok(output) = Command::new("qpdf").arg("--show-attachment=report.json").arg(desk.path("a.pdf")).output() else {
        eprintln!("qpdf is not here: not compared");
        return;
    };
    assert_eq!(String::from_utf8(output.stdout).unwrap(), desk.run(&["extract", "a.pdf"]).out);
}

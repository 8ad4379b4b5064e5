//! A published PDF in the place of a data file, and what the command says of it.

use serde_json::{Value, json};

use crate::command_line::Desk;
use crate::common::disclosures::{kexie, shili};

fn corrected() -> Value {
    let mut data = kexie();
    data["projects"][0]["lines"][0]["amount"] = json!("60100.00");
    data
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put_data("old.json", &kexie()).put_data("new.json", &corrected());
    desk
}

#[test]
fn a_document_is_the_same_as_the_data_that_it_was_made_of() {
    let desk = desk();
    desk.run(&["render", "old.json", "-o", "old.pdf"]).ends_with(0);
    let run = desk.run(&["diff", "old.pdf", "old.json"]);
    assert_eq!(run.ends_with(0).out, "没有变化\n数据明细的改动只能在两个数据文件之间比较\n");
    let figures = |old: &str| {
        let run = desk.run(&["diff", old, "new.json", "--format", "json"]);
        serde_json::from_str::<Value>(&run.ends_with(1).out).unwrap()
    };
    let (of_pdf, of_data) = (figures("old.pdf"), figures("old.json"));
    assert_eq!(of_pdf["facts"], Value::Null);
    assert_eq!(of_pdf["old"]["kind"], "pdf");
    assert_eq!(of_pdf["figures"], of_data["figures"]);
    assert_eq!(of_pdf["pages"], of_data["pages"]);
}

#[test]
fn the_document_of_a_unit_is_compared_with_that_of_the_unit() {
    let desk = Desk::new();
    desk.put_data("data.json", &shili());
    desk.run(&["render", "data.json", "--unit", "901003", "-o", "unit.pdf"]).ends_with(0);
    desk.run(&["diff", "unit.pdf", "data.json"]).ends_with(0);
    desk.run(&["diff", "data.json", "data.json", "--unit", "901003"]).ends_with(0);
    desk.run(&["diff", "data.json", "unit.pdf", "--no-layout"]).ends_with(0);
}

#[test]
fn people_read_the_summary_first() {
    let desk = desk();
    let run = desk.run(&["diff", "old.json", "new.json"]);
    let first = run.ends_with(1).out.lines().next().unwrap();
    assert!(first.starts_with("1 项数据改动，") && first.contains("处数字随之变化，涉及第 "), "{first}");
    for words in [
        "项目支出 › 第1项 › 项目预算明细 › 第1项 › 金额（元）（QS206001 2060102 30202）",
        "60000.00 → 60100.00  +100.00",
        "  表9 项目支出表\n",
        "  一、部门收支预算总体安排情况\n",
    ] {
        assert!(run.out.contains(words), "{words} is not in\n{}", run.out);
    }
    let short = desk.run(&["diff", "old.json", "new.json", "--format", "short", "--no-layout"]);
    let lines: Vec<_> = short.ends_with(1).out.lines().collect();
    assert!(
        lines[0].starts_with("数据 new.json:") && lines[0].ends_with("60000.00 → 60100.00（+100.00）"),
        "{}",
        lines[0]
    );
    assert!(lines[1..].iter().all(|line| line.starts_with("数字 ")), "{lines:?}");
}

#[test]
fn another_body_is_told_first_and_compared_all_the_same() {
    let desk = desk();
    desk.put_data("other.json", &shili());
    let run = desk.run(&["diff", "old.json", "other.json", "--no-layout"]);
    assert!(run.ends_with(1).out.starts_with("警告：两份文本的发布主体不同：青山区科学技术协会，"), "{}", run.out);
    let run = desk.run(&["diff", "old.json", "other.json", "--no-layout", "--format", "short"]);
    run.ends_with(1).faults(&["警告：两份文本的预算年度不同：2023，2024"]);
}

#[test]
fn what_cannot_be_compared_ends_with_two() {
    let desk = desk();
    desk.put("broken.json", "{").put("other.pdf", "%PDF-1.7\nnothing of ours");
    for file in ["broken.json", "absent.json", "other.pdf"] {
        let run = desk.run(&["diff", "old.json", file, "--no-layout"]);
        assert!(run.ends_with(2).err.contains("错误"), "{}", run.err);
        assert_eq!(run.out, "");
    }
    desk.run(&["diff", "old.json"]).ends_with(2).faults(&["缺少"]);
    desk.run(&["diff", "old.json", "new.json", "--unit", "999999"]).ends_with(2);
}

#[test]
fn what_prints_nothing_is_a_change_of_the_data_only() {
    let desk = desk();
    let mut data = kexie();
    data["approval"]["document"] = json!("青财预〔2023〕1号");
    desk.put_data("approved.json", &data);
    let run = desk.run(&["diff", "old.json", "approved.json"]);
    let first = run.ends_with(1).out.lines().next().unwrap();
    assert_eq!(first, "1 项数据改动，印出的数字和文字没有变化，各页文字不变");
}

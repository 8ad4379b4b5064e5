//! The officer's path of both READMEs, step after step as it stands there.

use serde_json::Value;

use super::lines::export;
use super::made::filled;
use crate::command_line::Desk;
use crate::common::disclosures::kexie;

const BOOK: &str = "区科协/部门预算公开数据.xlsx";
const PDF: &str = "out/青山区科学技术协会2023年部门预算公开.pdf";

/// The commands of the first block after a heading.
fn commands(readme: &str, heading: &str) -> Vec<String> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/").to_owned() + readme).unwrap();
    let (_, after) = text.split_once(heading).unwrap();
    let (_, block) = after.split_once("```sh\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    block.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

fn put(desk: &Desk, name: &str, bytes: &[u8]) {
    gongkai::write::Writer::new().write(&desk.path(name), bytes).unwrap();
}

/// One 元 more of 基本工资 and one less of 津贴补贴: the approved total stays.
fn corrected(mut data: Value) -> Value {
    for (line, by) in [(0, 1), (1, -1)] {
        let amount: rust_decimal::Decimal = data["lines"][line]["amount"].as_str().unwrap().parse().unwrap();
        data["lines"][line]["amount"] = (amount + rust_decimal::Decimal::from(by)).to_string().into();
    }
    data
}

fn follow(readme: &str, heading: &str) {
    let desk = Desk::new();
    let steps = commands(readme, heading);
    let run = |step: &str| {
        let arguments: Vec<&str> = step.split(' ').collect();
        assert_eq!(arguments[0], "gongkai");
        desk.run(&arguments[1..])
    };
    let [init, import, check, against, render, again, tables] = &steps[..] else { panic!("{steps:#?}") };
    run(init).ends_with(0);
    put(&desk, BOOK, &filled(&kexie()));
    // Those lines of the system's export that are in the workbook already.
    desk.put("明细.csv", &export(&kexie()));
    run(import).ends_with(0);
    run(check).ends_with(0);
    desk.run(&["export", BOOK, "-o", "系统表格.xlsx"]).ends_with(0);
    run(against).ends_with(0);
    run(render).ends_with(0);
    let first = std::fs::read(desk.path(PDF)).unwrap();
    // The same pages as those of the example's JSON.
    desk.put_data("区科协.json", &kexie());
    desk.run(&["diff", "区科协.json", PDF]).ends_with(0);
    put(&desk, BOOK, &filled(&corrected(kexie())));
    run(again).ends_with(0);
    assert_ne!(std::fs::read(desk.path(PDF)).unwrap(), first);
    assert!(run(against).ends_with(1).out.contains("系统表格.xlsx 表6 一般公共预算基本支出表!"), "{against}");
    run(tables).ends_with(0);
    assert!(desk.path("公开表格.xlsx").exists() && desk.path("开放数据/datapackage.json").exists());
}

#[test]
fn the_path_of_the_readme_leads_to_the_document() {
    follow("README.md", "## The officer's path");
}

#[test]
fn the_path_of_the_chinese_readme_leads_to_the_document() {
    follow("README.zh-CN.md", "## 从头到尾做一遍");
}

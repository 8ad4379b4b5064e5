//! `gongkai check`: what is printed, in which form, and how it ends.

use serde_json::{Value, json};

use super::Desk;
use crate::common::disclosures::{kexie, shili};
use crate::common::documents::repository;

/// The example with a cost that contradicts its project.
fn contradictory() -> Value {
    let mut data = kexie();
    let cost = &mut data["projects"][0]["plan"]["costs"][0];
    cost["amount"] = json!("60000.01");
    cost["basis"] = json!("按上年实际支出测算");
    data
}

#[test]
fn a_clean_file_ends_with_zero_and_says_what_was_checked() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie()).put_data("b.json", &shili());
    let run = desk.run(&["check", "a.json", "b.json", "--units", "--deny-warnings"]);
    run.ends_with(0);
    assert!(run.out.starts_with("青山区科学技术协会2023年部门预算公开"), "{}", run.out);
    assert_eq!(run.out.matches("未发现问题").count(), 3, "{}", run.out);
    assert!(run.out.contains("条规则已检查"), "{}", run.out);
}

#[test]
fn a_finding_shows_both_sides_the_place_and_what_to_do() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory());
    let run = desk.run(&["check", "a.json", "--no-layout"]);
    run.ends_with(1);
    for words in [
        "青山区科学技术协会2023年部门预算公开  1 个错误",
        "错误[GK135]",
        "a.json:",
        "成本构成合计            332,000.01 元",
        "应等于项目预算明细合计  332,000.00 元",
        "相差                          0.01 元",
        "依据：",
        "提示：",
        "没有排版",
    ] {
        assert!(run.out.contains(words), "{words} is not in {}", run.out);
    }
    assert!(!run.out.contains("domain.md"), "{}", run.out);
}

#[test]
fn no_form_of_output_holds_an_escape_code_in_a_pipe() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory());
    for format in ["human", "short", "json", "sarif"] {
        let run = desk.run(&["check", "a.json", "--no-layout", "--format", format]);
        run.ends_with(1);
        assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn machines_get_one_line_or_json() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory());
    let short = desk.run(&["check", "a.json", "--no-layout", "--format", "short"]).out;
    let expected = "错误[GK135]: 项目“科普经费（青山区）”的成本构成合计与项目预算不一致：成本构成合计 332,000.01 元 ≠ 项目预算明细合计 332,000.00 元\n";
    assert!(short.starts_with("a.json:") && short.ends_with(expected), "{short}");
    assert_eq!(short.lines().count(), 1);

    let report: Value =
        serde_json::from_str(&desk.run(&["check", "a.json", "--no-layout", "--format", "json"]).out).unwrap();
    assert_eq!(report["format"], "gongkai-check/1");
    let finding = &report["files"][0]["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&json!("GK135"), &json!("error")));
    assert_eq!(finding["equation"]["difference"], "0.01");

    let log: Value =
        serde_json::from_str(&desk.run(&["check", "a.json", "--no-layout", "--format", "sarif"]).out).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "GK135");
    let schema: Value =
        serde_json::from_slice(&std::fs::read(repository("tests/data/sarif/sarif-schema-2.1.0.json")).unwrap())
            .unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(validator.iter_errors(&log).map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn rules_are_chosen_by_code_or_by_its_beginning() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory());
    let status = |arguments: &[&str]| desk.run(&[&["check", "a.json", "--no-layout"], arguments].concat()).status;
    assert_eq!(status(&["--select", "GK2"]), 0);
    assert_eq!(status(&["--select", "GK2,GK135"]), 1);
    assert_eq!(status(&["--ignore", "GK13"]), 0);
    assert_eq!(status(&["--select", "GK1", "--ignore", "GK135"]), 0);
    let run = desk.run(&["check", "a.json", "--select", "GK9"]);
    run.ends_with(2).faults(&["没有编号以“GK9”开头的规则", "gongkai explain"]);
}

#[test]
fn warnings_end_with_one_only_when_they_are_denied() {
    let mut data = kexie();
    data["lines"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "function": "2060101", "economic": "30101", "fund": "general_public_budget", "amount": "0.00" }));
    let desk = Desk::new();
    desk.put_data("a.json", &data);
    let run = desk.run(&["check", "a.json", "--no-layout"]);
    run.ends_with(0);
    assert!(run.out.contains("警告[GK101]"), "{}", run.out);
    desk.run(&["check", "a.json", "--no-layout", "--deny-warnings"]).ends_with(1);
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_of_the_others() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory()).put("b.json", "{");
    let run = desk.run(&["check", "b.json", "a.json", "--no-layout"]);
    run.ends_with(1);
    assert!(run.out.contains("错误[GK005]") && run.out.contains("错误[GK135]"), "{}", run.out);
    assert!(run.out.contains("数据文件未能读入"), "{}", run.out);
    let run = desk.run(&["check", "c.json", "a.json", "--no-layout"]);
    run.ends_with(2);
    assert!(run.out.contains("错误[GK001]") && run.out.contains("错误[GK135]"), "{}", run.out);
}

#[test]
fn the_printable_report_is_one_file_of_the_same_bytes() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory());
    let report = || {
        let run = desk.run(&["check", "a.json", "--no-layout", "--report", "报告.html"]);
        run.ends_with(1);
        std::fs::read_to_string(desk.path("报告.html")).unwrap()
    };
    let page = report();
    assert!(page.contains("青山区科学技术协会2023年部门预算公开") && page.contains("332,000.01"), "{page}");
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("href=\"http"), "{page}");
    assert_eq!(page, report());
}

#[test]
fn findings_stop_the_document_and_leave_the_old_one() {
    let desk = Desk::new();
    desk.put_data("a.json", &contradictory()).put("a.pdf", "old");
    let run = desk.run(&["render", "a.json", "-o", "a.pdf"]);
    run.ends_with(1).faults(&["错误[GK135]"]);
    assert_eq!(std::fs::read(desk.path("a.pdf")).unwrap(), b"old");
}

#[test]
fn corrections_are_shown_first_and_a_second_run_changes_nothing() {
    let mut data = kexie();
    data["duties"][8] = json!("承办上级机关交办的其它有关事项。。");
    let desk = Desk::new();
    desk.put_data("a.json", &data);
    let before = std::fs::read(desk.path("a.json")).unwrap();
    let shown = desk.run(&["check", "a.json", "--fix", "--diff"]);
    shown.ends_with(1);
    assert!(shown.out.contains("-    \"承办上级机关交办的其它有关事项。。\""), "{}", shown.out);
    assert!(shown.out.contains("+    \"承办上级机关交办的其他有关事项。\""), "{}", shown.out);
    assert_eq!(std::fs::read(desk.path("a.json")).unwrap(), before);

    let run = desk.run(&["check", "a.json", "--fix", "--no-layout"]);
    run.ends_with(0);
    assert!(run.err.contains("a.json：已自动改正 2 处"), "{}", run.err);
    let after = std::fs::read_to_string(desk.path("a.json")).unwrap();
    assert_eq!(after, String::from_utf8(before).unwrap().replace("其它有关事项。。", "其他有关事项。"));
    let again = desk.run(&["check", "a.json", "--fix", "--no-layout"]);
    again.ends_with(0);
    assert_eq!((again.err.as_str(), std::fs::read_to_string(desk.path("a.json")).unwrap()), ("", after));
}

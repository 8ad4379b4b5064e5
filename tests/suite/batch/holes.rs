//! One bad body stops nobody, and none goes unnoticed.

use serde_json::{Value, json};

use super::{data, desk, pdf, small, summary};

/// The same body with an error of load, of facts, of derivation.
fn bad(kind: usize, seed: u64) -> Value {
    let mut data = small(seed);
    match kind {
        0 => data["lines"][0]["amount"] = json!("-1.00"),
        1 => data["approval"]["totals"]["general_public_budget"] = json!("1.00"),
        _ => data["lines"][0]["function"] = json!("2067799"),
    }
    data
}

#[test]
fn three_bad_of_eight_leave_five_and_three_rows() {
    let desk = desk(8);
    for (kind, seed) in [1, 4, 6].into_iter().enumerate() {
        desk.put_data(&data(seed), &bad(kind, seed));
    }
    let run = desk.run(&["render", "data", "-j", "2"]);
    let errors = ["data/001.json", "错误[GK016]", "data/004.json", "错误[GK202]", "data/006.json", "错误[GK051]"];
    run.ends_with(1).faults(&errors);
    assert_eq!(run.out.lines().filter(|line| line.starts_with("有错误  ")).count(), 3, "{}", run.out);
    assert!(run.out.contains("合计 8 份：已生成 5，未变 0，有错误 3"), "{}", run.out);
    assert_eq!(desk.files("out").len(), 5);
    for seed in [1, 4, 6] {
        assert!(!desk.files("out").contains(&pdf(seed)));
    }
    // Errors are told again as long as they stand.
    let (run, summary) = summary(&desk, &["data"]);
    run.ends_with(1).faults(&errors);
    assert_eq!((&summary["totals"]["unchanged"], &summary["totals"]["faulty"]), (&json!(5), &json!(3)));
}

#[test]
fn what_cannot_be_read_ends_with_two() {
    let desk = desk(2);
    let (run, summary) = summary(&desk, &["data", "gone.json"]);
    run.ends_with(2).faults(&["gone.json：没有这个文件"]);
    assert_eq!((&summary["totals"]["rendered"], &summary["totals"]["failed"]), (&json!(2), &json!(1)));
    assert_eq!(summary["bodies"][2]["input"], "gone.json");
}

#[test]
fn an_old_document_stays_while_its_data_have_errors() {
    let desk = desk(2);
    desk.run(&["render", "data"]).ends_with(0);
    let before = std::fs::read(desk.path(&format!("out/{}", pdf(1)))).unwrap();
    desk.put_data(&data(1), &bad(1, 1));
    desk.run(&["render", "data"]).ends_with(1);
    assert_eq!(std::fs::read(desk.path(&format!("out/{}", pdf(1)))).unwrap(), before);
    desk.run(&["render", "data", "--check"]).ends_with(1);
}

#[test]
fn what_files_have_in_common_is_found_and_stops_no_document() {
    let desk = desk(3);
    let mut copied = small(2);
    let other = small(7);
    copied["lines"] = small(0)["lines"].clone();
    for line in copied["lines"].as_array_mut().unwrap() {
        line.as_object_mut().unwrap().remove("unit");
    }
    copied["approval"] = small(0)["approval"].clone();
    copied["agency"]["code"] = other["agency"]["code"].clone();
    desk.put_data(&data(2), &copied);
    let (run, summary) = summary(&desk, &["data"]);
    run.ends_with(1).faults(&["错误[GK715]", "data/002.json"]);
    let body = &summary["bodies"][2];
    assert_eq!((&body["state"], &body["errors"]), (&json!("rendered"), &json!(1)), "{}", run.err);
    // Again, although the document itself is unchanged.
    desk.run(&["render", "data"]).ends_with(1).faults(&["错误[GK715]"]);
    desk.run(&["render", "data/002.json"]).ends_with(0);
}

#[test]
fn the_summary_for_programs_has_every_body_and_nothing_else_stands_beside_it() {
    let desk = desk(2);
    let (run, summary) = summary(&desk, &["data", "-q"]);
    assert_eq!(run.ends_with(0).err, "");
    assert_eq!(summary["format"], "gongkai-render/1");
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&summary), ["bodies", "format", "leftover", "planned", "skipped", "stopped", "totals"]);
    assert_eq!(keys(&summary["bodies"][0]), ["errors", "files", "input", "pages", "state", "title", "warnings"]);
    assert_eq!(summary["bodies"][1]["files"], json!([format!("out/{}", pdf(1))]));
    assert!(summary["bodies"][1]["pages"].as_u64().unwrap() > 10);
}

#[test]
fn a_quiet_run_says_nothing_and_a_pipe_gets_a_line_a_document() {
    let desk = desk(2);
    let run = desk.run(&["render", "data", "-d", "a", "-q"]);
    assert_eq!((run.ends_with(0).out.as_str(), run.err.as_str()), ("", ""));
    let run = desk.run(&["render", "data", "-d", "b"]);
    assert_eq!(run.err.lines().filter(|line| line.starts_with('[')).count(), 2, "{}", run.err);
    assert!(run.err.contains("[2/2] 已生成 b/"), "{}", run.err);
}

//! Files, folders and patterns.

use serde_json::json;

use super::{data, desk, made_and_left, small, summary};
use crate::command_line::Desk;
use crate::common::disclosures::kexie;

#[test]
fn a_folder_gives_its_disclosures_and_those_below() {
    let desk = desk(2);
    desk.put_data("data/deep/er/c.JSON", &small(2));
    // No disclosures: passed over and counted.
    desk.put("data/package.json", r#"{"name": "x"}"#).put("data/deep/list.json", "[1]").put("data/readme.txt", "{}");
    // Hidden, and an output folder of another run.
    desk.put_data("data/.old/d.json", &small(3)).put_data("data/out/e.json", &small(4)).put("data/out/.gongkai/x", "");
    let (run, summary) = summary(&desk, &["data", "-d", "x"]);
    run.ends_with(0).faults(&["跳过 2 个不是预算数据的 JSON 文件"]);
    let inputs: Vec<_> =
        summary["bodies"].as_array().unwrap().iter().map(|body| body["input"].as_str().unwrap()).collect();
    assert_eq!(inputs, ["data/000.json", "data/001.json", "data/deep/er/c.JSON"]);
    assert_eq!((&summary["skipped"], &summary["planned"]), (&json!(2), &json!(3)));
}

#[test]
fn the_output_folder_may_lie_among_the_data_or_be_their_folder() {
    let desk = desk(2);
    assert_eq!(made_and_left(&desk, &["data", "-d", "data/公开"]), (2, 0));
    desk.put_data("data/公开/c.json", &small(5));
    assert_eq!(made_and_left(&desk, &["data", "-d", "data/公开"]), (0, 2));
    assert_eq!(made_and_left(&desk, &["data", "-d", "data"]), (2, 0));
    assert_eq!(made_and_left(&desk, &["data", "-d", "data"]), (0, 2));
}

#[test]
fn a_disclosure_with_faults_is_not_passed_over() {
    let desk = desk(1);
    desk.put("data/x.json", "{“format”: “gongkai/1”}")
        .put("data/y.json", "")
        .put("data/z.json", r#"{"agency": 1, "lines": 2}"#);
    let (run, summary) = summary(&desk, &["data"]);
    run.ends_with(1).faults(&["data/x.json", "data/y.json", "data/z.json"]);
    assert_eq!(summary["totals"]["faulty"], 3);
    assert_eq!(desk.files("out").len(), 1);
}

#[test]
fn patterns_are_expanded_where_the_shell_expands_nothing() {
    let desk = desk(3);
    desk.put_data("data/more/d.json", &small(3)).put("data/x.txt", "");
    assert_eq!(made_and_left(&desk, &["data/*.json", "-d", "a"]), (3, 0));
    assert_eq!(made_and_left(&desk, &["data/00[01].json", "-d", "b"]), (2, 0));
    assert_eq!(made_and_left(&desk, &["data/**/*.json", "-d", "c"]), (4, 0));
    // A file whose name looks like a pattern is that file.
    desk.put_data("[1].json", &kexie());
    assert_eq!(made_and_left(&desk, &["[1].json", "-d", "d"]), (1, 0));
}

#[test]
fn what_yields_nothing_is_an_error() {
    let desk = desk(1);
    desk.put("empty/x.txt", "").put("other/package.json", "{}");
    for (nothing, words) in [
        ("empty", "empty 中没有数据文件"),
        ("other", "other 中没有数据文件"),
        ("data/*.jsn", "data/*.jsn 中没有数据文件"),
        ("data/[.json", "data/[.json 不是正确的文件名模式"),
    ] {
        desk.run(&["render", "data", nothing, "-d", "x"]).ends_with(2).faults(&[words]);
        assert_eq!(desk.files("x"), [""; 0], "{nothing}");
    }
}

#[test]
fn a_file_that_is_named_twice_is_made_once() {
    let desk = desk(2);
    assert_eq!(made_and_left(&desk, &[&data(1), "data", "./data/001.json"]), (2, 0));
}

#[test]
fn last_years_file_is_a_body_of_its_own_year() {
    let desk = Desk::new();
    let mut now = kexie();
    now["year"] = json!(2024);
    now["published_on"] = json!("2024-02-08");
    now["approval"] = json!({});
    now["previous_years"] = json!([{ "year": 2023, "basis": "budget", "file": "2023/a.json" }]);
    desk.put_data("data/2023/a.json", &kexie()).put_data("data/a.json", &now);
    let (run, summary) = summary(&desk, &["data"]);
    assert_eq!(summary["planned"], 2, "{}", run.err);
    assert!(desk.files("out").contains(&"青山区科学技术协会2023年部门预算公开.pdf".to_owned()), "{}", run.err);
}

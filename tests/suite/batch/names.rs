//! Names by a pattern, and two documents that would have one.

use serde_json::json;

use super::{desk, pdf, small};
use crate::command_line::Desk;
use crate::common::disclosures::{kexie, shili};

#[test]
fn names_follow_the_pattern_and_are_safe_everywhere() {
    let desk = Desk::new();
    let mut data = kexie();
    data["agency"]["name"] = json!("区科协#1");
    desk.put_data("a.json", &data);
    desk.run(&["render", "a.json", "-d", "x", "--name", "{agency}{year}年部门预算公开"]).ends_with(0);
    assert_eq!(desk.files("x"), ["区科协_12023年部门预算公开.pdf"]);
    desk.run(&["render", "a.json", "-d", "y", "--name", "{code}-{region}-{scope}-{file}"]).ends_with(0);
    assert_eq!(desk.files("y"), ["206-420107-qingshan-部门-a.pdf"]);
    let png = ["render", "a.json", "-d", "z", "--name", "{code}", "--draft", "--format", "png", "--ppi", "10"];
    desk.run(&png).ends_with(0);
    assert_eq!(desk.files("z")[0], "206（草稿）-01.png");
}

#[test]
fn the_name_of_a_unit_is_the_units() {
    let desk = Desk::new();
    desk.put_data("b.json", &shili());
    desk.run(&["render", "b.json", "--unit", "901003", "-d", "x", "--name", "{code}{agency}{scope}"]).ends_with(0);
    assert_eq!(desk.files("x"), ["901003区示例服务中心单位.pdf"]);
}

#[test]
fn an_unknown_field_is_refused_with_the_list() {
    let run = desk(1).run(&["render", "data", "--name", "{部门}{year}"]);
    run.ends_with(2).faults(&["不能是“{部门}{year}”", "没有 {部门} 这一项", "{agency}（简称）", "{year}（预算年度）"]);
}

#[test]
fn two_documents_of_one_name_stop_the_run_before_anything_is_made() {
    let desk = desk(3);
    let mut capitals = small(7);
    // For Windows and macOS these are one name.
    let mut letters = small(8);
    capitals["agency"]["name"] = json!("区ABC局");
    letters["agency"]["name"] = json!("区abc局");
    desk.put_data("data/a.json", &capitals).put_data("data/b.json", &letters);
    let run = desk.run(&["render", "data", "-d", "x", "--name", "{agency}"]);
    run.ends_with(2).faults(&["由 data/a.json 和 data/b.json 生成", "1 个文件名各有两份文本要用，没有生成任何文本"]);
    assert_eq!(desk.files("x"), [""; 0]);
    desk.run(&["render", "data", "-d", "x", "--name", "{agency}{code}"]).ends_with(0);
    assert_eq!(desk.files("x").len(), 5);
}

#[test]
fn letters_written_in_parts_are_the_same_letters() {
    let desk = Desk::new();
    let (mut whole, mut parts) = (small(1), small(2));
    whole["agency"]["name"] = json!("区caf\u{e9}局");
    parts["agency"]["name"] = json!("区cafe\u{301}局");
    desk.put_data("a.json", &whole).put_data("b.json", &parts);
    desk.run(&["render", "a.json", "b.json", "--name", "{agency}"]).ends_with(2).faults(&["由 a.json 和 b.json 生成"]);
}

#[test]
fn the_title_is_the_name_unless_another_is_asked_for() {
    let desk = desk(2);
    desk.run(&["render", "data"]).ends_with(0);
    let mut names = [pdf(0), pdf(1)];
    names.sort();
    assert_eq!(desk.files("out"), names);
}

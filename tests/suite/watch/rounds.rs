//! Single rounds: what is said, what is tried again, how it begins and ends.

use std::fs;

use serde_json::json;

use super::{Watcher, one_pdf, printed};
use crate::batch::{data, desk, pdf, small};
use crate::command_line::Desk;

#[test]
fn faults_are_shown_in_place_and_cleared_when_mended() {
    let desk = Desk::new();
    desk.put_data("a.json", &small(1));
    let mut watcher = Watcher::start(&desk, &["a.json"]);
    watcher.says_after(0, "已生成 out/");
    let pdf = one_pdf(&desk, "out");
    let good = fs::read(&pdf).unwrap();

    let mut wrong = small(1);
    wrong["lines"][0]["function"] = json!("9999999");
    let from = watcher.now();
    desk.put_data("a.json", &wrong);
    watcher.says_after(from, "没有更新，仍是上一次没有错误时的内容");
    let said = watcher.said[from..].join("\n");
    assert!(said.contains("a.json:") && said.contains("9999999") && said.contains("错误["), "{said}");
    assert!(fs::read(&pdf).unwrap() == good, "the last good one stays");

    let from = watcher.now();
    let mut mended = small(1);
    mended["agency"]["phone"] = json!("027-10002000");
    desk.put_data("a.json", &mended);
    watcher.says_after(from, "错误已改正");
    let said = watcher.said[from..].join("\n");
    assert!(said.contains("已生成 out/") && !said.contains("错误["), "{said}");
    assert!(printed(&pdf).unwrap().contains("027-10002000"));
    watcher.end();
}

#[test]
fn a_file_that_was_faulty_from_the_beginning_has_no_text_yet() {
    let desk = Desk::new();
    desk.put("a.json", "{");
    let mut watcher = Watcher::start(&desk, &["a.json"]);
    watcher.says_after(0, "a.json 有错误，没有生成文本");
    assert_eq!(desk.files("out"), [""; 0]);
    desk.put_data("a.json", &small(1));
    watcher.says_after(0, "已生成 out/");
    watcher.end();
}

#[test]
fn only_the_changed_one_of_a_folder_is_made_and_new_ones_are_seen() {
    let desk = desk(2);
    let mut watcher = Watcher::start(&desk, &["data"]);
    watcher.says_after(0, "合计 2 份：已生成 2，未变 0");
    for (name, seed) in [(data(1), 7), ("data/new.json".to_owned(), 2), ("data/deep/deeper/new.json".to_owned(), 3)] {
        let from = watcher.now();
        desk.put_data(&name, &small(seed));
        watcher.says_after(from, "已生成 1，");
        let said = watcher.said[from..].join("\n");
        assert!(said.contains(&format!("已生成 out/{}（", pdf(seed))), "{said}");
    }
    let from = watcher.now();
    fs::remove_file(desk.path(&data(0))).unwrap();
    watcher.says_after(from, "已没有数据生成它，请核对后自行删除");
    watcher.end();
}

#[test]
fn two_files_of_one_document_are_told_and_mended() {
    let desk = desk(2);
    let mut watcher = Watcher::start(&desk, &["data"]);
    watcher.says_after(0, "已生成 2");
    desk.put_data(&data(1), &small(0));
    watcher.says_after(0, "1 个文件名各有两份文本要用");
    desk.put_data(&data(1), &small(5));
    watcher.says_after(0, "错误已改正");
    assert!(desk.is_pdf(&format!("out/{}", pdf(5))));
    watcher.end();
}

#[test]
fn what_could_not_be_written_is_tried_again() {
    let desk = Desk::new();
    desk.put_data("a.json", &small(1));
    let mut watcher = Watcher::start(&desk, &["a.json", "-o", "out/a.pdf"]);
    // A folder of that name stands for a viewer that locks the file.
    watcher.says_after(0, "已生成 out/a.pdf");
    fs::remove_file(desk.path("out/a.pdf")).unwrap();
    fs::create_dir(desk.path("out/a.pdf")).unwrap();
    let mut changed = small(1);
    changed["agency"]["phone"] = json!("027-10002000");
    let from = watcher.now();
    desk.put_data("a.json", &changed);
    watcher.says_after(from, "a.json 未能生成，out/a.pdf 没有更新");
    let from = watcher.now();
    fs::remove_dir(desk.path("out/a.pdf")).unwrap();
    watcher.says_after(from, "已生成 out/a.pdf");
    assert!(printed(&desk.path("out/a.pdf")).unwrap().contains("027-10002000"));
    watcher.end();
}

#[test]
fn what_cannot_begin_ends() {
    let desk = Desk::new();
    desk.put_data("a.json", &small(1));
    desk.put("empty/x.txt", "");
    for (arguments, words) in [
        (&["empty"][..], "empty 中没有数据文件"),
        (&["a.json", "--templates", "gone"], "gone"),
        (&["a.json", "--draft", "-o", "a.pdf"], "草稿的文件名中应有“草稿”"),
    ] {
        let all = [&["watch"], arguments].concat();
        desk.run(&all).ends_with(2).faults(&[words]);
    }
    assert_eq!(desk.files("out"), [""; 0]);
}

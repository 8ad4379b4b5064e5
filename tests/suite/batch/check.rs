//! `--check`: whether the folder is what the data give.

use std::fs;

use gongkai::write::Writer;
use serde_json::json;

use super::{contents, data, desk, pdf, small, summary};

fn states(summary: &serde_json::Value) -> Vec<&str> {
    summary["bodies"].as_array().unwrap().iter().map(|body| body["state"].as_str().unwrap()).collect()
}

#[test]
fn a_check_writes_nothing_and_lists_what_is_not_as_it_should_be() {
    let desk = desk(4);
    let (run, missing) = summary(&desk, &["data", "--check"]);
    run.ends_with(1);
    assert_eq!(states(&missing), ["missing"; 4]);
    assert!(!desk.path("out").exists());
    desk.run(&["render", "data"]).ends_with(0);
    desk.run(&["render", "data", "--check"]).ends_with(0);

    Writer::new().write(&desk.path(&format!("out/{}", pdf(0))), b"%PDF-1.7 by hand").unwrap();
    fs::remove_file(desk.path(&format!("out/{}", pdf(1)))).unwrap();
    let mut corrected = small(2);
    corrected["agency"]["phone"] = json!("027-00001111");
    desk.put_data(&data(2), &corrected);
    let before = contents(&desk, "out");
    let record = fs::read(desk.path("out/.gongkai/record.json")).unwrap();
    let run = desk.run(&["render", "data", "--check"]);
    run.ends_with(1);
    for (state, seed) in [("不符", 0), ("缺失", 1), ("不符", 2)] {
        assert!(run.out.contains(&format!("{state}  {}", super::title(seed))), "{}", run.out);
    }
    assert!(run.out.contains("合计 4 份：未变 1，不符 2，缺失 1"), "{}", run.out);
    assert!(contents(&desk, "out") == before);
    assert_eq!(fs::read(desk.path("out/.gongkai/record.json")).unwrap(), record);
    desk.run(&["render", "data"]).ends_with(0);
    desk.run(&["render", "data", "--check"]).ends_with(0);
}

#[test]
fn without_a_record_the_documents_are_made_and_compared() {
    let desk = desk(2);
    desk.run(&["render", "data"]).ends_with(0);
    fs::remove_dir_all(desk.path("out/.gongkai")).unwrap();
    let (run, same) = summary(&desk, &["data", "--check"]);
    run.ends_with(0);
    assert_eq!(states(&same), ["unchanged"; 2]);
    assert!(!desk.path("out/.gongkai").exists());
}

#[test]
fn outputs_that_no_input_gives_any_more_are_told_and_left() {
    let desk = desk(3);
    desk.run(&["render", "data"]).ends_with(0);
    fs::remove_file(desk.path(&data(1))).unwrap();
    let mut renamed = small(2);
    renamed["agency"]["full_name"] = json!("青山区更名局");
    desk.put_data(&data(2), &renamed);
    let run = desk.run(&["render", "data"]);
    run.ends_with(0);
    for seed in [1, 2] {
        assert!(run.out.contains(&format!("多余 out/{}", pdf(seed))), "{}", run.out);
    }
    assert_eq!(desk.files("out").len(), 4);
    let (run, left) = summary(&desk, &["data", "--check"]);
    run.ends_with(1);
    assert_eq!(left["leftover"].as_array().unwrap().len(), 2);
    for seed in [1, 2] {
        fs::remove_file(desk.path(&format!("out/{}", pdf(seed)))).unwrap();
    }
    desk.run(&["render", "data", "--check"]).ends_with(0);
}

#[test]
fn what_other_commands_make_into_the_folder_is_not_left_over() {
    let desk = desk(2);
    desk.put_data("other/a.json", &small(5));
    desk.run(&["render", "data"]).ends_with(0);
    desk.run(&["render", "data", "--draft"]).ends_with(0);
    desk.run(&["render", "other"]).ends_with(0);
    let run = desk.run(&["render", "data", "--check"]);
    assert!(!run.ends_with(0).out.contains("多余"), "{}", run.out);
}

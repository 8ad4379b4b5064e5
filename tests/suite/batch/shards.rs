//! `--shard`: parts that together are the whole, each body always in the same one.

use std::collections::BTreeMap;

use serde_json::json;

use super::{contents, data, desk, made_and_left, small, summary};
use crate::command_line::Desk;

/// The shard of each input.
fn shards(desk: &Desk, of: u64, arguments: &[&str]) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    for number in 1..=of {
        let shard = format!("{number}/{of}");
        let (run, summary) = summary(desk, &[arguments, &["--shard", &shard]].concat());
        run.ends_with(0);
        for body in summary["bodies"].as_array().unwrap() {
            let twice = found.insert(body["input"].as_str().unwrap().to_owned(), number);
            assert_eq!(twice, None, "{body}");
        }
    }
    found
}

#[test]
fn shards_are_the_whole_and_stay_as_they_are() {
    let desk = desk(7);
    let first = shards(&desk, 3, &["data"]);
    assert_eq!(first.len(), 7);
    desk.run(&["render", "data", "-d", "whole"]).ends_with(0);
    assert!(contents(&desk, "out") == contents(&desk, "whole"));
    // Each shard knows its own again, and the whole knows all of them.
    assert_eq!(made_and_left(&desk, &["data", "--shard", "2/3"]).0, 0);
    assert_eq!(made_and_left(&desk, &["data"]), (0, 7));
    for seed in 7..10 {
        desk.put_data(&data(seed), &small(seed));
    }
    let now = shards(&desk, 3, &["data"]);
    assert_eq!(now.len(), 10);
    assert!(first.iter().all(|(input, shard)| now[input] == *shard));
    // Wherever the folder lies.
    let parent = desk.path(".").canonicalize().unwrap();
    let absolute = parent.join("data");
    let elsewhere = shards(&desk, 3, &[absolute.to_str().unwrap()]);
    let by_name = |shards: &BTreeMap<String, u64>| -> Vec<_> {
        shards.iter().map(|(input, shard)| (input.rsplit('/').next().unwrap().to_owned(), *shard)).collect()
    };
    assert_eq!(by_name(&now), by_name(&elsewhere));
}

#[test]
fn documents_of_one_name_are_refused_in_whatever_shards_they_are() {
    let desk = desk(4);
    let mut same = small(9);
    same["agency"]["full_name"] = small(0)["agency"]["full_name"].clone();
    desk.put_data("data/same.json", &same);
    for number in 1..=3 {
        desk.run(&["render", "data", "--shard", &format!("{number}/3")]).ends_with(2).faults(&["data/same.json"]);
    }
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn a_shard_without_bodies_is_done() {
    let desk = desk(1);
    let counts: Vec<_> =
        (1..=5).map(|number| made_and_left(&desk, &["data", "--shard", &format!("{number}/5")])).collect();
    assert_eq!(counts.iter().filter(|counts| **counts == (0, 0)).count(), 4, "{counts:?}");
    desk.run(&["render", "data", "--shard", "6/5"]).ends_with(2).faults(&["第几份/共几份"]);
}

#[test]
fn what_files_have_in_common_is_told_in_the_shard_of_the_file_that_has_it() {
    let desk = desk(5);
    let mut old = small(2);
    old["year"] = json!(2023);
    old["previous_years"] = json!([]);
    desk.put_data(&data(2), &old);
    let told = (1..=2).filter(|number| {
        let arguments = ["render", "data", "--warnings", "--shard", &format!("{number}/2")];
        desk.run(&arguments).err.contains("GK711")
    });
    assert_eq!(told.count(), 1);
}

//! What is made again, and what is left as it is.

use std::fs;

use gongkai::write::Writer;
use serde_json::json;

use super::{contents, data, desk, made_and_left, pdf, small};
use crate::command_line::Desk;
use crate::command_line::templates::altered;

const RECORD: &str = "out/.gongkai/record.json";

#[test]
fn unchanged_documents_are_left_and_corrected_ones_are_as_from_nothing() {
    let desk = desk(5);
    assert_eq!(made_and_left(&desk, &["data"]), (5, 0));
    let first = contents(&desk, "out");
    assert_eq!(made_and_left(&desk, &["data"]), (0, 5));
    assert!(contents(&desk, "out") == first);
    for seed in [1, 3] {
        let mut corrected = small(seed);
        corrected["agency"]["phone"] = json!("027-00001111");
        desk.put_data(&data(seed), &corrected);
    }
    assert_eq!(made_and_left(&desk, &["data"]), (2, 3));
    desk.run(&["render", "data", "-d", "nothing"]).ends_with(0);
    let now = contents(&desk, "out");
    assert!(now == contents(&desk, "nothing"));
    let changed: Vec<_> = first.keys().filter(|name| first[*name] != now[*name]).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert_eq!(made_and_left(&desk, &["data", "--force"]), (5, 0));
    assert!(contents(&desk, "out") == now);
}

#[test]
fn an_output_that_was_touched_or_lost_is_made_again() {
    let desk = desk(4);
    made_and_left(&desk, &["data"]);
    let first = contents(&desk, "out");
    let path = |seed| desk.path(&format!("out/{}", pdf(seed)));
    let mut bytes = fs::read(path(1)).unwrap();
    bytes[2000] ^= 1;
    Writer::new().write(&path(1), &bytes).unwrap();
    fs::remove_file(path(2)).unwrap();
    // As a run would leave it that was broken off by a power cut on a careless disk.
    Writer::new().write(&path(3), b"").unwrap();
    assert_eq!(made_and_left(&desk, &["data"]), (3, 1));
    assert!(contents(&desk, "out") == first);
}

#[test]
fn a_damaged_old_or_foreign_record_is_rebuilt_and_never_trusted() {
    let desk = desk(2);
    made_and_left(&desk, &["data"]);
    let whole = fs::read_to_string(desk.path(RECORD)).unwrap();
    let records = [
        whole.chars().take(300).collect(),
        String::new(),
        "null".to_owned(),
        whole.replace("gongkai-record/1", "gongkai-record/0"),
        // The hash of another file at the place of that which stands there.
        whole.replacen("made_of\":\"", "made_of\":\"0", 1),
    ];
    for record in records {
        desk.put(RECORD, &record);
        let run = desk.run(&["render", "data"]);
        run.ends_with(0).faults(&["生成记录已损坏或出自别的程序"]);
        assert!(run.out.contains("已生成 2，未变 0"), "{}", run.out);
        assert_eq!(fs::read_to_string(desk.path(RECORD)).unwrap(), whole);
    }
    fs::remove_file(desk.path(RECORD)).unwrap();
    assert_eq!(made_and_left(&desk, &["data"]), (2, 0));
    assert_eq!(made_and_left(&desk, &["data"]), (0, 2));
    // A folder where the record should be is no record, and no reason to fail.
    fs::remove_file(desk.path(RECORD)).unwrap();
    fs::create_dir(desk.path(RECORD)).unwrap();
    desk.run(&["render", "data"]).ends_with(0).faults(&["未能写入生成记录"]);
}

#[test]
fn everything_that_makes_the_bytes_makes_them_again() {
    let desk = desk(1);
    assert_eq!(made_and_left(&desk, &["data"]), (1, 0));
    for options in [&["--attach", "facts"][..], &["--draft"], &["--format", "svg"]] {
        let arguments = [&["data"], options].concat();
        assert_eq!(made_and_left(&desk, &arguments), (1, 0), "{options:?}");
        assert_eq!(made_and_left(&desk, &arguments), (0, 1), "{options:?}");
    }
    // Those went beside it, except the first.
    assert_eq!(made_and_left(&desk, &["data"]), (1, 0));
    altered(&desk, "theme.typ", "#let", "#let");
    assert_eq!(made_and_left(&desk, &["data", "--templates", "templates"]), (0, 1), "the same from a folder");
    altered(&desk, "theme.typ", "#let", "\n#let");
    assert_eq!(made_and_left(&desk, &["data", "--templates", "templates"]), (1, 0));
    assert_eq!(made_and_left(&desk, &["data"]), (1, 0));
}

#[test]
fn other_fonts_make_every_document_again() {
    let desk = desk(1);
    assert_eq!(made_and_left(&desk, &["data"]), (1, 0));
    let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let entries = fs::read_dir(fonts).unwrap().map(|entry| entry.unwrap().path());
    let font = entries.filter(|path| path.extension().is_some_and(|ending| ending == "ttf" || ending == "otf")).min();
    let font = font.unwrap();
    // The same glyphs in another file: nobody can know that but by typesetting.
    let mut bytes = fs::read(&font).unwrap();
    bytes.extend([0; 4]);
    let own = desk.path("fonts").join(font.file_name().unwrap());
    Writer::new().write(&own, &bytes).unwrap();
    assert_eq!(made_and_left(&desk, &["data", "--font-path", "fonts"]), (1, 0));
    assert_eq!(made_and_left(&desk, &["data", "--font-path", "fonts"]), (0, 1));
}

#[test]
fn last_years_file_is_part_of_what_a_document_is_made_of() {
    let desk = Desk::new();
    let mut last = small(1);
    last["year"] = json!(2023);
    last["previous_years"] = json!([]);
    let mut now = small(1);
    now["previous_years"] = json!([{ "year": 2023, "basis": "budget", "file": "last/a.json" }]);
    desk.put_data("last/a.json", &last).put_data("a.json", &now);
    assert_eq!(made_and_left(&desk, &["a.json"]), (1, 0));
    let before = contents(&desk, "out");
    last["lines"][0]["amount"] = json!("123456.78");
    desk.put_data("last/a.json", &last);
    assert_eq!(made_and_left(&desk, &["a.json"]), (1, 0));
    assert!(contents(&desk, "out") != before);
}

#[test]
fn warnings_of_a_document_that_is_left_are_still_counted_and_told_of_a_single_file() {
    let desk = desk(2);
    let mut warned = small(5);
    warned["published_on"] = json!("2025-02-08");
    desk.put_data("data/w.json", &warned);
    let first = desk.run(&["render", "data"]);
    let second = desk.run(&["render", "data"]);
    let counted = |text: &str| text.rsplit('；').next().unwrap().trim().to_owned();
    assert!(second.out.contains("已生成 0，未变 3"), "{}", second.out);
    assert_eq!(counted(&first.out), counted(&second.out));
    assert!(!first.err.contains("警告["), "a batch tells how many: {}", first.err);
    desk.run(&["render", "data", "--force", "--warnings"]).faults(&["警告[GK"]);
    for _ in 0..2 {
        desk.run(&["render", "data/w.json"]).ends_with(0).faults(&["警告[GK"]);
    }
}

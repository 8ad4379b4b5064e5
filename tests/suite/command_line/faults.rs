//! Data at fault: all of it told, nothing written.

use std::fs;

use serde_json::json;

use super::{Desk, Run};
use crate::common::disclosures::kexie;

#[test]
fn a_missing_file_is_no_fault_of_the_data() {
    let run = Desk::new().run(&["render", "gone.json"]);
    run.ends_with(2).faults(&["gone.json"]);
}

#[test]
fn all_faults_are_told_with_their_places_and_the_old_document_stays() {
    let desk = Desk::new();
    let mut data = kexie();
    data["lines"][0]["amount"] = json!("1.005");
    data["lines"][1]["fund"] = json!("general_public_budgets");
    data["agency"]["phon"] = json!("1");
    data["duties"][0] = json!("甲\u{202e}乙");
    desk.put_data("a.json", &data).put("old.pdf", "old");
    let run = desk.run(&["render", "a.json", "-o", "old.pdf"]);
    run.ends_with(1).faults(&["错误[GK016]", "错误[GK014]", "错误[GK010]", "错误[GK020]", "提示：", "U+202E"]);
    let text = fs::read_to_string(desk.path("a.json")).unwrap();
    for part in ["\"1.005\"", "\"general_public_budgets\"", "\"phon\""] {
        let (line, column) = place(&text, part);
        run.faults(&[&format!("a.json:{line}:{column}"), part]);
    }
    assert_eq!(run.out, "");
    assert_eq!(fs::read_to_string(desk.path("old.pdf")).unwrap(), "old");
    assert_eq!(desk.files("."), ["a.json", "old.pdf"]);
}

/// Line and column of a text that stands once in the file, in characters from 1.
fn place(text: &str, part: &str) -> (usize, usize) {
    let (index, line) = text.lines().enumerate().find(|(_, line)| line.contains(part)).unwrap();
    (index + 1, line[..line.find(part).unwrap()].chars().count() + 1)
}

#[test]
fn a_character_without_glyph_is_named_with_its_place_and_nothing_is_written() {
    let desk = Desk::new();
    let mut data = kexie();
    data["projects"][0]["name"] = json!("科普😀经费");
    let run = desk.put_data("a.json", &data).run(&["render", "a.json"]);
    let text = fs::read_to_string(desk.path("a.json")).unwrap();
    let (line, column) = place(&text, "😀");
    run.ends_with(1).faults(&["错误[GK601]", "“😀”", "U+1F600", &format!("a.json:{line}:{column}"), "--font-path"]);
    assert_eq!(desk.files("."), ["a.json"]);
}

#[test]
fn what_cannot_be_derived_is_told_at_its_line() {
    let desk = Desk::new();
    let mut data = kexie();
    data["lines"][0]["function"] = json!("2067799");
    data["lines"][1]["economic"] = json!("30701");
    let run = desk.put_data("a.json", &data).run(&["render", "a.json"]);
    run.ends_with(1).faults(&["错误[GK051]", "2067799", "错误[GK052]", "30701"]);
    assert_eq!(desk.files("."), ["a.json"]);
}

#[test]
fn no_colour_without_a_terminal_whatever_the_environment_says() {
    let desk = Desk::new();
    desk.put("a.json", "{ \"format\": 1 }");
    for (name, value) in [("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb")] {
        // Run::of looks for escape codes.
        Run::of(desk.command(&["render", "a.json"]).env(name, value)).ends_with(1);
    }
}

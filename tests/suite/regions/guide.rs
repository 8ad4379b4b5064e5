//! docs/regions.md, followed word for word: its files are written as they stand there, its commands run.

use std::fs;
use std::process::Command;

use gongkai::published::Published;

use crate::command_line::Desk;
use crate::command_line::templates::copy;
use crate::common::documents::repository;

/// A fenced block: the words behind its fence, and its text.
fn blocks(guide: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let body: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info.to_owned(), body.join("\n") + "\n"));
        }
    }
    found
}

/// Runs a line of the guide as a shell would; `gongkai` is the program of this build.
fn run(desk: &Desk, line: &str) -> String {
    if let Some(arguments) = line.strip_prefix("gongkai ") {
        let run = desk.run(&arguments.split_whitespace().collect::<Vec<_>>());
        run.ends_with(0);
        return run.out;
    }
    // The commands of a person at a terminal; elsewhere they have others, which the guide does not need to name.
    let words: Vec<_> = line.split_whitespace().collect();
    match words.as_slice() {
        ["cp", "-r", from, to] => copy(&desk.path(from), &desk.path(to)),
        ["mkdir", folder] => fs::create_dir(desk.path(folder)).unwrap(),
        ["sed", ..] => {
            let status = Command::new("sh").args(["-c", line]).current_dir(desk.path("")).status();
            assert!(status.unwrap().success(), "{line}");
        }
        _ => panic!("the guide has a command that this test does not know: {line}"),
    }
    String::new()
}

#[test]
#[cfg(unix)]
fn the_worked_example_lints_clean_and_renders() {
    let guide = fs::read_to_string(repository("docs/regions.md")).unwrap();
    let desk = Desk::new();
    for folder in ["typst-templates", "data", "fonts"] {
        copy(&repository(folder), &desk.path(folder));
    }
    let mut said = Vec::new();
    for (info, body) in blocks(&guide) {
        match info.split_once(' ') {
            None if info == "sh" => said.extend(body.lines().map(|line| run(&desk, line))),
            Some(("toml" | "typ", file)) => drop(desk.put(file, &body)),
            _ => panic!("the guide has a block that this test does not know: {info}"),
        }
    }
    assert!(said.iter().any(|out| out.contains("990101-shili：没有问题")), "{said:?}");
    assert!(desk.is_pdf("shili.pdf"));
    // What the guide says of step 6, and its other kind of document.
    desk.run(&["check", "shili.json", "--templates", "my-templates", "--font-path", "fonts"]).ends_with(0);
    desk.run(&["render", "shili.json", "--units", "--templates", "my-templates", "-d", "units", "-q"]).ends_with(0);
    assert_eq!(desk.files("units").len(), 4);
    let bytes = fs::read(desk.path("shili.pdf")).unwrap();
    let text = Published::open(&bytes).unwrap().page_texts().unwrap().concat();
    for words in ["2024年部门预算信息公开", "“三公”经费30.36万元", "指区财政安排的直接用于教育"]
    {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn the_guide_names_every_column_and_every_member() {
    let guide = fs::read_to_string(repository("docs/regions.md")).unwrap();
    let kinds = [
        "income_expenditure",
        "income",
        "expenditure",
        "fiscal_income_expenditure",
        "general_public_budget",
        "basic",
        "three_public",
        "government_fund",
        "state_capital_budget",
        "projects",
        "procurement",
        "service_purchase",
        "asset_acquisition",
    ];
    for kind in kinds {
        let kind = serde_json::from_value(kind.into()).unwrap();
        for key in gongkai::derive::column_keys(kind) {
            assert!(guide.contains(&format!("`{key}`")), "{kind:?} {key}");
        }
    }
    let narrative = ["summary", "items", "goals", "projects", "overall", "performance"];
    for name in narrative {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}

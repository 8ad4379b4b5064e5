//! `--templates`: working on templates without compiling.

use std::fs;
use std::path::Path;

use gongkai::write::Writer;

use super::{Desk, checkout};
use crate::common::disclosures::kexie;

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            Writer::new().write(&target, &fs::read(&path).unwrap()).unwrap();
        }
    }
}

/// A copy of the templates on the desk, one file of it changed.
pub fn altered(desk: &Desk, file: &str, old: &str, new: &str) {
    copy(&checkout("typst-templates"), &desk.path("templates"));
    let text = fs::read_to_string(desk.path("templates").join(file)).unwrap();
    assert!(text.contains(old), "{old} is not in {file}");
    desk.put(&format!("templates/{file}"), &text.replace(old, new));
}

const NARRATIVE: &str = "regions/000000-national/narrative.typ";

/// The texts of an SVG are outlines, so the pages are compared.
fn svg(desk: &Desk, arguments: &[&str], folder: &str) -> Vec<Vec<u8>> {
    let all = [&["render", "a.json", "--format", "svg", "-d", folder], arguments].concat();
    desk.run(&all).ends_with(0);
    desk.files(folder).iter().map(|name| fs::read(desk.path(folder).join(name)).unwrap()).collect()
}

#[test]
fn an_altered_sentence_is_printed_without_compiling() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    altered(&desk, NARRATIVE, "按照综合预算的原则", "遵循综合预算的原则");
    let (built_in, own) = (svg(&desk, &[], "x"), svg(&desk, &["--templates", "templates"], "y"));
    assert_eq!(built_in.len(), own.len());
    assert_eq!(built_in.iter().zip(&own).filter(|(before, after)| before != after).count(), 1, "one page differs");
}

#[test]
fn a_fault_in_a_template_is_told_at_its_line() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    altered(&desk, NARRATIVE, "按照综合预算的原则", "{nobody}按照综合预算的原则");
    let run = desk.run(&["render", "a.json", "--templates", "templates"]);
    run.ends_with(2).faults(&["错误：模板有误", "prose.typ", "nobody", "narrative.typ"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn a_family_that_no_folder_holds_is_told_by_name() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    altered(&desk, "fonts.toml", "family = \"Noto Sans SC\"", "family = \"Nobody Sans\"");
    let run = desk.run(&["render", "a.json", "--templates", "templates"]);
    run.ends_with(2).faults(&["Nobody Sans"]);
    assert_eq!(desk.files("out"), [""; 0]);
}

#[test]
fn a_region_column_that_no_table_has_is_told() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    altered(&desk, "regions/000000-national/region.toml", "key = \"reception\"", "key = \"receptions\"");
    desk.run(&["render", "a.json", "--templates", "templates"]).ends_with(2).faults(&["region.toml", "receptions"]);
}

#[test]
fn a_folder_without_templates_is_no_template_folder() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    desk.run(&["render", "a.json", "--templates", "gone"]).ends_with(2).faults(&["gone"]);
    desk.put("empty/x.txt", "").run(&["render", "a.json", "--templates", "empty"]).ends_with(2).faults(&["empty"]);
}

#[test]
fn an_unknown_region_is_told_with_those_there_are() {
    let desk = Desk::new();
    let mut data = kexie();
    data["region"] = "420106-wuchang".into();
    let run = desk.put_data("a.json", &data).run(&["render", "a.json"]);
    run.ends_with(1).faults(&["错误[GK057]", "420106-wuchang", "420107-qingshan"]);
}

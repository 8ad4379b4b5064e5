//! Notes of empty tables, and the titles.

use serde_json::json;

use super::is_found;
use crate::common::disclosures::{derive, kexie, shili};
use crate::common::documents;
use crate::common::navigation::outline;

#[test]
fn f03_note_of_another_table() {
    is_found(&kexie(), "GK219", |data| {
        data["absent"]["government_fund"]["note"] =
            json!("注：本单位2023年无国有资本经营预算财政拨款安排的预算，故本表为空表。");
    });
}

#[test]
fn f04_note_of_an_empty_table_under_figures() {
    is_found(&kexie(), "GK218", |data| {
        data["overrides"]["reception"] = json!({"amount": "2000.00", "reason": "财政部门核定的接待费"});
        data["absent"]["three_public"] =
            json!({"reason": "no_budget", "note": "注：本部门2023年无“三公”经费预算，故本表为空表。"});
    });
}

#[test]
fn f04_a_table_with_figures_prints_no_note() {
    let mut data = shili();
    data["absent"]["three_public"] = json!({"reason": "no_budget"});
    let report = derive(&data);
    let table = report.tables.iter().find(|table| table.title.contains("三公")).unwrap();
    assert_eq!(table.note, None);
}

#[test]
fn f05_every_empty_table_has_a_note() {
    let mut data = kexie();
    // Nothing is said of why: the region's words stand in.
    data.as_object_mut().unwrap().remove("absent");
    for key in ["projects", "procurement", "performance"] {
        data[key] = json!(if key == "performance" { json!({}) } else { json!([]) });
    }
    data["lines"] = json!([]);
    data.as_object_mut().unwrap().remove("approval");
    let empty = derive(&data).tables;
    let empty: Vec<_> = empty.iter().filter(|table| table.is_empty()).collect();
    assert!(empty.len() > 6, "{}", empty.len());
    for table in empty {
        let note = table.note.as_deref().unwrap();
        assert!(note.starts_with('注') && note.ends_with("特此说明。"), "{}: {note}", table.title);
    }
}

#[test]
fn f26_contents_and_headings_are_of_the_document_s_year_and_kind() {
    let rendered = documents::kexie();
    let bookmarks = outline(&rendered.pdf);
    assert!(bookmarks.len() > 20);
    for title in bookmarks.iter().map(|bookmark| &bookmark.title) {
        assert!(!title.contains("20") || title.contains("2023"), "{title}");
        assert!(!title.contains("决算") && !title.contains("结算"), "{title}");
    }
}

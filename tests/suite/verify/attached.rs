//! What is attached, and what it gives when it is taken out.

use gongkai::published::Published;
use gongkai::typeset::{Hash, MANIFEST_FORMAT, Manifest, report_json};

use crate::common::disclosures::pipeline;
use crate::common::documents::{all, kexie, render_data};

#[test]
fn report_and_manifest_are_attached_and_belong_together() {
    for (name, document) in all() {
        let published = Published::open(&document.bytes).unwrap();
        let report = published.attachment("report.json").unwrap().unwrap();
        assert_eq!(report, report_json(&document.report), "{name}");
        let manifest = published.attachment("manifest.json").unwrap().unwrap();
        let manifest: Manifest = serde_json::from_slice(&manifest).unwrap();
        assert_eq!((manifest.format.as_str(), &manifest.report), (MANIFEST_FORMAT, &Hash::of(&report)), "{name}");
        assert_eq!(manifest.facts, None);
        assert_eq!(published.attachment("facts.json").unwrap(), None, "{name}");
    }
}

#[test]
fn the_manifest_names_no_person_path_host_or_time() {
    let published = Published::open(&kexie().bytes).unwrap();
    let manifest = String::from_utf8(published.attachment("manifest.json").unwrap().unwrap()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let members: Vec<_> = value.as_object().unwrap().keys().collect();
    assert_eq!(members, ["fonts", "format", "gongkai", "region", "region_templates", "report", "templates"]);
}

#[test]
fn facts_that_were_attached_give_the_same_report() {
    let path = crate::common::documents::repository("data/420107-kexie-2023.json");
    let document = pipeline().load(&path).unwrap();
    let report = pipeline().report(&document, None).unwrap();
    let bytes = pipeline().pdf_with_facts(&report, &document.disclosure).unwrap();
    let facts = Published::open(&bytes).unwrap().attachment("facts.json").unwrap().unwrap();
    let again = render_data(&serde_json::from_slice(&facts).unwrap());
    assert_eq!(again.report, report);
    assert!(super::holds(&bytes));
}

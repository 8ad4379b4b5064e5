//! Drafts: pages for review while errors stand, never without their mark.

mod command_line;
mod findings;

use std::collections::BTreeMap;

use gongkai::check::Selection;
use gongkai::diagnostic::Diagnostic;
use gongkai::pipeline::{MARK, Stages};
use gongkai::typeset::Typeset;
use lopdf::Object;
use serde_json::{Value, json};

use crate::common::disclosures::{kexie, load, pipeline, shili};
use crate::common::documents::kexie as published;
use crate::common::pages::{Sheet, said};
use crate::common::pdf::{Pdf, bare, text_string};
use crate::common::tags::tree;

/// A draft of the data with what the rules say of it.
struct Draft {
    typeset: Typeset,
    bytes: Vec<u8>,
    findings: Vec<Diagnostic>,
}

impl Draft {
    fn of(data: &Value) -> Self {
        let document = load(data);
        let mut findings = pipeline().judge_facts(&document, &Selection::default()).unwrap().findings;
        let (judged, made) = pipeline().judge(&document, None, &Selection::default(), Stages::Layout).unwrap();
        findings.extend(judged.findings);
        let report = made.unwrap().report;
        let typeset = pipeline().draft(&report, &findings).unwrap();
        let bytes = pipeline().draft_pdf(&report, &typeset).unwrap();
        Self { typeset, bytes, findings }
    }

    /// The pages as they read without the mark.
    fn pages(&self) -> Vec<String> {
        let without_mark =
            |sheet: &Sheet<'_>| said(&sheet.texts().filter(|text| text.text != MARK).collect::<Vec<_>>());
        Sheet::all(&self.typeset.layout).iter().map(without_mark).collect()
    }

    /// What stands from the list of findings on.
    fn list(&self) -> String {
        let pages = self.pages();
        let start = pages.iter().rposition(|page| page.starts_with("检查结果")).expect("no list of findings");
        // Where a long word may break.
        pages[start..].concat().replace('\u{200b}', "")
    }
}

/// Data with a fault of every kind that leaves a document derivable.
fn faulty() -> Value {
    let mut data = kexie();
    data["projects"][0]["plan"]["costs"][0]["amount"] = "60000.01".into();
    data["projects"][0]["name"] = "科普😀经费".into();
    data["duties"][0] = "a".repeat(120).into();
    data
}

/// Takes all amounts out, which the rule GK606 warns of: tables without an amount and without a note.
fn without_amounts(data: &mut Value) {
    for list in ["lines", "projects", "procurement"] {
        data[list] = json!([]);
    }
    data["reasons"] = json!({});
}

#[test]
fn every_page_is_marked_and_its_text_stays_as_it_was() {
    for data in [kexie(), shili(), faulty()] {
        let draft = Draft::of(&data);
        for sheet in Sheet::all(&draft.typeset.layout) {
            let marks: Vec<_> = sheet.texts().filter(|text| text.text == MARK && text.turned).collect();
            let [mark] = marks.as_slice() else { panic!("page {}: {} marks", sheet.position, marks.len()) };
            // Across the page, and on it.
            assert!(mark.area.width > 0.35 * sheet.width && mark.area.height > 0.35 * sheet.height, "{:?}", mark.area);
            assert!(mark.area.x > 0.0 && mark.area.right() < sheet.width, "{:?}", mark.area);
        }
    }
    // But for the mark and the list at the end, the pages are those to be published, page numbers included.
    let (draft, published) = (Draft::of(&kexie()).pages(), &published().layout);
    let published: Vec<String> =
        Sheet::all(published).iter().map(|sheet| said(&sheet.texts().collect::<Vec<_>>())).collect();
    assert_eq!(draft[..published.len()], published);
    assert_eq!(draft.len(), published.len() + 1);
    assert!(draft.last().unwrap().contains("没有错误和警告。草稿仅供内部审阅，不得公开。"), "{draft:?}");
}

#[test]
fn the_mark_is_light_and_transparent() {
    let draft = Pdf::read(&Draft::of(&kexie()).bytes);
    let alphas = draft.document.objects.values().filter_map(|object| object.as_dict().ok());
    let alphas: Vec<f32> =
        alphas.filter_map(|dict| dict.get(b"ca").ok()).filter_map(|alpha| alpha.as_float().ok()).collect();
    assert!(alphas.iter().any(|alpha| *alpha < 0.2), "{alphas:?}");
}

#[test]
fn the_mark_is_no_part_of_the_tags() {
    let pdf = Pdf::read(&Draft::of(&faulty()).bytes);
    let text = tree(&pdf).text;
    assert_eq!(text.matches(MARK).count(), 1, "once, in 草稿仅供内部审阅");
    assert!(text.contains("检查结果"));
}

#[test]
fn a_draft_attaches_nothing_claims_nothing_and_says_in_its_title_what_it_is() {
    let pdf = Pdf::read(&Draft::of(&kexie()).bytes);
    let types: BTreeMap<_, usize> = pdf.document.objects.values().fold(BTreeMap::new(), |mut counts, object| {
        let dict = object.as_stream().map(|stream| &stream.dict).or_else(|_| object.as_dict());
        if let Some(name) = dict.ok().and_then(|dict| dict.get(b"Type").ok()).and_then(|name| name.as_name().ok()) {
            *counts.entry(String::from_utf8_lossy(name).into_owned()).or_default() += 1;
        }
        counts
    });
    assert!(!types.contains_key("EmbeddedFile") && !types.contains_key("Filespec"), "{types:?}");
    let catalog = pdf.document.catalog().unwrap();
    assert!(!catalog.has(b"AF") && catalog.has(b"StructTreeRoot"));
    let metadata = pdf.member(catalog, "Metadata").and_then(|metadata| metadata.as_stream().ok()).unwrap();
    let xmp = String::from_utf8(metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone())).unwrap();
    assert!(!xmp.contains("pdfaid") && !xmp.contains("pdfuaid"), "{xmp}");
    let information = pdf.document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let title = pdf.document.get_dictionary(information).unwrap().get(b"Title").unwrap();
    assert!(bare(&text_string(title)).ends_with("2023年部门预算公开（草稿）"));
}

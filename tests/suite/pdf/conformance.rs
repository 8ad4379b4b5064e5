//! PDF/A-3a and PDF/UA-1, by a judge that needs no installed tool, and what no judge of conformance looks at: fonts.

use std::collections::BTreeSet;

use crate::common::conformance::{PROFILES, broken};
use crate::common::documents::{all, examples, kexie, repository};

#[test]
fn every_document_is_archival_and_accessible() {
    for (name, rendered) in examples() {
        for profile in PROFILES {
            assert_eq!(broken(&rendered.bytes, profile), [""; 0], "{name}");
        }
    }
}

/// The file with one text in place of another of the same length, so that all positions stay.
fn damaged(from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = kexie().bytes.clone();
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
    bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
    bytes
}

#[test]
fn the_judge_sees_damage() {
    let [archival, accessible] = PROFILES;
    let other_part = damaged("<pdfaid:part>3<", "<pdfaid:part>9<");
    assert_ne!(broken(&other_part, archival), [""; 0]);
    let without_tags = damaged("/StructTreeRoot ", "/StructTreeXoot ");
    assert_ne!(broken(&without_tags, archival), [""; 0]);
    assert_ne!(broken(&without_tags, accessible), [""; 0]);
    let without_title = damaged("/DisplayDocTitle true", "/DisplayDocTitle null");
    assert_ne!(broken(&without_title, accessible), [""; 0]);
}

/// The families and the file stems, which are PostScript names, that `fonts.toml` lists.
fn listed_fonts() -> (BTreeSet<String>, BTreeSet<String>) {
    let text = std::fs::read_to_string(repository("typst-templates/fonts.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let families = manifest["family"].as_array().unwrap();
    let names = families.iter().map(|family| family["name"].as_str().unwrap().to_owned()).collect();
    let files = families.iter().flat_map(|family| family["files"].as_array().unwrap());
    (names, files.map(|file| file.as_str().unwrap().split('.').next().unwrap().to_owned()).collect())
}

#[test]
fn every_font_is_embedded_and_listed() {
    let (_, names) = listed_fonts();
    for (name, rendered) in examples() {
        let document = &rendered.pdf.document;
        let mut used = BTreeSet::new();
        for descriptor in document.objects.values().filter_map(|object| object.as_dict().ok()) {
            if !descriptor.has_type(b"FontDescriptor") {
                continue;
            }
            let font = String::from_utf8_lossy(descriptor.get(b"FontName").unwrap().as_name().unwrap()).into_owned();
            assert!(descriptor.has(b"FontFile2") || descriptor.has(b"FontFile3"), "{name}: {font} is not embedded");
            let font = font.split_once('+').unwrap().1.to_owned();
            used.insert(if font == "LiberationSerif" { "LiberationSerif-Regular".to_owned() } else { font });
        }
        // A silent fall-back to another font passes every judge.
        assert!(used.is_subset(&names), "{name}: {used:?}");
        assert!(used.len() >= 6, "{name}: {used:?}");
    }
}

#[test]
fn every_text_is_drawn_with_a_listed_family() {
    let (families, _) = listed_fonts();
    for (name, rendered) in all() {
        let texts = rendered.layout.pages.iter().flat_map(|page| &page.texts);
        let used: BTreeSet<String> = texts.map(|text| text.family.clone()).collect();
        assert!(used.is_subset(&families), "{name}: {used:?}");
    }
}

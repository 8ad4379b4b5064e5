//! Alterations by somebody who knows the file format: every length and every place is right again.

use gongkai::pipeline::{Against, Outcome, Verification};
use gongkai::typeset::{Hash, Manifest};

use super::forger::{Forger, with_another_digit};
use super::{holds, verify};
use crate::bodies::chance::Chance;
use crate::common::documents::kexie;

const REPORT: &str = "{\"format\":\"gongkai-report/";
const MANIFEST: &str = "{\"format\":\"gongkai-manifest/";

fn original() -> Forger {
    Forger::read(&kexie().bytes)
}

fn verification(forger: &Forger) -> Verification {
    verify(&forger.written(), Against::default()).unwrap()
}

fn outcomes(verification: &Verification) -> Vec<Outcome> {
    verification.steps.iter().map(|step| step.outcome).collect()
}

/// Alters the manifest, which is written as this program writes it.
fn put_manifest(forger: &mut Forger, change: impl FnOnce(&mut Manifest)) {
    let (number, contents) = forger.stream(MANIFEST);
    let mut manifest: Manifest = serde_json::from_slice(&contents).unwrap();
    change(&mut manifest);
    forger.put(number, &manifest.json());
}

/// Replaces a piece of a page's content that stands there once or more, once.
fn put_page(forger: &mut Forger, page: usize, change: impl FnOnce(String) -> String) {
    let number = contents_of_pages(forger)[page];
    let contents = String::from_utf8(forger.streams().remove(&number).unwrap()).unwrap();
    let altered = change(contents.clone());
    assert_ne!(contents, altered);
    forger.put(number, altered.as_bytes());
}

/// The numbers of the pages' content streams, in the order of the pages.
fn contents_of_pages(forger: &mut Forger) -> Vec<usize> {
    let pages = forger.containing("/Type/Page/Resources");
    let number = |page: usize, forger: &mut Forger| {
        let text = String::from_utf8(forger.object(page).clone()).unwrap();
        text.split_once("/Contents ").unwrap().1.split(' ').next().unwrap().parse().unwrap()
    };
    pages.into_iter().map(|page| number(page, forger)).collect()
}

#[test]
fn taking_apart_and_putting_together_changes_nothing() {
    assert!(original().written() == kexie().bytes);
}

#[test]
fn no_digit_can_be_changed_without_a_trace() {
    let original = original();
    let pages = contents_of_pages(&mut original.clone());
    assert_eq!(pages.len(), kexie().layout.pages.len());
    let metadata = original.containing("/Type/Metadata");
    let information = original.containing("/CreationDate");
    assert_eq!((metadata.len(), information.len()), (1, 1));
    let streams = original.streams();
    let (report, manifest) = (original.stream(REPORT).0, original.stream(MANIFEST).0);
    for case in 0..200 {
        let mut chance = Chance::new(case, "forged");
        let mut forger = original.clone();
        let number = match case % 5 {
            // A coordinate, a colour, the size of a font, a glyph.
            0 | 1 => pages[chance.index(pages.len())],
            2 => report,
            3 => manifest,
            _ => [metadata[0], information[0]][chance.index(2)],
        };
        match streams.get(&number) {
            Some(contents) => forger.put(number, &with_another_digit(contents, |digits| chance.index(digits))),
            None => {
                let text = forger.object(number);
                // The number of the object stands before its text.
                let start = text.windows(3).position(|window| window == b"obj").unwrap();
                let altered = with_another_digit(&text[start..], |digits| chance.index(digits));
                text.splice(start.., altered);
            }
        }
        let Ok(found) = verify(&forger.written(), Against::default()) else { continue };
        assert!(!found.is_byte_for_byte(), "case {case} is called intact");
        // Only a manifest that names another make is not held byte for byte, and that is said; see below.
        assert!(number == manifest || !found.holds(), "case {case}: object {number}");
    }
}

#[test]
fn a_figure_altered_on_its_page_is_told_with_the_page() {
    let mut forger = original();
    put_page(&mut forger, 5, |contents| {
        let at = contents.rfind(")Tj").unwrap();
        // The last glyph that is shown, moved by one within its font.
        let before = contents[..at].char_indices().next_back().unwrap().0;
        format!("{}\\001{}", &contents[..before], &contents[at..])
    });
    let found = verification(&forger);
    assert_eq!(outcomes(&found)[..3], [Outcome::Passed, Outcome::Passed, Outcome::Failed]);
    assert!(found.steps[2].details[0].starts_with("第 6 页的文字"), "{found:#?}");
    assert_eq!(found.verdict(), "不成立：这个文件被改动过，或不是由所附内容生成");
}

#[test]
fn what_is_drawn_over_a_page_without_words_is_told() {
    let mut forger = original();
    put_page(&mut forger, 5, |contents| contents + "\nq 1 1 1 rg 100 100 300 300 re f Q");
    let found = verification(&forger);
    assert!(!found.holds());
    assert_eq!(found.steps[2].details, ["各页文字与附件相符，但文件的其他内容被改动"]);
}

#[test]
fn a_report_altered_with_its_hash_does_not_add_up_or_differs_from_the_pages() {
    let (number, contents) = original().stream(REPORT);
    let text = String::from_utf8(contents).unwrap();
    let put = |altered: &str| {
        let mut forger = original();
        forger.put(number, altered.as_bytes());
        put_manifest(&mut forger, |manifest| manifest.report = Hash::of(altered.as_bytes()));
        verification(&forger)
    };
    // An amount of a table.
    assert!(text.contains("184,560.00") || text.contains("184560.00"), "{text}");
    let found = put(&text.replacen("184,560.00", "184,561.00", 1).replacen("184560.00", "184561.00", 1));
    assert_eq!(outcomes(&found)[..3], [Outcome::Passed, Outcome::Failed, Outcome::Unchecked], "{found:#?}");
    // A word.
    let found = put(&text.replacen("科普", "科研", 1));
    assert_eq!(outcomes(&found)[..3], [Outcome::Passed, Outcome::Passed, Outcome::Failed], "{found:#?}");
    // Without its hash, nothing of it is looked at.
    let mut forger = original();
    forger.put(number, b"[");
    let found = verification(&forger);
    assert_eq!(outcomes(&found)[..3], [Outcome::Failed, Outcome::Unchecked, Outcome::Unchecked]);
    assert_eq!(found.steps[0].details, ["公开内容与清单不符"]);
}

#[test]
fn a_manifest_that_names_another_make_buys_no_claim_of_being_intact() {
    let mut forger = original();
    put_manifest(&mut forger, |manifest| manifest.gongkai = "0.0.9".to_owned());
    let found = verification(&forger);
    assert!(found.holds() && !found.is_byte_for_byte());
    assert!(!found.verdict().contains("完整"), "{}", found.verdict());
    let expected = "成立：各页文字与附件一致，未逐字节核对（生成它的程序版本（0.0.9 与 0.1.0）与本机不同）";
    assert!(found.verdict().starts_with(expected), "{}", found.verdict());

    // The pages must say the same all the same.
    put_page(&mut forger, 2, |contents| contents + "\nBT/f0 12 Tf(\\000\\003)Tj ET");
    let found = verification(&forger);
    assert!(!found.holds());
    assert!(found.steps[2].details[0].starts_with("第 3 页的文字"), "{found:#?}");
    assert!(found.verdict().contains("0.0.9"), "{}", found.verdict());

    // What cannot be read has not been compared.
    let mut forger = original();
    put_manifest(&mut forger, |manifest| manifest.fonts = Hash::of(b""));
    put_page(&mut forger, 2, |contents| contents + "\n/x0 Do");
    assert!(!holds(&forger.written()));
    // Nor is a format that this program does not know.
    let mut forger = original();
    put_manifest(&mut forger, |manifest| {
        manifest.format = "gongkai-manifest/9".to_owned();
        manifest.gongkai = "9.0.0".to_owned();
    });
    assert!(!holds(&forger.written()));
}

#[test]
fn what_another_program_appends_does_not_hold() {
    let bytes = &kexie().bytes;
    let mut forger = original();
    let page = contents_of_pages(&mut forger)[2];
    put_page(&mut forger, 2, |contents| contents + "\nBT/f0 12 Tf(\\000\\003)Tj ET");
    let previous = bytes.len() - b"%%EOF".len();
    let place = String::from_utf8_lossy(&bytes[previous - 8..previous]);
    let place = place.rsplit_once("startxref").map_or(&*place, |(_, place)| place).trim().to_owned();
    // An incremental update, as PDF has them: the object again, a table of one entry, the place of the older table.
    let mut updated = bytes.clone();
    updated.push(b'\n');
    let at = updated.len();
    updated.extend(&*forger.object(page));
    let table = updated.len();
    let root = kexie().pdf.document.trailer.get(b"Root").unwrap().as_reference().unwrap().0;
    updated.extend(format!("xref\n{page} 1\n{at:010} 00000 n\r\ntrailer\n").bytes());
    updated.extend(format!("<</Size 9999/Root {root} 0 R/Prev {place}>>\nstartxref\n{table}\n%%EOF").bytes());
    assert!(lopdf::Document::load_mem(&updated).is_ok(), "other readers take it");
    assert!(!holds(&updated));
}

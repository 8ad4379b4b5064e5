//! A correction of words alone: the notice says which, the proof marks them.

use serde_json::{Value, json};

use super::{CORRECT, DOCUMENT, NOTICE, PROOF, bytes, desk, read};
use crate::common::disclosures::{kexie, load, pipeline};
use crate::common::pdf::bare;
use crate::common::tags::tree;

const WORD: &str = "（更正）";

/// A duty and a reason, which two sections print.
fn reworded() -> Value {
    let mut data = kexie();
    data["correction"] = json!({ "date": "2023-03-06", "reason": "职责和原因表述有误" });
    let duty = data["duties"][1].as_str().unwrap().replace("经济的发展。", "经济的协调发展（含科普工作）。");
    assert_ne!(data["duties"][1], duty);
    data["duties"][1] = json!(duty);
    assert_eq!(data["reasons"]["total"], "一名在职人员转退休");
    data["reasons"]["total"] = json!("一名在职人员调出");
    data
}

#[test]
fn the_notice_tells_which_texts_changed_and_how_the_short_ones_read() {
    let desk = desk(&reworded());
    desk.run(CORRECT).ends_with(0);
    let said = bare(&read(&desk, NOTICE).pages.iter().map(|page| page.text.as_str()).collect::<String>());
    for words in [
        "更正的内容如下：",
        "1文字有修改第一部分一“团结和带领科技工作者服务全区创新驱动…”",
        // The same words at two places are one row.
        "2一名在职人员转退休一名在职人员调出—第三部分一原因；第三部分五原因更正后的文本",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
}

#[test]
fn the_proof_marks_the_texts_and_breaks_lines_as_the_document() {
    let (old, new) = (load(&kexie()), load(&reworded()));
    let (old, report) = (pipeline().report(&old, None).unwrap(), pipeline().report(&new, None).unwrap());
    let plain = pipeline().typeset(&report).unwrap().layout;
    let correction = pipeline().correction(&new, &old, &report, &plain).unwrap();
    let proof = pipeline().proof(&report, &correction).unwrap().layout;
    let words = proof.pages.iter().flat_map(|page| &page.texts).filter(|text| text.text == WORD).count();
    assert_eq!(words, 3);
    for (page, other) in proof.pages.iter().zip(&plain.pages) {
        let baselines = |page: &gongkai::typeset::layout::Page| {
            let own = page.texts.iter().filter(|text| text.text != WORD && !text.turned && text.size < 100.0);
            let mut found: Vec<i64> = own.map(|text| (text.baseline * 10.0).round() as i64).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        assert_eq!(baselines(page), baselines(other), "page {}", page.number);
    }
    assert_eq!(proof.marks.len(), plain.marks.len());
    for (mark, other) in proof.marks.iter().zip(&plain.marks) {
        assert_eq!((&mark.id, mark.page), (&other.id, other.page));
        assert!((mark.x - other.x).abs() < 0.5 && (mark.y - other.y).abs() < 0.5, "{mark:?} {other:?}");
    }
}

#[test]
fn the_mark_of_a_text_is_in_the_tags_of_the_proof_alone() {
    let desk = desk(&reworded());
    desk.run(&[CORRECT, &["--mark"]].concat()).ends_with(0);
    let text = tree(&read(&desk, PROOF)).text;
    assert!(text.contains("一名在职人员调出（更正）。"), "{text}");
    assert!(text.contains("协调发展（含科普工作）（更正）。"), "{text}");
    assert!(!tree(&read(&desk, DOCUMENT)).text.contains("更正"));
    desk.run(&["render", "new.json", "-o", "plain.pdf"]).ends_with(0);
    assert!(std::fs::read(desk.path("plain.pdf")).unwrap() == bytes(&desk, DOCUMENT));
}

#[test]
fn what_the_old_document_says_elsewhere_is_not_marked() {
    let mut new = kexie();
    new["correction"] = reworded()["correction"].clone();
    // The first duty, said twice: nobody can tell the two apart by their characters.
    new["duties"][1] = new["duties"][0].clone();
    let (old, new) = (load(&kexie()), load(&new));
    let (old, report) = (pipeline().report(&old, None).unwrap(), pipeline().report(&new, None).unwrap());
    let layout = pipeline().typeset(&report).unwrap().layout;
    let correction = pipeline().correction(&new, &old, &report, &layout).unwrap();
    let proof = pipeline().proof(&report, &correction).unwrap().layout;
    assert!(!proof.pages.iter().flat_map(|page| &page.texts).any(|text| text.text == WORD));
}

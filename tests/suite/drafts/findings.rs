//! The list of findings at the end of a draft.

use super::{Draft, faulty, without_amounts};
use crate::common::disclosures::kexie;
use crate::common::pdf::bare;

#[test]
fn every_finding_is_listed_with_its_place_amounts_and_hint() {
    let draft = Draft::of(&faulty());
    let codes: Vec<_> = draft.findings.iter().map(|finding| finding.code).collect();
    assert!(["GK135", "GK601", "GK602"].iter().all(|code| codes.contains(code)), "{codes:?}");
    let list = draft.list();
    for finding in &draft.findings {
        let place = finding.place.as_ref().unwrap();
        let message = bare(&finding.message).replace('😀', "□");
        let head = format!("{}{}{message}", finding.severity.word(), finding.code);
        for part in [head, format!("{}:{}:{}", place.file, place.line, place.column)] {
            assert!(list.contains(&part), "{part} is not in {list}");
        }
        for (name, value) in finding.equation.iter().flat_map(|equation| equation.rows()) {
            assert!(list.contains(&bare(&format!("{name}{value}"))), "{name} {value} is not in {list}");
        }
        if let Some(hint) = &finding.hint {
            assert!(list.contains(&format!("提示：{}", bare(hint))), "{hint} is not in {list}");
        }
    }
}

#[test]
fn findings_are_data_and_never_evaluated() {
    let mut data = faulty();
    data["projects"][0]["name"] = r##"#read("/etc/passwd") $x$ *b* = h @a <b> \u{41}"##.into();
    let list = Draft::of(&data).list();
    assert!(list.contains(r##"“#read("/etc/passwd")$x$*b*=h@a<b>\u{41}”"##), "{list}");
}

#[test]
fn what_the_fonts_lack_is_a_box_in_the_list_and_the_list_stays_on_its_pages() {
    let mut data = faulty();
    data["projects"][0]["name"] = format!("甲😀乙𠮷丙{}", "b".repeat(200)).into();
    let draft = Draft::of(&data);
    let list = draft.list();
    assert!(list.contains("甲□乙□丙bbbbbbbb") && !list.contains('😀') && !list.contains('𠮷'), "{list}");
    let first = draft.pages().iter().rposition(|page| page.starts_with("检查结果")).unwrap();
    let outside = draft.typeset.layout.outside_page.iter().filter(|outside| outside.page > first);
    assert_eq!(outside.count(), 0);
    let lacking = &draft.typeset.layout.missing_glyphs;
    assert!(lacking.iter().all(|glyph| glyph.pages.iter().all(|page| *page <= first)), "{lacking:?}");
}

#[test]
fn errors_come_before_warnings() {
    let mut data = kexie();
    // GK606 is a warning.
    without_amounts(&mut data);
    data["duties"][0] = "甲😀乙".into();
    let draft = Draft::of(&data);
    let list = draft.list();
    let (error, warning) = (list.find("GK601").unwrap(), list.find("警告GK606").unwrap());
    assert!(error < warning, "{list}");
    assert!(list.contains(&format!("警告{}处", list.matches("警告GK").count())), "{list}");
}

#[test]
fn a_thousand_findings_make_pages_of_their_own() {
    let mut data = kexie();
    for index in 0..40 {
        let mut project = data["projects"][0].clone();
        project["code"] = format!("X{index:03}").into();
        project["plan"]["costs"][0]["amount"] = "60000.01".into();
        data["projects"].as_array_mut().unwrap().push(project);
    }
    let draft = Draft::of(&data);
    assert!(draft.findings.len() >= 40);
    let pages = draft.pages();
    let start = pages.iter().rposition(|page| page.starts_with("检查结果")).unwrap();
    assert!(pages.len() - start > 3, "{} pages", pages.len() - start);
    let list = draft.list();
    assert!(list.contains(&format!("{}.", draft.findings.len())), "the last one is numbered");
}

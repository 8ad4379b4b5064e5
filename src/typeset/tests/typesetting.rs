use super::*;

#[test]
fn data_are_printed_as_they_are_and_never_evaluated() {
    let text = r##"#read("/etc/passwd") $x$ *b* \u{41} <a> @a // -7 "q""##;
    let report = serde_json::json!({ "text": text }).to_string();
    let typeset = typeset("#report.text", &report).unwrap();
    let printed = typeset.layout.pages.iter().map(page_text).collect::<String>();
    assert_eq!(printed.replace(' ', ""), text.replace(' ', ""));
    assert!(typeset.warnings.is_empty());
}

#[test]
fn a_fault_in_a_template_is_shown_with_its_place_and_source_line() {
    let TypesetError::Template(faults) = refused("正文 #falsch(1)", "{}") else { panic!("another fault") };
    let place = faults[0].place.clone().unwrap();
    assert!(place.file.ends_with("main.typ"), "{place}");
    assert_eq!((place.line, place.column), (SETUP.lines().count() + 2, 5));
    assert_eq!(faults[0].message, "unknown variable: falsch");
    assert!(faults[0].shown.contains("正文 #falsch(1)"), "{}", faults[0].shown);
    assert!(faults[0].coloured.contains("\u{1b}["));
}

#[test]
fn a_template_reads_nothing_but_templates_and_virtual_files() {
    for read in [
        r#"#read("/etc/passwd")"#,
        r#"#read("../../../../etc/passwd")"#,
        r#"#image("/report.png")"#,
        r#"#import "@preview/cetz:0.4.0""#,
        "#datetime.today()",
    ] {
        assert!(matches!(refused(read, "{}"), TypesetError::Template(_)), "{read}");
    }
}

#[test]
fn a_character_without_a_glyph_is_told_with_page_role_and_surroundings() {
    let report = r#"{"text": "张🙂三和李🙂四，𠮷"}"#;
    let missing = typeset("#pagebreak()\n#report.text", report).unwrap().layout.missing_glyphs;
    assert_eq!(missing.iter().map(|glyph| glyph.character).collect::<Vec<_>>(), ['🙂', '𠮷']);
    assert_eq!((missing[0].pages.as_slice(), missing[0].roles.as_slice()), (&[2][..], &["仿宋".to_owned()][..]));
    assert!(missing[0].near.contains("张🙂三"), "{}", missing[0].near);
}

#[test]
fn a_control_character_has_no_glyph_whatever_the_font_says() {
    let missing = typeset("#report.text", "{\"text\": \"a\\u0001b\"}").unwrap().layout.missing_glyphs;
    assert_eq!(missing.iter().map(|glyph| glyph.character).collect::<Vec<_>>(), ['\u{1}']);
}

#[test]
fn text_beyond_the_paper_is_told() {
    let outside = typeset("#place(dx: 170pt)[超出页面的文字]", "{}").unwrap().layout.outside_page;
    assert_eq!((outside[0].page, outside[0].text.as_str()), (1, "超出页面的文字"));
    assert!((outside[0].by - 50.0).abs() < 0.1, "{}", outside[0].by);
}

#[test]
fn texts_over_each_other_are_told() {
    let overprints = typeset("#place[下面的文字]#place(dx: 5pt)[上]", "{}").unwrap().layout.overprints;
    let shown: Vec<_> = overprints.iter().map(|of| (of.page, of.text.as_str(), of.other.as_str())).collect();
    assert_eq!(shown, [(1, "下面的文字", "上")]);
}

#[test]
fn a_draft_without_its_mark_on_every_page_is_refused() {
    let edition = Edition { draft: Some(("草稿".to_owned(), r#"{"mark":"草稿"}"#.into())), ..Edition::default() };
    let draft = |main: &str| typesetter(main).typeset_json_edition(b"{}".to_vec(), &edition);
    let marked = "#set page(foreground: rotate(-50deg, json(\"/draft.json\").mark))\n甲#pagebreak()乙";
    assert!(draft(marked).is_ok());
    let once = "甲#rotate(-50deg, json(\"/draft.json\").mark)#pagebreak()乙";
    let Err(TypesetError::Unmarked { page, .. }) = draft(once) else { panic!("not refused") };
    assert_eq!(page, 2);
}

#[test]
fn what_may_be_published_has_no_draft() {
    let typeset = typeset("#assert.eq(json(\"/draft.json\"), none)字", "{}");
    assert!(typeset.is_ok());
}

#[test]
fn a_family_outside_the_roles_is_an_error_instead_of_an_empty_page() {
    assert!(matches!(refused(r#"#text(font: "SimSun")[字]"#, "{}"), TypesetError::UnknownFamily(_)));
}

#[test]
fn a_template_that_sets_no_font_gets_none_by_chance() {
    let templates = templates("字a");
    let typesetter = Typesetter::new(Fonts::load(&templates, &search()).unwrap(), templates);
    let typeset = typesetter.typeset_json(b"{}".to_vec()).unwrap();
    assert!(typeset.layout.pages[0].texts.iter().all(|text| text.family == "FandolFang R"));
}

#[test]
fn page_numbers_that_do_not_settle_are_an_error() {
    let main = "#let n = state(\"n\", 0)\n#context n.update(n.final() + 1)\n#context n.final()";
    assert!(matches!(refused(main, "{}"), TypesetError::Unstable(_)));
}

#[test]
fn a_typesetter_serves_the_next_document_after_a_fault() {
    let typesetter = typesetter("#report.text");
    assert!(typesetter.typeset_json(b"{}".to_vec()).is_err());
    let typeset = typesetter.typeset_json("{\"text\": \"字\"}".into()).unwrap();
    assert_eq!(page_text(&typeset.layout.pages[0]), "字");
}

#[test]
fn documents_typeset_at_once_are_those_typeset_one_by_one() {
    let typesetter = typesetter("#for n in range(60) [第 #n 段 #report.text #parbreak()]");
    let one =
        |number: usize| typesetter.typeset_json(format!("{{\"text\": \"第{number}份\"}}").into_bytes()).unwrap().layout;
    let single: Vec<_> = (0..8).map(one).collect();
    let at_once: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|number| scope.spawn(move || one(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(single, at_once);
}

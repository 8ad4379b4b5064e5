use std::path::Path;
use std::process::Command;

use lopdf::{Dictionary, Document, Object};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use sha2::{Digest, Sha256};

use super::*;
use crate::derive::report::DateParts;
use crate::reference::Templates;
use crate::typeset::{FontSearch, Fonts, Typeset, Typesetter};

const FONTS: &str = r#"
[[role]]
key = "body"
name = "宋体"
used_for = "正文"
weight = 400
chain = [{ family = "Liberation Serif" }]
"#;

/// All that a document of ours has, small: title, headings, a table with a repeated header, a page number by
/// context, an attachment.
const MAIN: &str = r#"
#let report = json("/report.json")
#set document(title: "Budget 2023", author: "Agency", date: auto)
#set page(width: 200pt, height: 150pt, margin: 20pt, numbering: "1")
#set text(font: json("/fonts.json").body.chain.map(font => font.name), lang: "zh", region: "cn", size: 10pt)
#pdf.attach("report.json", read("/report.json", encoding: none), relationship: "data",
  mime-type: "application/json", description: "data of the pages")
= Tables
#outline(title: none)
#table(columns: 2, table.header[Code][Amount],
  ..report.rows.map(row => (pdf.header-cell(row.at(0), scope: "row"), row.at(1))).flatten())
"#;

fn typeset(main: &str) -> Typeset {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("main.typ", main), ("fonts.toml", FONTS)] {
        crate::write::Writer::new().write(&folder.path().join(name), text.as_bytes()).unwrap();
    }
    let templates = Templates::from_folder(folder.path()).unwrap();
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let search = FontSearch { user: Vec::new(), bundled: vec![fonts] };
    Typesetter::new(Fonts::load(&templates, &search).unwrap(), templates).typeset_json(report()).unwrap()
}

fn report() -> Vec<u8> {
    let rows: Vec<_> = (0..40).map(|row| [format!("20{row:02}"), format!("{row}.00")]).collect();
    serde_json::json!({ "rows": rows }).to_string().into_bytes()
}

fn identity() -> Identity {
    Identity {
        ident: "gongkai/x/y/2023/department".to_owned(),
        published_on: DateParts { year: 2023, month: 2, day: 3 },
    }
}

fn exported() -> Vec<u8> {
    pdf(&typeset(MAIN).document, &identity()).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn information(document: &Document) -> &Dictionary {
    document.get_dictionary(document.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap()
}

#[test]
fn a_document_conforms_to_both_standards() {
    let bytes = exported();
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(report.is_compliant, "{:?}", report.failures);
    }
}

#[test]
fn creator_and_date_come_from_program_and_report() {
    let document = Document::load_mem(&exported()).unwrap();
    let text =
        |key: &[u8]| String::from_utf8_lossy(information(&document).get(key).unwrap().as_str().unwrap()).into_owned();
    assert_eq!(text(b"Creator"), concat!("gongkai ", env!("CARGO_PKG_VERSION")));
    assert_eq!(text(b"CreationDate"), "D:20230203000000+08'00");
}

#[test]
fn the_report_is_attached_byte_for_byte() {
    let document = Document::load_mem(&exported()).unwrap();
    let embedded = document.objects.values().filter_map(|object| object.as_stream().ok());
    let embedded: Vec<_> = embedded
        .filter(|stream| stream.dict.get(b"Type").and_then(Object::as_name).ok() == Some(b"EmbeddedFile"))
        .map(|stream| stream.decompressed_content().unwrap())
        .collect();
    assert_eq!(embedded, [report()]);
}

#[test]
fn a_document_that_does_not_conform_is_refused_with_the_reason() {
    let error = pdf(&typeset("no title").document, &identity()).unwrap_err();
    let ExportError::NotConforming(reasons) = &error else { panic!("{error}") };
    assert!(reasons.iter().any(|reason| reason.contains("document title")), "{error}");
}

#[test]
fn a_date_that_is_none_is_refused() {
    let published_on = DateParts { year: 2023, month: 2, day: 30 };
    let error = pdf(&typeset(MAIN).document, &Identity { published_on, ..identity() }).unwrap_err();
    assert_eq!(error.to_string(), "公开日期 2023-02-30 不是日期");
}

#[test]
fn there_is_a_picture_a_page() {
    let typeset = typeset(MAIN);
    let pages = typeset.layout.pages.len();
    assert!(pages > 2);
    let pictures: Vec<_> = png(&typeset.document, 72).collect::<Result<_, _>>().unwrap();
    assert_eq!(pictures.len(), pages);
    // Width and height in the header of a PNG: one pixel a point.
    assert_eq!((&pictures[0][16..20], &pictures[0][20..24]), (&200_u32.to_be_bytes()[..], &150_u32.to_be_bytes()[..]));
    assert_eq!(svg(&typeset.document).filter(|text| text.starts_with("<svg")).count(), pages);
}

#[test]
fn bytes_do_not_depend_on_run_folder_zone_language_or_threads() {
    let expected = sha256(&exported());
    let elsewhere = tempfile::tempdir().unwrap();
    for (zone, language, threads) in
        [("UTC", "C", "1"), ("Asia/Shanghai", "zh_CN.UTF-8", "8"), ("US/Alaska", "tr_TR", "2")]
    {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "export::tests::child_that_prints_the_hash", "--ignored", "--nocapture"])
            .current_dir(elsewhere.path())
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language)
            .env("RAYON_NUM_THREADS", threads)
            .env("SOURCE_DATE_EPOCH", "0")
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.contains(&expected), "{zone} {language} {threads}: {output}");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_that_prints_the_hash() {
    println!("{}", sha256(&exported()));
}

//! Files that are small and ask for much.

use std::io::Write;

use super::{answered, file};

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const FILE: &str = "<</Type/Filespec/F(report.json)/UF(report.json)/EF<</F 5 0 R>>>>";

fn page(contents: &str) -> Vec<u8> {
    format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>{contents}>>").into_bytes()
}

fn stream(dictionary: &str, contents: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dictionary}>>\nstream\n").into_bytes();
    bytes.extend(contents);
    bytes.extend(b"\nendstream");
    bytes
}

/// Zeros, a hundred times the budget of one question, in about a megabyte.
fn bomb() -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![0; 1 << 20];
    for _ in 0..1024 {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

fn with(contents: &str, attachment: Vec<u8>) -> Vec<u8> {
    file(&[CATALOG.into(), PAGES.into(), page(contents), FILE.into(), attachment])
}

#[test]
fn what_swells_is_stopped() {
    let bomb = bomb();
    let dictionary = format!("/Type/EmbeddedFile/Filter/FlateDecode/Length {}", bomb.len());
    assert!(answered("attachment", &with("", stream(&dictionary, &bomb))).is_err());
    let dictionary = format!("/Filter/FlateDecode/Length {}", bomb.len());
    assert!(answered("contents", &with("/Contents 5 0 R", stream(&dictionary, &bomb))).is_err());
    let many = format!("/Contents[{}]", "5 0 R ".repeat(1_000));
    assert!(answered("contents many times", &with(&many, stream(&dictionary, &bomb))).is_err());
}

#[test]
fn lengths_are_not_believed() {
    let dictionary = "/Type/EmbeddedFile/Filter/FlateDecode/Length 1000000000/Params<</Size 1000000000>>";
    assert!(answered("declared", &with("", stream(dictionary, b"x"))).is_err());
}

#[test]
fn what_is_nested_without_end_is_stopped() {
    for (open, close) in [("[", "]"), ("<</A ", ">>")] {
        let nested = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        assert!(answered("an object", &with("", nested.clone().into())).is_err());
        assert!(answered("the catalog", &file(&[nested.clone().into(), PAGES.into(), page("")])).is_err());
        let plain = format!("/Length {}", nested.len());
        assert!(answered("contents", &with("/Contents 5 0 R", stream(&plain, nested.as_bytes()))).is_err());
        assert!(answered("resources", &with(&format!("/A {nested}"), b"null".to_vec())).is_err());
    }
}

#[test]
fn what_leads_back_to_itself_is_left() {
    let loops = [
        "<</Type/Pages/Kids[2 0 R]/Count 1>>",
        "<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 100000000>>",
        "2 0 R",
        "<</Type/Pages/Parent 2 0 R/Kids 2 0 R/Count 1>>",
    ];
    for pages in loops {
        let parents = b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>".to_vec();
        assert!(
            answered(pages, &file(&[CATALOG.into(), pages.into(), parents, FILE.into(), b"5 0 R".to_vec()])).is_err()
        );
    }
    let catalog = "<</Type/Catalog/Pages 2 0 R/AF 1 0 R>>";
    assert!(answered("AF", &file(&[catalog.into(), PAGES.into(), page("")])).is_err());
}

#[test]
fn a_tree_of_pages_as_deep_as_the_file_is_stopped() {
    let node = |number: usize| format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", number + 1).into_bytes();
    let mut objects = vec![CATALOG.as_bytes().to_vec()];
    objects.extend((2..50_000).map(node));
    objects.push(page(""));
    assert!(answered("deep pages", &file(&objects)).is_err());
}

#[test]
fn a_table_of_places_that_lies_is_damage() {
    let whole = with("", stream("/Length 1", b"x"));
    let text = String::from_utf8(whole).unwrap();
    let start = text.rfind("startxref\n").unwrap();
    for place in ["0", "9", "99999999", "-1", "x", &start.to_string()] {
        assert!(answered(place, format!("{}startxref\n{place}\n%%EOF", &text[..start]).as_bytes()).is_err(), "{place}");
    }
    let kept = text[..start].replace("/Root 1 0 R", "/Root 1 0 R/Prev 9");
    assert!(answered("prev", format!("{kept}{}", &text[start..]).as_bytes()).is_err());
    let twice = format!("{text}\n{text}");
    assert!(answered("saved again", twice.as_bytes()).is_err());
}

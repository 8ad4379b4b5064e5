//! Files that are right in their outer shape, made to cost their reader much.

use std::io::Write;

use super::{answered, file};

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const FILE: &str = "<</Type/Filespec/F(report.json)/UF(report.json)/EF<</F 5 0 R>>>>";

fn page(contents: &str, fonts: &str) -> Vec<u8> {
    format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fonts}>>>>/Contents {contents}>>")
        .into()
}

fn deflated(contents: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(contents).unwrap();
    encoder.finish().unwrap()
}

fn stream(dictionary: &str, contents: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{dictionary}/Length {}>>\nstream\n", contents.len()).into_bytes();
    bytes.extend(contents);
    bytes.extend(b"\nendstream");
    bytes
}

fn packed(contents: &[u8]) -> Vec<u8> {
    stream("/Filter/FlateDecode", &deflated(contents))
}

/// Half a gigabyte of zeros.
fn bomb() -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![0; 1 << 20];
    for _ in 0..512 {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

fn with_contents(contents: Vec<u8>) -> Vec<u8> {
    file(&[CATALOG.into(), PAGES.into(), page("5 0 R", ""), FILE.into(), contents])
}

#[test]
fn a_glyph_that_stands_for_a_book_is_stopped() {
    let map = format!("1 beginbfchar\n<0001><{}>\nendbfchar\n", "0041".repeat(100_000));
    let font = "<</Type/Font/Subtype/Type0/ToUnicode 7 0 R>>";
    let contents = format!("BT/f0 1 Tf {}ET", "(\\000\\001)Tj ".repeat(20_000));
    let page = page("5 0 R", "/f0 6 0 R");
    let objects = [CATALOG.into(), PAGES.into(), page, FILE.into(), packed(contents.as_bytes()), font.into()];
    let objects: Vec<_> = objects.into_iter().chain([packed(map.as_bytes())]).collect();
    assert!(answered("a book a glyph", &file(&objects)).is_err());
}

#[test]
fn a_page_listed_a_million_times_is_stopped() {
    let pages = format!("<</Type/Pages/Kids[{}]/Count 1>>", "3 0 R ".repeat(1_000_000));
    assert!(
        answered("a million pages", &file(&[CATALOG.into(), pages.into(), page("5 0 R", ""), FILE.into()])).is_err()
    );
}

#[test]
fn pictures_within_the_contents_are_not_searched_for_their_end() {
    let contents = "BI ID EI \u{e9}".repeat(50_000);
    assert!(answered("pictures", &with_contents(packed(contents.as_bytes()))).is_err());
    let contents = format!("BI/W 1 ID {}", "EI BI (\\) ".repeat(50_000));
    assert!(answered("pictures", &with_contents(packed(contents.as_bytes()))).is_err());
}

#[test]
fn nothing_is_searched_for_in_streams() {
    // What mends a broken file reads objects out of this stream, and swells the second.
    let bomb = bomb();
    let head = format!("9 0 obj <</Type/#4fbjStm/N 1/First 4/Filter/FlateDecode/Length {}>>\nstream\n", bomb.len());
    let mut hidden = head.into_bytes();
    hidden.extend(&bomb);
    hidden.extend(b"\nendstream endobj ");
    let catalogs = ["<</Type/Catalog/Pages 77 0 R>>", "null", "<</Type/Catalog>>"];
    for catalog in catalogs {
        let objects = [catalog.into(), PAGES.into(), page("5 0 R", ""), FILE.into(), stream("", &hidden)];
        assert!(answered(catalog, &file(&objects)).is_err());
    }
    // As many objects that each cannot be read as there is room for.
    let broken = "9 0 obj [ ".repeat(300_000);
    let objects = ["null".into(), PAGES.into(), page("5 0 R", ""), FILE.into(), stream("", broken.as_bytes())];
    assert!(answered("open arrays in a stream", &file(&objects)).is_err());
}

#[test]
fn another_table_is_not_followed_under_an_escaped_name() {
    let bomb = bomb();
    let hidden = stream("/Size 9/W[1 4 2]/Filter/FlateDecode", &bomb);
    for key in ["/Pre#76", "/XRef#53tm", "/#50rev", "/XRefStm", "/Prev"] {
        let whole = file(&[CATALOG.into(), PAGES.into(), page("5 0 R", ""), FILE.into(), hidden.clone()]);
        let place = whole.windows(7).position(|window| window == b"5 0 obj").unwrap();
        let trailer = whole.windows(7).rposition(|window| window == b"trailer").unwrap();
        let tail = String::from_utf8(whole[trailer..].to_vec()).unwrap();
        let mut bytes = whole[..trailer].to_vec();
        bytes.extend(tail.replace("/Root", &format!("{key} {place}/Root")).bytes());
        assert!(answered(key, &bytes).is_err());
    }
}

#[test]
fn names_and_numbers_that_are_none_are_answered() {
    for odd in [
        "/a#zz",
        "/#",
        "/A(",
        "<<",
        ">>",
        "]",
        "99999999999999999999",
        "-",
        "+.",
        "1 99999999999 R",
        "<0",
        "(\\777)",
        "R R",
        "null",
    ] {
        for at in [format!("[{odd}]"), odd.to_owned(), format!("<</F {odd}/UF {odd}>>")] {
            let catalog = format!("<</Type/Catalog/Pages 2 0 R/AF {at}>>");
            let _ = answered(&at, &file(&[catalog.into(), PAGES.into(), page("5 0 R", ""), at.clone().into()]));
            let pages =
                format!("<</Type/Pages/Count 1/Kids[3 0 R {odd} 3 0 R]/Resources {at}/MediaBox {at}/Rotate {odd}>>");
            let _ = answered(
                &pages,
                &file(&[CATALOG.into(), pages.clone().into(), page(&format!("[5 0 R {odd}]"), &format!("/f0 {odd}"))]),
            );
            let _ = answered(&at, &with_contents(packed(format!("{at} TJ {at} BDC {at} Tf").as_bytes())));
        }
    }
}

//! The hostile files: what loops, what is deep, what swells, tables that lie.

use gongkai::published::MAXIMUM_BYTES;

use super::samples::{Sample, compressed, replaced, stream};
use crate::common::documents::kexie;

/// A name and a file.
pub type Bomb = (&'static str, Vec<u8>);

pub fn trees() -> Vec<Bomb> {
    let page = "<</Type/Page/Parent 1 0 R/Resources<</Font<</f0 7 0 R>>>>/Contents 4 0 R>>";
    let pages = |kids: &str| format!("<</Type/Pages/Count 1/Kids[{kids}]>>");
    // Forty levels, each of which is named twice by the one above: 2^40 pages.
    let mut branching = Sample::new().with(1, pages("10 0 R 10 0 R"));
    for number in 10..50 {
        branching = branching.with(number, pages(&format!("{0} 0 R {0} 0 R", number + 1)));
    }
    let mut deep = Sample::new().with(1, pages("10 0 R"));
    for number in 10..10_010 {
        deep = deep.with(number, pages(&format!("{} 0 R", number + 1)));
    }
    let mut many = Sample::new();
    let kids: String = (10..30_010).map(|number| format!("{number} 0 R ")).collect();
    many = many.with(1, pages(&kids));
    for number in 10..30_010 {
        many = many.with(number, page);
    }
    // Each page has resources of a megabyte, the same for all.
    let mut wide = Sample::new().with(9, format!("<</Font<<{}>>>>", "/f 7 0 R".repeat(120_000)));
    let kids: String = (10..10_010).map(|number| format!("{number} 0 R ")).collect();
    wide = wide.with(1, pages(&kids));
    for number in 10..10_010 {
        wide = wide.with(number, "<</Type/Page/Parent 1 0 R/Resources 9 0 R/Contents 4 0 R>>");
    }
    vec![
        ("kids that are the node itself", Sample::new().with(1, pages("1 0 R")).bytes()),
        ("two nodes that are each other's kids", Sample::new().with(1, pages("9 0 R")).with(9, pages("1 0 R")).bytes()),
        ("kids that refer to themselves", Sample::new().with(1, "<</Type/Pages/Kids 9 0 R>>").with(9, "9 0 R").bytes()),
        ("kids named twice at forty levels", branching.bytes()),
        ("ten thousand levels of pages", deep.bytes()),
        ("thirty thousand pages", many.bytes()),
        ("ten thousand pages with a megabyte of resources", wide.bytes()),
        ("no kids", Sample::new().with(1, "<</Type/Pages/Count 1>>").bytes()),
        ("root that is its pages", Sample::new().with(2, "<</Pages 2 0 R/Kids[2 0 R]/Type/Pages>>").bytes()),
        ("attachments that loop", Sample::new().with(5, "<</UF(/report.json)/EF<</F 5 0 R>>>>").bytes()),
        ("attachment in itself", Sample::new().with(2, "<</Pages 1 0 R/AF 5 0 R>>").with(5, "[5 0 R]").bytes()),
        ("font that is its own map", Sample::new().with(7, "<</ToUnicode 7 0 R>>").bytes()),
        ("resources that are the page", Sample::new().with(3, page.replace("<</Font<</f0 7 0 R>>>>", "3 0 R")).bytes()),
    ]
}

pub fn depths() -> Vec<Bomb> {
    const DEEP: usize = 100_000;
    let arrays = ["[".repeat(DEEP), "]".repeat(DEEP)].concat();
    let dictionaries = ["<</A".repeat(DEEP), "1".to_owned(), ">>".repeat(DEEP)].concat();
    let open = "<< ".repeat(DEEP);
    // A string that a careless count of brackets takes for the end of the arrays.
    let hidden = ["[(])".repeat(DEEP), "]".repeat(DEEP)].concat();
    let mut bombs = Vec::new();
    for (name, text) in
        [("arrays", arrays), ("dictionaries", dictionaries), ("open dictionaries", open), ("hidden arrays", hidden)]
    {
        let contents = |text: &str| Sample::new().with(4, stream("", text.as_bytes())).bytes();
        bombs.push((name, Sample::new().with(9, &text).bytes()));
        bombs.push((name, contents(&format!("/P {text} BDC"))));
        bombs.push((name, Sample::new().with(8, stream("", text.as_bytes())).bytes()));
        let mut trailer = Sample::new();
        trailer.trailer.push_str(&format!("/Info {text}"));
        bombs.push((name, trailer.bytes()));
    }
    let marks = "/P BMC ".repeat(DEEP);
    bombs.push(("marked content", Sample::new().with(4, stream("", marks.as_bytes())).bytes()));
    bombs.push(("procedures", Sample::new().with(8, stream("", "{".repeat(DEEP).as_bytes())).bytes()));
    bombs
}

pub fn sizes() -> Vec<Bomb> {
    let gigabyte = |entries: &str| compressed(entries, b" ", 1 << 30);
    let contents = |piece: &[u8], times| Sample::new().with(4, compressed("", piece, times)).bytes();
    let length = |length: &str| Sample::new().with(4, format!("<</Length {length}>>\nstream\nx\nendstream")).bytes();
    let long_text = format!("<0001> <{}>", "62A5".repeat(20_000));
    let map = |lines: &str| {
        let map = format!("begincmap 1 beginbfchar {lines} endbfchar endcmap");
        Sample::new()
            .with(8, stream("", map.as_bytes()))
            .with(4, compressed("", b"/f0 1 Tf <0001> Tj ", 1 << 20))
            .bytes()
    };
    vec![
        ("attachment of a gigabyte", Sample::new().with(6, gigabyte("/Type/EmbeddedFile")).bytes()),
        ("contents of a gigabyte", Sample::new().with(4, gigabyte("")).bytes()),
        ("map of a gigabyte", Sample::new().with(8, gigabyte("")).bytes()),
        ("contents within the limit, of space", contents(b" ", 11 << 20)),
        ("contents within the limit, of instructions", contents(b"q ", 11 << 19)),
        ("contents within the limit, of numbers", contents(b"1 2 3 4 5 6 c ", 750_000)),
        ("contents within the limit, of text", contents(b"/f0 1 Tf<0001>Tj ", 200_000)),
        ("contents within the limit, of one text", {
            let text = ["/f0 1 Tf(".to_owned(), "\0\x01".repeat(1 << 20), ")Tj".to_owned()].concat();
            Sample::new().with(4, compressed("", text.as_bytes(), 1)).bytes()
        }),
        ("instructions beyond the limit", contents(b"/P BMC EMC ", 1 << 20)),
        ("contents within the limit, of marks", contents(b"/P<</A 1>>BDC EMC ", 200_000)),
        ("code that stands for a long text", map(&long_text)),
        ("many codes", map(&"<0001> <62A5> ".repeat(140_000))),
        ("length of a gigabyte", length("1073741824")),
        ("length that overflows", length("4294967295")),
        ("length that is negative", length("-1")),
        ("length that refers to itself", length("4 0 R")),
        ("syntax within the limit", Sample::new().with(9, format!("[{}]", "1 ".repeat(7 << 19))).bytes()),
        ("syntax beyond the limit", Sample::new().with(9, format!("[{}]", "1 ".repeat(20 << 20))).bytes()),
        ("objects beyond the limit", {
            let mut many = Sample::new();
            many.objects.extend(std::iter::repeat_n(b"1".to_vec(), 1_000_000));
            many.bytes()
        }),
        ("many objects", {
            let mut many = Sample::new();
            many.objects.extend(std::iter::repeat_n(b"<</A 1/B[1 2 3]>>".to_vec(), 150_000));
            many.bytes()
        }),
        ("largest file, of space", Sample::new().with(9, stream("", &vec![b' '; MAXIMUM_BYTES - 4000])).bytes()),
        ("largest file, of nothing", [&kexie().bytes[..16], &vec![b'\n'; MAXIMUM_BYTES - 16]].concat()),
        ("largest file, of marks", [&kexie().bytes[..16], &b"startxre".repeat(MAXIMUM_BYTES / 8 - 2)].concat()),
    ]
}

pub fn tables() -> Vec<Bomb> {
    let bytes = Sample::new().bytes();
    let text = String::from_utf8_lossy(&bytes);
    let offset = text.rsplit('\n').nth(1).unwrap();
    let ending = format!("startxref\n{offset}\n");
    let at = |other: &str| replaced(&bytes, ending.as_bytes(), format!("startxref\n{other}\n").as_bytes());
    let table = |count: &str| replaced(&bytes, b"xref\n0 9\n", format!("xref\n0 {count}\n").as_bytes());
    let entry = |other: &[u8]| replaced(&bytes, b"0000000016 00000 n", other);
    vec![
        ("table at the start", at("0")),
        ("table at its own mention", at(&(bytes.len() - ending.len() - 5).to_string())),
        ("table beyond the end", at("99999999999999999999")),
        ("empty table", table("0")),
        ("table of four billion", table("4294967295")),
        ("table that overflows", table("99999999999999999999")),
        ("object at the table", entry(format!("{:0>10} 00000 n", offset).as_bytes())),
        ("object at the start", entry(b"0000000000 00000 n")),
        ("object that is missing", entry(b"0000000016 65535 f")),
        ("table that is its own predecessor", replaced(&bytes, b"/Root", format!("/Prev {offset}/Root").as_bytes())),
    ]
}

//! What the file says of itself, and the data that it carries.

use gongkai::typeset::report_json;
use lopdf::{Dictionary, Object};

use crate::common::documents::{Rendered, examples, kexie};
use crate::common::pdf::text_string;

fn information(rendered: &Rendered, key: &str) -> String {
    let trailer = &rendered.pdf.document.trailer;
    text_string(rendered.pdf.member(rendered.pdf.dictionary(trailer, "Info"), key).unwrap())
}

fn dictionaries(rendered: &Rendered) -> impl Iterator<Item = &Dictionary> {
    rendered.pdf.document.objects.values().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    })
}

#[test]
fn the_report_the_manifest_and_nothing_else_is_attached() {
    for (name, rendered) in examples() {
        let pdf = &rendered.pdf;
        let mut specifications: Vec<_> = dictionaries(rendered)
            .filter(|of| of.has_type(b"Filespec"))
            .map(|of| (text_string(pdf.member(of, "UF").unwrap()), of))
            .collect();
        specifications.sort_by(|(one, _), (other, _)| one.cmp(other));
        let names: Vec<_> = specifications.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["manifest.json", "report.json"], "{name}");
        let relations =
            specifications.iter().map(|(_, of)| pdf.member(of, "AFRelationship").unwrap().as_name().unwrap());
        assert_eq!(relations.collect::<Vec<_>>(), [&b"Supplement"[..], b"Source"], "{name}");
        let file = pdf.member(pdf.dictionary(specifications[1].1, "EF"), "F").unwrap().as_stream().unwrap();
        assert_eq!(file.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/json", "{name}");
        let attached = file.get_plain_content().unwrap();
        assert!(attached == report_json(&rendered.report), "{name}: another report is attached");
        let report: gongkai::derive::report::Report = serde_json::from_slice(&attached).unwrap();
        assert_eq!(report, rendered.report, "{name}");
        assert_eq!(dictionaries(rendered).filter(|of| of.has_type(b"EmbeddedFile")).count(), 2, "{name}");
        // Found both by archives (/AF) and by viewers (/Names).
        let catalog = pdf.document.catalog().unwrap();
        assert_eq!(pdf.member(catalog, "AF").unwrap().as_array().unwrap().len(), 2, "{name}");
        let names = pdf.dictionary(pdf.dictionary(catalog, "Names"), "EmbeddedFiles");
        assert_eq!(pdf.member(names, "Names").unwrap().as_array().unwrap().len(), 4, "{name}");
    }
}

#[test]
fn title_author_date_and_creator_come_from_the_data() {
    let rendered = kexie();
    assert_eq!(information(rendered, "Title"), "青山区科学技术协会2023年部门预算公开");
    assert_eq!(information(rendered, "Author"), "青山区科学技术协会");
    assert_eq!(information(rendered, "CreationDate"), "D:20230210000000+08'00");
    assert_eq!(information(rendered, "ModDate"), "D:20230210000000+08'00");
    assert_eq!(information(rendered, "Creator"), concat!("gongkai ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_archive_record_says_the_same() {
    let rendered = kexie();
    let catalog = rendered.pdf.document.catalog().unwrap();
    assert_eq!(text_string(rendered.pdf.member(catalog, "Lang").unwrap()), "zh-CN");
    let record = rendered.pdf.member(catalog, "Metadata").unwrap().as_stream().unwrap().get_plain_content().unwrap();
    let record = String::from_utf8(record).unwrap();
    for expected in [
        "<rdf:li xml:lang=\"x-default\">青山区科学技术协会2023年部门预算公开</rdf:li>",
        "<dc:creator><rdf:Seq><rdf:li>青山区科学技术协会</rdf:li></rdf:Seq></dc:creator>",
        "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>",
        "<xmp:CreateDate>2023-02-10T00:00:00+08:00</xmp:CreateDate>",
        concat!("<xmp:CreatorTool>gongkai ", env!("CARGO_PKG_VERSION"), "</xmp:CreatorTool>"),
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(record.contains(expected), "no {expected}");
    }
}

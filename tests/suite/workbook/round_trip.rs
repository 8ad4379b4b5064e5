//! JSON to workbook to JSON: nothing is lost, nothing is added.

use gongkai::load;
use gongkai::load::workbook::spec::{Kind, SHEETS};
use serde_json::{Value, json};

use super::made::{Typed, filled, headers};
use crate::bodies::Shape;
use crate::common::disclosures::{kexie, shili};
use crate::regions::{home, street};

/// What the data say, in the one form that they are written in; amounts there have both decimals.
fn canonical(name: &str, bytes: &[u8]) -> Value {
    let document = load::load(name, bytes).unwrap_or_else(|faults| panic!("{name} {faults:#?}"));
    serde_json::to_value(&document.disclosure).unwrap()
}

#[track_caller]
fn is_kept(data: &Value) {
    let before = canonical("data.json", data.to_string().as_bytes());
    let after = canonical("data.xlsx", &filled(data));
    assert_eq!(before, after);
}

#[test]
fn the_shipped_data_are_kept() {
    for data in [kexie(), shili(), street(), home()] {
        is_kept(&data);
    }
}

#[test]
fn a_hundred_bodies_at_random_are_kept() {
    for seed in 0..100 {
        is_kept(&Shape::of(seed).body());
    }
}

#[test]
fn everything_that_the_format_knows_is_kept() {
    let mut data = shili();
    data["correction"] = json!({ "date": "2024-03-01", "reason": "金额录入有误" });
    data["overrides"] = json!({
        "operating_cost": { "amount": "1000000.01", "reason": "按财政口径" },
        "reception": { "amount": "0.00", "reason": "由区统筹" },
    });
    data["function_uses"] = json!({ "2080201": "机关运转" });
    data["reasons"]["functions.2080201"] = "人员增加".into();
    data["previous_years"][0]["figures"]["functions"] = json!({ "2080201": "12.30", "2080202": "0.01" });
    data["previous_years"][0]["file"] = "上年.json".into();
    data["subjects"]["economic"] = json!([{ "code": "30101", "name": "基本工资", "short_name": "工资" }]);
    data["glossary"]["extra"] = json!([{ "term": "=SUM(A1)", "text": "以等号开头的文字。" }]);
    data["lines"][0]["government_economic"] = "50101".into();
    data["projects"][0]["plan"]["recurring"] = true.into();
    data["projects"][0]["plan"]["total_fiscal"] = "9.90".into();
    data["projects"][0]["plan"]["overview"] = "概述。".into();
    data["scope"] = json!({ "unit": "901001" });
    data["absent"]["three_public"] = json!({ "reason": "arranged_centrally", "note": "注：由区统筹。" });
    is_kept(&data);
}

#[test]
fn the_same_data_give_the_same_bytes() {
    assert_eq!(filled(&kexie()), filled(&kexie()));
}

#[test]
fn every_column_has_a_name_of_its_own() {
    for sheet in SHEETS {
        if let Kind::Records(_) = sheet.kind {
            let names = headers(sheet.name);
            assert!(names.iter().all(|name| !name.is_empty()), "{}: {names:?}", sheet.name);
            let mut unique = names.clone();
            unique.sort();
            unique.dedup();
            assert_eq!(unique.len(), names.len(), "{}: {names:?}", sheet.name);
        }
    }
}

#[test]
fn a_workbook_typed_by_hand_is_read() {
    let document = Typed::right().load().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let disclosure = &document.disclosure;
    assert_eq!((disclosure.agency.name.as_str(), disclosure.lines.len()), ("区科协", 2));
    assert_eq!(disclosure.lines[1].amount.yuan().to_string(), "2345.67");
    // Its faults and findings point at cells.
    let place = document.place(&gongkai::model::Pointer::root().key("lines").index(1).key("amount"));
    assert_eq!(place.within(), "基本支出明细!F4");
}

#[test]
fn a_new_workbook_has_examples_that_are_no_data() {
    let year = gongkai::model::Year(2024);
    let catalogue = gongkai::reference::Catalogue::for_year(year).unwrap();
    let bytes = gongkai::workbook::template("420107-qingshan", 2024, catalogue).unwrap();
    let faults = super::made::shown(load::load("新.xlsx", &bytes).unwrap_err());
    // Nothing is filled in but region and year: what is told is what is missing, not what the examples say.
    assert!(faults.iter().all(|fault| fault.contains("缺少") || fault.contains("至少")), "{faults:#?}");
    assert_eq!(bytes, gongkai::workbook::template("420107-qingshan", 2024, catalogue).unwrap());
}

/// The text of a file in the package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn an_example_cannot_be_typed_over() {
    let catalogue = gongkai::reference::Catalogue::for_year(gongkai::model::Year(2023)).unwrap();
    let bytes = gongkai::workbook::template("420107-qingshan", 2023, catalogue).unwrap();
    let at = 1 + SHEETS.iter().position(|sheet| sheet.name == "基本支出明细").unwrap();
    let sheet = part(&bytes, &format!("xl/worksheets/sheet{at}.xml"));
    let styles = part(&bytes, "xl/styles.xml");
    let (_, formats) = styles.split_once("<cellXfs").unwrap();
    let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
    let number = |before: &str| -> usize {
        let (_, rest) = sheet.split_once(before).unwrap_or_else(|| panic!("no {before}"));
        let (_, rest) = rest.split_once('"').unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    assert!(sheet.contains("<sheetProtection "));
    // What is locked says nothing of it.
    assert!(!formats[number("<c r=\"A3\" s=")].contains("locked=\"0\""));
    assert!(!formats[number("<c r=\"F3\" s=")].contains("locked=\"0\""));
    // The rows below have the format of their column.
    let (_, columns) = sheet.split_once("<col min=\"6\"").unwrap();
    let (_, style) = columns.split_once("style=\"").unwrap();
    let style: usize = style.split('"').next().unwrap().parse().unwrap();
    assert!(formats[style].contains("locked=\"0\"") && !sheet.contains("<c r=\"F4\""));
}

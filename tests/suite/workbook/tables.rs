//! The published tables as a workbook, as CSV files and as JSON: what is in them is what the report prints.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use gongkai::derive::report::{Body, Report};
use gongkai::reference::{Region, Templates};
use gongkai::workbook;
use rust_decimal::Decimal;

use crate::command_line::Desk;
use crate::common::disclosures::{derive, kexie, shili};
use crate::regions::{home, street};

/// The first row of a table's header on its sheet.
const HEAD: usize = 3;

fn region(report: &Report) -> Region {
    Region::read(&Templates::built_in(), &report.region, report.scope).unwrap()
}

fn shown(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// Digits compare as numbers, so that 1,000.00 and 1000 are the same.
fn plain(text: &str) -> String {
    match text.replace(',', "").parse::<Decimal>() {
        Ok(number) => number.normalize().to_string(),
        Err(_) => text.to_owned(),
    }
}

fn compare(report: &Report) -> usize {
    let bytes = workbook::tables(report, &region(report)).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut compared = 0;
    for table in &report.tables {
        let Body::Grid { columns, rows } = &table.body else { continue };
        let range = book.worksheet_range(&workbook::sheet_name(table)).unwrap();
        let at = |row: usize, column: usize| {
            let position = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
            range.get_value(position).map(shown).unwrap_or_default()
        };
        let depth = columns.iter().map(|column| column.header.len()).max().unwrap();
        for (column, view) in columns.iter().enumerate() {
            assert_eq!(at(HEAD + view.header.len() - 1, column), *view.header.last().unwrap(), "{}", table.title);
        }
        for (index, row) in rows.iter().enumerate() {
            for (column, text) in row.cells.iter().enumerate() {
                let read = at(HEAD + depth + index, column);
                assert_eq!(plain(&read), plain(text), "{} {:?} {}", table.title, row.keys, columns[column].key);
                compared += 1;
            }
        }
        assert_eq!(at(1, 0), table.title);
        if let Some(note) = &table.note {
            assert_eq!(at(HEAD + depth + rows.len(), 0), *note);
        }
    }
    compared
}

#[test]
fn a_workbook_of_tables_says_cell_by_cell_what_is_derived() {
    for data in [kexie(), shili(), street(), home()] {
        assert!(compare(&derive(&data)) > 300);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = derive(&shili());
    let bytes = || workbook::tables(&report, &region(&report)).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn no_text_becomes_a_formula() {
    let mut data = shili();
    data["projects"][0]["name"] = "=HYPERLINK(\"http://x\")".into();
    data["projects"][1]["name"] = "@SUM(A1)".into();
    let report = derive(&data);
    let bytes = workbook::tables(&report, &region(&report)).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
    }
    for (name, bytes) in workbook::csv(&report, &region(&report)).iter().filter(|(name, _)| name.ends_with("csv")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            for field in &record.unwrap() {
                let number = field.parse::<f64>().is_ok();
                assert!(number || !field.starts_with(['=', '+', '-', '@']), "{name}: {field}");
            }
        }
    }
}

#[test]
fn open_data_are_described_and_agree_with_the_tables() {
    let desk = Desk::new();
    desk.put_data("a.json", &shili());
    desk.run(&["export", "a.json", "--csv", "open", "-o", "tables.xlsx"]).ends_with(0);
    let files = desk.files("open");
    assert_eq!(files.len(), 13, "{files:?}");
    let package: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(desk.path("open/datapackage.json")).unwrap()).unwrap();
    let report = derive(&shili());
    for resource in package["resources"].as_array().unwrap() {
        let table = report.tables.iter().find(|table| table.title == resource["title"]).unwrap();
        let Body::Grid { columns, rows } = &table.body else { panic!("a form") };
        let text = std::fs::read_to_string(desk.path("open").join(resource["path"].as_str().unwrap())).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert_eq!(
            reader.headers().unwrap().iter().collect::<Vec<_>>(),
            fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>()
        );
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!((records.len(), fields.len()), (rows.len(), columns.len()), "{}", table.title);
        for (record, row) in records.iter().zip(rows) {
            for (field, text) in record.iter().zip(&row.cells) {
                assert_eq!(plain(field), plain(text), "{}", table.title);
            }
        }
    }
    let run = desk.run(&["export", "a.json", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["tables"][0]["rows"][0]["收入_项目"], "一、一般公共预算拨款收入");
}

#[test]
fn data_with_errors_are_not_exported() {
    let desk = Desk::new();
    let mut data = kexie();
    data["approval"]["totals"]["general_public_budget"] = "1.00".into();
    desk.put_data("a.json", &data);
    desk.run(&["export", "a.json", "-o", "tables.xlsx"]).ends_with(1);
    assert!(!desk.path("tables.xlsx").exists());
    desk.run(&["export", "a.json"]).ends_with(2).faults(&["没有写明导出什么"]);
    // The workbook is not published: it is exported as it is.
    desk.run(&["export", "a.json", "--workbook", "-o", "a.xlsx"]).ends_with(0);
}

//! Workbooks that another program has opened and saved again. Runs where LibreOffice is, and says where it is not.

use std::path::Path;
use std::process::Command;

use gongkai::load;
use gongkai::load::lines::{self, Mapping};
use gongkai::reference::{Region, Templates};
use gongkai::workbook::{self, control};
use gongkai::write::Writer;

use super::lines::export;
use super::made::filled;
use crate::command_line::Desk;
use crate::common::disclosures::{derive, kexie, shili};
use crate::regions::{home, street};

/// The file, opened and saved by LibreOffice; nothing where that is not installed.
fn saved_again(desk: &Desk, name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    saved_as(desk, name, bytes, "xlsx", "xlsx:Calc MS Excel 2007 XML")
}

fn saved_as(desk: &Desk, name: &str, bytes: &[u8], extension: &str, filter: &str) -> Option<Vec<u8>> {
    Writer::new().write(&desk.path(name), bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", desk.path("profile").display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", filter, "--outdir", "again", name]);
    let run = command.current_dir(desk.path("")).output();
    if run.is_err() {
        eprintln!("not tested: soffice is not installed");
        return None;
    }
    let again = desk.path("again").join(Path::new(name).with_extension(extension));
    Some(std::fs::read(again).unwrap_or_else(|_| panic!("{run:?}")))
}

#[test]
fn a_filled_workbook_that_libreoffice_saved_holds_the_same_data() {
    let desk = Desk::new();
    for data in [kexie(), shili(), street(), home()] {
        let Some(again) = saved_again(&desk, "部门.xlsx", &filled(&data)) else { return };
        let document = load::load("部门.xlsx", &again).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let before = load::load("data.json", data.to_string().as_bytes()).unwrap();
        assert_eq!(document.disclosure, before.disclosure);
    }
}

#[test]
fn tables_that_libreoffice_saved_hold_the_same_cells() {
    let desk = Desk::new();
    for data in [kexie(), shili(), street(), home()] {
        let report = derive(&data);
        let region = Region::read(&Templates::built_in(), &report.region, report.scope).unwrap();
        let bytes = workbook::tables(&report, &region).unwrap();
        let Some(again) = saved_again(&desk, "tables.xlsx", &bytes) else { return };
        let control = control::against(&report, "a.json", "tables.xlsx".as_ref(), &again).unwrap();
        assert!(control.findings.is_empty(), "{:#?}", control.findings);
        assert!(control.cells > 500, "{}", control.cells);
    }
}

#[test]
fn lines_in_the_older_format_are_read_as_in_the_newer() {
    let desk = Desk::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(export(&kexie()).lines()) {
        for (column, text) in (0..).zip(line.split(',')) {
            match text.parse::<f64>() {
                // As programs write codes and amounts that nobody told them to keep as texts.
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, text).unwrap(),
            };
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let Some(old) = saved_as(&desk, "明细.xlsx", &bytes, "xls", "xls:MS Excel 97") else { return };
    assert!(old.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]));
    let mapping = Mapping::with(None).unwrap();
    let read = |name: &str, bytes: &[u8]| {
        lines::read(name.as_ref(), bytes, &mapping).unwrap_or_else(|faults| panic!("{faults:#?}"))
    };
    let imported = read("明细.xls", &old);
    assert_eq!(imported.total().to_string(), "1928299.36");
    assert_eq!(imported, read("明细.xlsx", &bytes));
    // WPS calls the same format so.
    assert_eq!(imported, read("明细.et", &old));
}

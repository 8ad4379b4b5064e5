//! Workbooks that another program has opened and saved again. Runs where LibreOffice is, and says where it is not.

use std::path::Path;
use std::process::Command;

use gongkai::load;
use gongkai::reference::{Region, Templates};
use gongkai::workbook::{self, control};
use gongkai::write::Writer;

use super::made::filled;
use crate::command_line::Desk;
use crate::common::disclosures::{derive, kexie, shili};
use crate::regions::{home, street};

/// The file, opened and saved by LibreOffice; nothing where that is not installed.
fn saved_again(desk: &Desk, name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    Writer::new().write(&desk.path(name), bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", desk.path("profile").display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "again", name]);
    let run = command.current_dir(desk.path("")).output();
    if run.is_err() {
        eprintln!("not tested: soffice is not installed");
        return None;
    }
    let again = desk.path("again").join(Path::new(name));
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

//! `gongkai import --lines`: workbooks that the budget system exports.

use gongkai::load::lines::{self, Mapping};
use rust_xlsxwriter::{Format, Workbook};

use super::made::shown;
use crate::command_line::Desk;
use crate::common::disclosures::kexie;

const HEAD: [&str; 7] =
    ["单位代码", "支出功能分类", "部门预算支出经济分类", "资金性质", "项目代码", "项目类别", "金额"];

fn read(book: &mut Workbook) -> Result<lines::Imported, Vec<String>> {
    let bytes = book.save_to_buffer().unwrap();
    let mapping = Mapping::with(None).unwrap();
    lines::read(std::path::Path::new("导出.xlsx"), &bytes, &mapping).map_err(shown)
}

#[test]
fn merged_units_stand_for_their_rows_and_merged_amounts_are_refused() {
    let make = |merged_amount: bool| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let format = Format::new();
        sheet.merge_range(0, 0, 0, 6, "预算明细", &format).unwrap();
        sheet.write_row(2, 0, HEAD).unwrap();
        sheet.merge_range(3, 0, 4, 0, "206001", &format).unwrap();
        for row in [3, 4] {
            // Codes as numbers.
            sheet.write_number(row, 1, 2_060_101.0).unwrap();
            sheet.write_number(row, 2, 30_101.0).unwrap();
            sheet.write_string(row, 3, "一般公共预算").unwrap();
        }
        if merged_amount {
            sheet.merge_range(3, 6, 4, 6, "10", &format).unwrap();
        } else {
            sheet.write_number(3, 6, 10.0).unwrap();
            sheet.write_number(4, 6, 0.1 + 0.2).unwrap();
        }
        book
    };
    let imported = read(&mut make(false)).unwrap();
    assert_eq!(imported.lines.len(), 2);
    assert!(imported.lines.iter().all(|line| line.unit.as_ref().unwrap().as_str() == "206001"));
    assert_eq!(imported.total().to_string(), "10.30");
    assert_eq!(read(&mut make(true)).unwrap_err(), ["GK073 Sheet1!G5 金额的单元格合并了"]);
}

#[test]
fn the_lines_of_a_department_come_back_from_an_export() {
    let desk = Desk::new();
    let data = kexie();
    desk.put_data("a.json", &data);
    let csv = export(&data);
    desk.put("明细.csv", &csv);
    let run = desk.run(&["import", "明细.csv", "--lines", "--into", "a.json", "-o", "b.json"]);
    run.ends_with(0);
    assert!(run.err.contains("合计 1928299.36 元"), "{}", run.err);
    desk.run(&["diff", "a.json", "b.json", "--no-layout"]);
    desk.run(&["render", "b.json", "-o", "b.pdf", "-q"]).ends_with(0);
    // The new data may also go into a workbook.
    desk.run(&["import", "明细.csv", "--lines", "--into", "a.json", "-o", "b.xlsx"]).ends_with(0);
    desk.run(&["render", "b.xlsx", "-o", "c.pdf", "-q"]).ends_with(0);
    assert_eq!(std::fs::read(desk.path("b.pdf")).unwrap(), std::fs::read(desk.path("c.pdf")).unwrap());
    let broken = csv.replacen(",30101,", ",3010,", 1);
    desk.put("坏.csv", &broken);
    desk.run(&["import", "坏.csv", "--lines", "--into", "a.json", "-o", "d.json"]).ends_with(1).faults(&["C2"]);
    assert!(!desk.path("d.json").exists());
}

/// The lines of 区科协 as the budget system lists them.
pub fn export(data: &serde_json::Value) -> String {
    let mut csv = format!("{}\n", HEAD.join(","));
    let line = |line: &serde_json::Value, project: &str, category: &str| {
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        format!("206001,{},{},11,{project},{category},{}\n", text("function"), text("economic"), text("amount"))
    };
    for basic in data["lines"].as_array().unwrap() {
        csv += &line(basic, "R1", "人员类");
    }
    for project in data["projects"].as_array().unwrap() {
        for of in project["lines"].as_array().unwrap() {
            csv += &line(of, project["code"].as_str().unwrap(), "特定目标类");
        }
    }
    csv
}

//! `gongkai check --against`: the budget system's tables against those that are derived.

use gongkai::derive::report::{Body, Report, Row};
use gongkai::reference::{Region, Templates};
use gongkai::workbook::{self, control};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::command_line::Desk;
use crate::common::disclosures::{derive, kexie, shili};
use crate::regions::{home, street};

/// What is told of a workbook: the cell, the code, and the equation or the message.
fn told(report: &Report, bytes: &[u8]) -> Vec<String> {
    let control = control::against(report, "a.json", "系统.xlsx".as_ref(), bytes).unwrap();
    let told = control.findings.iter().map(|finding| {
        let cell = finding.place.as_ref().map(gongkai::diagnostic::Place::within).unwrap_or_default();
        let ours = finding.labels.first().map(|label| label.place.within()).unwrap_or_default();
        let what = finding.equation.as_ref().map_or_else(|| finding.message.clone(), |equation| equation.line());
        format!("{} {cell} | {ours} | {what}", finding.code)
    });
    told.collect()
}

fn exported(report: &Report) -> Vec<u8> {
    let region = Region::read(&Templates::built_in(), &report.region, report.scope).unwrap();
    workbook::tables(report, &region).unwrap()
}

#[test]
fn what_gongkai_exports_agrees_with_what_it_derives() {
    for data in [kexie(), shili(), street(), home()] {
        let report = derive(&data);
        let control = control::against(&report, "a.json", "系统.xlsx".as_ref(), &exported(&report)).unwrap();
        assert!(control.findings.is_empty(), "{:#?}", told(&report, &exported(&report)));
        assert!(control.tables >= 9 && control.cells > 500, "{control:?}");
    }
}

#[test]
fn every_amount_that_differs_is_told_with_both_cells() {
    let theirs = exported(&derive(&kexie()));
    let mut data = kexie();
    let line = &mut data["lines"][0];
    let amount: rust_decimal::Decimal = line["amount"].as_str().unwrap().parse().unwrap();
    line["amount"] = (amount + rust_decimal::Decimal::ONE).to_string().into();
    let told = told(&derive(&data), &theirs);
    let of = |cell: &str| told.iter().find(|line| line.contains(cell)).cloned().unwrap_or_default();
    // Totals, class, group and item of the tables that show them.
    assert!(told.len() > 20, "{told:#?}");
    assert!(told.iter().all(|line| line.starts_with("GK081")), "{told:#?}");
    assert_eq!(
        of("表3 支出总表!C6"),
        "GK081 表3 支出总表!C6 | 表3 支出总表!C6 | \
         系统的表 1,631,798.38 元 ≠ 推算 1,631,799.38 元",
        "{told:#?}"
    );
}

/// 支出总表 as a system might print it: in 万元, totals first, numbers of columns, another order of columns.
fn other_layout(change: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Sheet3").unwrap();
    let format = Format::new();
    sheet.merge_range(0, 0, 0, 6, "2023年部门支出总表", &format).unwrap();
    sheet.write(1, 0, "编制单位：区科协").unwrap();
    sheet.write(1, 6, "金额单位：万元").unwrap();
    for (column, text) in (0..).zip(["科目编码", "科目名称", "合计", "项目支出", "基本支出", "备注", "上缴上级支出"])
    {
        sheet.merge_range(2, column, 3, column, text, &format).unwrap();
    }
    sheet.write_row(4, 0, ["栏次", "", "1", "2", "3", "4", "5"]).unwrap();
    let rows = [
        ("", "合  计", "192.83", "54.00", "138.83"),
        ("206", "科学技术支出", "163.18", "54.00", "109.18"),
        ("20601", "科学技术管理事务", "163.18", "54.00", "109.18"),
        ("2060101", "行政运行", "109.18", "0.00", "109.18"),
        ("2060102", "一般行政管理事务", "54.00", "54.00", ""),
    ];
    for (row, (code, name, total, project, basic)) in (5..).zip(rows) {
        sheet.write_row(row, 0, [code, name, total, project, basic]).unwrap();
    }
    sheet.write(10, 0, "注：本表反映本年支出。").unwrap();
    sheet.write_row(13, 0, ["填表人：陈某", "", "打印日期：2023-02-01"]).unwrap();
    change(sheet);
    book.save_to_buffer().unwrap()
}

/// What is told of 支出总表 but for the rows that the small sheet leaves out.
fn of_other_layout(change: impl Fn(&mut Worksheet)) -> Vec<String> {
    let told = told(&derive(&kexie()), &other_layout(change));
    told.into_iter().filter(|line| line.contains("Sheet3") && !line.contains("系统的表3《支出总表》没有")).collect()
}

#[test]
fn tables_are_found_by_title_columns_by_header_and_rows_by_code() {
    let told = of_other_layout(|_| {});
    let missing: Vec<&String> = told.iter().filter(|line| line.contains("表头中没有")).collect();
    assert_eq!(told.len(), missing.len(), "{told:#?}");
    assert_eq!(missing.len(), 2, "{told:#?}");
}

#[test]
fn a_wrong_cell_an_error_cell_and_a_row_too_many_are_told() {
    let differences = |change: &dyn Fn(&mut Worksheet)| -> Vec<String> {
        of_other_layout(change).into_iter().filter(|line| !line.starts_with("GK083")).collect()
    };
    let wrong = differences(&|sheet| {
        sheet.write(7, 4, "109.81").unwrap();
        sheet.write(8, 1, "行政运转").unwrap();
    });
    assert_eq!(
        wrong,
        [
            "GK081 Sheet3!E8 | 表3 支出总表!D6 | 系统的表 109.81 万元 ≠ 推算 109.18 万元",
            "GK081 Sheet3!B9 | 表3 支出总表!B7 | 表3《支出总表》“2060101 行政运行”行“科目名称”栏与推算不一致",
        ]
    );
    let alone = differences(&|sheet| {
        sheet.write_row(11, 0, ["2010101", "行政运行", "1.00"]).unwrap();
    });
    assert_eq!(alone, ["GK082 Sheet3!C12 |  | 推算的表3《支出总表》没有“2010101 行政运行”这一行"]);
    let no_number = differences(&|sheet| {
        sheet.write(5, 2, "见附件").unwrap();
    });
    assert_eq!(no_number.len(), 1, "{no_number:?}");
    assert!(no_number[0].starts_with("GK081 Sheet3!C6 "), "{no_number:?}");
}

/// 项目支出表 as a system prints it that merges what several rows have in common: a project's name, with `types` the 类型 too.
fn merged_names(types: bool) -> Vec<u8> {
    let report = derive(&shili());
    let table = report.tables.iter().find(|table| table.title == "项目支出表").unwrap();
    let Body::Grid { columns, rows } = &table.body else { panic!("a form") };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("项目").unwrap();
    let format = Format::new();
    sheet.write(0, 0, "项目支出表").unwrap();
    let depth = columns.iter().map(|column| column.header.len()).max().unwrap() as u32;
    for (at, column) in (0..).zip(columns) {
        for (level, text) in (1..).zip(&column.header) {
            sheet.write(level, at, text).unwrap();
        }
    }
    for (row, line) in (1 + depth..).zip(rows) {
        for (at, text) in (0..).zip(&line.cells) {
            sheet.write(row, at, text).unwrap();
        }
    }
    // 项目名称, then 类型, whose rows of projects say nothing in ours.
    for column in if types { vec![1, 0] } else { vec![1] } {
        let says = |row: &Row| row.cells[column].clone();
        let mut at = 0;
        while at < rows.len() {
            let goes_on = |next: &&Row| says(next) == says(&rows[at]) || column == 0 && says(next).is_empty();
            let count = 1 + rows[at + 1..].iter().take_while(goes_on).count();
            if count > 1 && !says(&rows[at]).is_empty() {
                let (top, left) = (1 + depth + at as u32, column as u16);
                sheet.merge_range(top, left, top + count as u32 - 1, left, &says(&rows[at]), &format).unwrap();
            }
            at += count;
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_name_merged_over_several_rows_names_each_of_them() {
    for types in [false, true] {
        let told = told(&derive(&shili()), &merged_names(types));
        let told: Vec<&String> = told.iter().filter(|line| line.contains("项目!")).collect();
        assert!(told.is_empty(), "{told:#?}");
    }
}

#[test]
fn the_command_tells_differences_and_ends_with_1() {
    let desk = Desk::new();
    desk.put_data("a.json", &shili());
    desk.run(&["export", "a.json", "-o", "系统.xlsx"]).ends_with(0);
    let run = desk.run(&["check", "a.json", "--no-layout", "--against", "系统.xlsx"]);
    run.ends_with(0);
    assert!(run.err.contains("与 系统.xlsx 核对：12 张表，1455 格，0 处不同或没有找到"), "{}", run.err);
    let mut changed = shili();
    changed["projects"][0]["lines"][0]["amount"] = "1.00".into();
    desk.put_data("b.json", &changed);
    let run = desk.run(&["check", "b.json", "--no-layout", "--against", "系统.xlsx", "--format", "short"]);
    run.ends_with(1);
    assert!(run.out.contains("系统.xlsx:表1 收支总表!"), "{}", run.out);
    // What is no table at all.
    desk.run(&["init", "新", "--year", "2024"]).ends_with(0);
    let other = desk.files("新").into_iter().find(|name| name.ends_with("xlsx")).unwrap();
    let run = desk.run(&["check", "a.json", "--no-layout", "--against", &format!("新/{other}")]);
    run.ends_with(1);
    assert!(run.out.contains("没有一张表与本单位的预算表同名"), "{}", run.out);
    desk.run(&["check", "a.json", "--no-layout", "--against", "无.xlsx"]).ends_with(2);
    desk.run(&["check", "a.json", "b.json", "--against", "系统.xlsx"]).ends_with(2);
}

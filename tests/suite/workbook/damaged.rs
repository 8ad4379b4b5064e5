//! Workbooks with something wrong: each a clear fault with its cell, or read rightly.

use std::io::Write;
use std::time::Instant;

use gongkai::load;
use rust_xlsxwriter::Worksheet;

use super::made::Cell::{Boolean, Date, Formula, Number, Text};
use super::made::{Typed, column, shown};

const LINES: &str = "基本支出明细";

fn amount() -> u16 {
    column(LINES, "金额（元）")
}

/// One fault, whose text begins so.
#[track_caller]
fn told(typed: &Typed, expected: &str) {
    let faults = typed.faults();
    assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{expected}\n{faults:#?}");
}

/// The amounts of the lines, read.
#[track_caller]
fn amounts(typed: &Typed) -> Vec<String> {
    let document = typed.load().unwrap_or_else(|faults| panic!("{:#?}", shown(faults)));
    document.disclosure.lines.iter().map(|line| line.amount.yuan().normalize().to_string()).collect()
}

fn with_amount(cell: super::made::Cell) -> Typed {
    Typed::right().with(LINES, 3, amount(), cell)
}

#[test]
fn sheets() {
    let mut typed = Typed::right();
    typed.besides.push("基本支出明晰");
    typed.cells.push(("基本支出明晰", 1, 0, Text("x")));
    told(&typed, "GK071 基本支出明晰!A1 不认识的工作表");
    let mut own = Typed::right();
    own.besides.push("附：草稿");
    own.cells.push(("附：草稿", 1, 0, Text("随便写")));
    assert_eq!(amounts(&own).len(), 2);
    let mut empty = Typed::right();
    empty.besides.push("Sheet1");
    assert_eq!(amounts(&empty).len(), 2);
    let mut lacking = Typed::right();
    lacking.without.push("预算单位");
    told(&lacking, "GK019");
    let mut lacking = Typed::right();
    lacking.without.push("基本情况");
    told(&lacking, "GK011");
    let mut unused = Typed::right();
    unused.without.extend(["项目", "政府采购", "上年数", "名词解释"]);
    assert_eq!(amounts(&unused).len(), 2);
}

#[test]
fn headers_and_labels() {
    told(&Typed::right().with(LINES, 2, amount(), Text("金額")), "GK072 基本支出明细!F2 不认识的表头");
    told(&Typed::right().with(LINES, 2, 20, Text("金额（元）")), "GK072 基本支出明细!U2 表头“金额（元）”写了两次");
    told(&Typed::right().with(LINES, 4, 20, Text("x")), "GK072 基本支出明细!U4 这一格没有表头");
    told(&Typed::right().lacking("基本情况", 5, 0), "GK072 基本情况!B5 这一行没有项目名称");
    told(&Typed::right().with("基本情况", 12, 0, Text("部门名字")), "GK072 基本情况!A12 不认识的项目");
    told(&Typed::right().with("基本情况", 12, 0, Text("部门简称")), "GK072 基本情况!A12 “部门简称”写了两次");
    // Half-width brackets and line breaks in a header are the same header.
    let typed = Typed::right().with(LINES, 2, amount(), Text("金额\n(元)"));
    assert_eq!(amounts(&typed), ["100000", "2345.67"]);
    let mut nothing = Typed::right();
    nothing.extra.push((LINES, |worksheet: &mut Worksheet| {
        for column in 0..12 {
            worksheet.clear_cell(1, column);
        }
    }));
    told(&nothing, "GK072 基本支出明细!A3 第 2 行没有表头");
}

#[test]
fn amounts_that_are_none() {
    told(&with_amount(Text("壹万元")), "GK016 基本支出明细!F3");
    told(&with_amount(Text("12,34")), "GK016 基本支出明细!F3");
    told(&with_amount(Text("1.5万")), "GK016 基本支出明细!F3");
    told(&with_amount(Number(12.345)), "GK016 基本支出明细!F3");
    told(&with_amount(Number(-5.0)), "GK016 基本支出明细!F3");
    told(&with_amount(Number(1e15)), "GK016 基本支出明细!F3");
    told(&with_amount(Date(2023, 2, 10)), "GK073 基本支出明细!F3 金额（元）应为数，这里是日期");
    told(&with_amount(Boolean(true)), "GK073 基本支出明细!F3");
    told(&Typed::right().lacking(LINES, 3, amount()), "GK011 基本支出明细!");
}

#[test]
fn amounts_as_people_type_them() {
    for (cell, read) in [
        (Text("100,000.00"), "100000"),
        (Text("１０００"), "1000"),
        (Text(" 1000 "), "1000"),
        (Number(1.000_000_000_000_000_2), "1"),
        (Number(0.1 + 0.2), "0.3"),
        (Number(999_999_999_999.99), "999999999999.99"),
        (Formula("=50000*2", Some("100000")), "100000"),
        (Text("0"), "0"),
    ] {
        assert_eq!(amounts(&with_amount(cell))[0], read);
    }
}

#[test]
fn formulas_and_errors() {
    // What another program wrote and nobody has opened since: a formula without its result.
    let bytes = edited(&with_amount(Formula("=A1", Some("7654321"))).bytes(), "<v>7654321</v>", "");
    let faults = shown(load::load("部门.xlsx", &bytes).unwrap_err());
    assert_eq!(faults, ["GK073 基本支出明细!F3 公式没有计算结果"]);
    // One that gives an empty text leaves its cell empty.
    told(&with_amount(Formula("=IF(1,\" \",1)", Some(" "))), "GK011 基本支出明细!");
    let mut typed = Typed::right();
    typed.extra.push((LINES, |worksheet: &mut Worksheet| {
        let formula = rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!");
        worksheet.write_formula(2, 5, formula).unwrap();
    }));
    told(&typed, "GK073 基本支出明细!F3 单元格是错误值 #DIV/0!");
}

/// The package with a text in its files replaced.
fn edited(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        to.start_file(file.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.replace(old, new).as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn days_of_either_epoch_are_read_as_the_program_shows_them() {
    // The same serial number, 1462 days later where the workbook counts from 1904.
    let bytes = Typed::right().with("基本情况", 5, 1, Date(2023, 2, 10)).bytes();
    let day =
        |bytes: &[u8]| load::load("部门.xlsx", bytes).map(|document| document.disclosure.published_on.to_string());
    assert_eq!(day(&bytes).unwrap(), "2023-02-10");
    assert_eq!(day(&edited(&bytes, "<workbookPr ", "<workbookPr date1904=\"1\" ")).unwrap(), "2027-02-11");
}

#[test]
fn a_workbook_with_macros_is_read_and_its_macros_are_not() {
    let bytes = edited(
        &Typed::right().bytes(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    );
    let mut archive = zip::ZipWriter::new_append(std::io::Cursor::new(bytes)).unwrap();
    archive.start_file("xl/vbaProject.bin", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    let document = load::load("部门.xlsm", &bytes).unwrap_or_else(|faults| panic!("{:#?}", shown(faults)));
    assert_eq!(document.disclosure, Typed::right().load().unwrap().disclosure);
}

#[test]
fn codes_days_and_choices() {
    let function = column(LINES, "功能分类科目编码");
    let numbers = Typed::right().with(LINES, 3, function, Number(2_060_101.0));
    assert_eq!(amounts(&numbers).len(), 2);
    told(&Typed::right().with(LINES, 3, function, Text("20601")), "GK015 基本支出明细!C3");
    told(&Typed::right().with(LINES, 3, function, Number(206.5)), "GK015 基本支出明细!C3");
    let fund = column(LINES, "资金性质");
    told(&Typed::right().with(LINES, 3, fund, Text("一般预算")), "GK014 基本支出明细!E3");
    let kind = Typed::right().with(LINES, 3, fund, Text("general_public_budget"));
    assert_eq!(amounts(&kind).len(), 2);
    for day in [Date(2023, 2, 10), Text("2023年2月10日"), Text("2023/2/10"), Text("2023.02.10")] {
        let document = Typed::right().with("基本情况", 5, 1, day).load().unwrap();
        assert_eq!(document.disclosure.published_on.to_string(), "2023-02-10");
    }
    told(&Typed::right().with("基本情况", 5, 1, Text("二月十日")), "GK017 基本情况!B5");
    told(&Typed::right().with("基本情况", 4, 1, Text("二〇二三")), "GK0");
    told(&Typed::right().with("预算单位", 3, column("预算单位", "退休人数"), Text("八")), "GK013 预算单位!");
    told(&Typed::right().with("预算单位", 3, column("预算单位", "退休人数"), Number(8.5)), "GK013 预算单位!");
}

#[test]
fn rows() {
    // Blank rows between rows say nothing, nor do rows far below.
    let mut typed = Typed::right();
    typed.cells.iter_mut().filter(|cell| cell.0 == LINES && cell.1 == 4).for_each(|cell| cell.1 = 900_000);
    assert_eq!(amounts(&typed), ["100000", "2345.67"]);
    // A row marked as an example is none.
    assert_eq!(amounts(&Typed::right().with(LINES, 3, 0, Text("例"))), ["2345.67"]);
    // Hidden rows are data.
    let mut hidden = Typed::right();
    hidden.extra.push((LINES, |worksheet: &mut Worksheet| {
        worksheet.set_row_hidden(3).unwrap();
    }));
    assert_eq!(amounts(&hidden).len(), 2);
    let mut merged = Typed::right();
    merged.extra.push((LINES, |worksheet: &mut Worksheet| {
        let format = rust_xlsxwriter::Format::new();
        worksheet.merge_range(2, 1, 3, 1, "2060101", &format).unwrap();
    }));
    told(&merged, "GK073 基本支出明细!B3 单元格 B3 到 B4 合并了");
    // A merged title above the headers is nothing to mind.
    let mut title = Typed::right();
    title.extra.push((LINES, |worksheet: &mut Worksheet| {
        let format = rust_xlsxwriter::Format::new();
        worksheet.merge_range(0, 0, 0, 5, "标题", &format).unwrap();
    }));
    assert_eq!(amounts(&title).len(), 2);
}

#[test]
fn rows_that_belong_to_nobody() {
    let sheet = "项目支出明细";
    let row = |code: Option<&'static str>| {
        let mut typed = Typed::right();
        for (title, value) in [
            ("功能分类科目编码", Text("2060702")),
            ("部门预算支出经济分类科目编码", Text("30201")),
            ("资金性质", Text("一般公共预算")),
            ("金额（元）", Number(5.0)),
        ] {
            typed = typed.with(sheet, 3, column(sheet, title), value);
        }
        match code {
            Some(code) => typed.with(sheet, 3, 1, Text(code)),
            None => typed,
        }
    };
    told(&row(Some("XM1")), "GK074 项目支出明细!B3 “项目”中没有这个项目代码");
    told(&row(None), "GK074 项目支出明细!D3 没有填写项目代码");
    told(&Typed::right().with("增减原因", 3, 2, Text("人员减少")), "GK074 增减原因!C3 没有填写项目");
    let typed = Typed::right().with("增减原因", 3, 1, Text("总额")).with("增减原因", 3, 2, Text("人员减少"));
    assert!(typed.load().is_ok(), "what is no known figure, derive tells");
}

#[test]
fn several_faults_are_told_at_once() {
    let typed = with_amount(Text("x")).with(LINES, 4, amount(), Text("y")).with("基本情况", 5, 1, Text("z"));
    let faults = typed.faults();
    assert_eq!(faults.len(), 3, "{faults:#?}");
}

#[test]
fn files_that_are_no_workbook() {
    let fault = |bytes: &[u8]| shown(load::load("部门.xlsx", bytes).unwrap_err());
    let right = Typed::right().bytes();
    assert!(fault(b"PK\x03\x04")[0].starts_with("GK070 - 部门.xlsx：不是完整的 Excel 工作簿"));
    for length in [100, right.len() / 2, right.len() - 10] {
        assert!(fault(&right[..length])[0].starts_with("GK070"), "{length}");
    }
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    assert!(fault(&old)[0].starts_with("GK070"));
    let mut encrypted = old.to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(fault(&encrypted)[0].contains("设有密码"));
}

#[test]
fn damaged_bytes_never_panic() {
    let right = Typed::right().bytes();
    for seed in 0..300_usize {
        let mut bytes = right.clone();
        for step in 0..=seed % 5 {
            let at = (seed * 7_919 + step * 104_729) % bytes.len();
            bytes[at] ^= u8::try_from(1 + seed % 255).unwrap();
        }
        let _ = load::load("部门.xlsx", &bytes);
    }
}

/// A package with one file of zeros, unpacked so many times as large.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..megabytes {
        archive.write_all(&zeros).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_unpacks_to_too_much_is_refused_in_little_time() {
    let bytes = bomb(600);
    assert!(bytes.len() < 1 << 20);
    let began = Instant::now();
    let faults = shown(load::load("部门.xlsx", &bytes).unwrap_err());
    assert!(faults[0].contains("展开后过大"), "{faults:?}");
    assert!(began.elapsed().as_secs() < 20);
}

#[test]
fn a_million_empty_rows_cost_little() {
    let mut typed = Typed::right();
    typed.extra.push((LINES, |worksheet: &mut Worksheet| {
        let format = rust_xlsxwriter::Format::new().set_bold();
        for row in 4..1_000_004 {
            worksheet.set_row_format(row, &format).unwrap();
        }
        worksheet.write_blank(1_048_575, 16_383, &format).unwrap();
    }));
    let began = Instant::now();
    assert_eq!(amounts(&typed).len(), 2);
    assert!(began.elapsed().as_secs() < 60);
}

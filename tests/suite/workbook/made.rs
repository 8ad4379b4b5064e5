//! Workbooks made by hand, cell by cell.

use gongkai::diagnostic::Diagnostic;
use gongkai::load::workbook::spec::{Kind, SHEETS};
use gongkai::load::workbook::{FORM, HEADERS, columns};
use gongkai::load::{self, Document};
use rust_xlsxwriter::{Workbook, Worksheet};
use serde_json::Value;

/// The workbook of some data, as gongkai fills it in.
pub fn filled(data: &Value) -> Vec<u8> {
    let document = load::load("data.json", data.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let catalogue = gongkai::reference::Catalogue::for_year(document.disclosure.year).unwrap();
    gongkai::workbook::filled(&document.disclosure, catalogue).unwrap()
}

/// A small body, typed in by a person: cells by sheet, row from 1, column from 0.
#[derive(Clone)]
pub struct Typed {
    pub cells: Vec<(&'static str, u32, u16, Cell)>,
    /// More to be done to a sheet.
    pub extra: Vec<Change>,
    /// Sheets that are not there.
    pub without: Vec<&'static str>,
    /// Sheets that are there besides.
    pub besides: Vec<&'static str>,
}

/// A sheet and what is done to it.
pub type Change = (&'static str, fn(&mut Worksheet));

#[derive(Clone)]
pub enum Cell {
    Text(&'static str),
    Number(f64),
    Boolean(bool),
    /// A formula and its cached result, if there is one.
    Formula(&'static str, Option<&'static str>),
    Date(u16, u8, u8),
}

use Cell::{Number, Text};

/// The column of a header on a sheet of records, from 0; the first is 备注.
pub fn column(sheet: &str, title: &str) -> u16 {
    headers(sheet).iter().position(|header| header == title).map_or_else(
        || panic!("no column {title} on {sheet}: {:?}", headers(sheet)),
        |index| u16::try_from(index).unwrap(),
    )
}

pub fn headers(name: &str) -> Vec<String> {
    let sheet = SHEETS.iter().find(|sheet| sheet.name == name).unwrap();
    match &sheet.kind {
        Kind::Form(_) => FORM.map(str::to_owned).into(),
        Kind::Records(records) => {
            let home = records.homes[0];
            let owner = records.homes.iter().find_map(|home| home.owner).map(|owner| columns::of_owner(owner).title);
            let own = records.columns.iter().map(|path| columns::of_record(home, path).title);
            let list = records
                .continued
                .into_iter()
                .flat_map(|(list, paths)| paths.iter().map(move |path| columns::of_continued(home, list, path).title));
            std::iter::once("备注".to_owned()).chain(owner).chain(own).chain(list).collect()
        }
    }
}

impl Typed {
    /// A right one: a body of one unit with two lines.
    pub fn right() -> Self {
        let mut cells = Vec::new();
        let form = ["地区方案", "预算年度", "公开日期", "部门代码", "部门简称", "部门全称", "咨询电话"];
        let values = ["420107-qingshan", "2023", "2023-02-10", "206", "区科协", "青山区科学技术协会", "027-00000000"];
        for (row, (label, value)) in (3..).zip(form.into_iter().zip(values)) {
            cells.push(("基本情况", row, 0, Text(label)));
            cells.push(("基本情况", row, 1, Text(value)));
        }
        for (title, value) in [
            ("单位代码", Text("206001")),
            ("单位简称", Text("区科协本级")),
            ("单位级次", Text("部门本级")),
            ("单位性质", Text("行政单位")),
            ("编制人数：行政编制人数", Number(5.0)),
            ("编制人数：事业编制人数", Number(0.0)),
            ("在职实有人数：行政编制人数", Number(5.0)),
            ("在职实有人数：事业编制人数", Number(0.0)),
            ("离休人数", Number(0.0)),
            ("退休人数", Number(8.0)),
        ] {
            cells.push(("预算单位", 3, column("预算单位", title), value));
        }
        cells.push(("主要职能", 3, column("主要职能", "部门主要职能"), Text("开展科学技术普及。")));
        for (row, (economic, amount)) in (3..).zip([("30101", 100_000.0), ("30201", 2_345.67)]) {
            for (title, value) in [
                ("功能分类科目编码", Text("2060101")),
                ("部门预算支出经济分类科目编码", Text(economic)),
                ("资金性质", Text("一般公共预算")),
                ("金额（元）", Number(amount)),
            ] {
                cells.push(("基本支出明细", row, column("基本支出明细", title), value));
            }
        }
        Self { cells, extra: Vec::new(), without: Vec::new(), besides: Vec::new() }
    }

    /// With a cell; one that is there already is replaced.
    pub fn with(mut self, sheet: &'static str, row: u32, column: u16, cell: Cell) -> Self {
        self.cells.retain(|(of, at, beside, _)| (*of, *at, *beside) != (sheet, row, column));
        self.cells.push((sheet, row, column, cell));
        self
    }

    /// Without a cell.
    pub fn lacking(mut self, sheet: &'static str, row: u32, column: u16) -> Self {
        self.cells.retain(|(of, at, beside, _)| (*of, *at, *beside) != (sheet, row, column));
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let names = SHEETS.iter().map(|sheet| sheet.name).filter(|name| !self.without.contains(name));
        for name in names.chain(self.besides.iter().copied()) {
            let worksheet = book.add_worksheet().set_name(name).unwrap();
            if SHEETS.iter().any(|sheet| sheet.name == name) {
                for (column, header) in (0..).zip(headers(name)) {
                    worksheet.write_string(HEADERS, column, header).unwrap();
                }
            }
            for (of, row, column, cell) in &self.cells {
                if *of == name {
                    write(worksheet, row - 1, *column, cell);
                }
            }
            for (_, change) in self.extra.iter().filter(|(of, _)| *of == name) {
                change(worksheet);
            }
        }
        book.save_to_buffer().unwrap()
    }

    pub fn load(&self) -> Result<Document, Vec<Diagnostic>> {
        load::load("部门.xlsx", &self.bytes())
    }

    /// What is wrong, as `code cell message`.
    pub fn faults(&self) -> Vec<String> {
        shown(self.load().err().unwrap_or_default())
    }
}

fn write(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Text(text) => worksheet.write_string(row, column, *text).unwrap(),
        Number(number) => worksheet.write_number(row, column, *number).unwrap(),
        Cell::Boolean(value) => worksheet.write_boolean(row, column, *value).unwrap(),
        Cell::Formula(formula, result) => {
            let formula = rust_xlsxwriter::Formula::new(*formula).set_result(result.unwrap_or_default());
            worksheet.write_formula(row, column, formula).unwrap()
        }
        Cell::Date(year, month, day) => {
            let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
            let date = rust_xlsxwriter::ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
            worksheet.write_datetime_with_format(row, column, &date, &format).unwrap()
        }
    };
}

pub fn shown(faults: Vec<Diagnostic>) -> Vec<String> {
    let one = |fault: &Diagnostic| {
        let place = fault.place.as_ref().map_or_else(|| "-".to_owned(), gongkai::diagnostic::Place::within);
        format!("{} {place} {}", fault.code, fault.message)
    };
    faults.iter().map(one).collect()
}

//! The workbook to fill in: a sheet for each group of facts, with lists to choose from, explanations and an example row.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, Formula, Note, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::fill::{self, Filled, Row};
use super::{WorkbookError, style, workbook};
use crate::load::workbook::columns::{self, Holds, Member, NO, YES};
use crate::load::workbook::spec::{Kind, Records, SHEETS, Sheet};
use crate::load::workbook::{EXAMPLE, FORM, HEADERS, MARK, OWN};
use crate::model::Disclosure;
use crate::reference::Catalogue;

/// An invented department, one row of which stands on each sheet of a new workbook.
const EXAMPLES: &str = include_str!("../../data/420107-shili-2024.json");
/// Rows that are prepared for filling in.
const PREPARED: u32 = 2_000;
/// The sheet of what may be chosen.
const CHOICES: &str = "选项";

/// An empty workbook for a region and a year, with examples.
///
/// # Errors
/// A sheet cannot hold it.
pub fn template(region: &str, year: u16, catalogue: &Catalogue) -> Result<Vec<u8>, WorkbookError> {
    let data = serde_json::json!({ "region": region, "year": year });
    let examples = serde_json::from_str(EXAMPLES).unwrap_or_default();
    write(&data, Some(&examples), catalogue)
}

/// The workbook of a disclosure.
///
/// # Errors
/// As [`template`].
pub fn filled(disclosure: &Disclosure, catalogue: &Catalogue) -> Result<Vec<u8>, WorkbookError> {
    // Strings, numbers and lists into memory: nothing of it can fail.
    write(&serde_json::to_value(disclosure).unwrap_or_default(), None, catalogue)
}

fn write(data: &Value, examples: Option<&Value>, catalogue: &Catalogue) -> Result<Vec<u8>, WorkbookError> {
    let mut book = workbook("部门预算公开数据")?;
    let mut choices = Choices::new(catalogue);
    for sheet in SHEETS {
        let worksheet = book.add_worksheet().set_name(sheet.name)?;
        write_sheet(worksheet, sheet, data, examples, &mut choices)?;
    }
    choices.write(&mut book)?;
    Ok(book.save_to_buffer()?)
}

fn write_sheet(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    data: &Value,
    examples: Option<&Value>,
    choices: &mut Choices,
) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(0, 0, format!("{}　{}", sheet.name, sheet.about), &style::title())?;
    match &sheet.kind {
        Kind::Form(paths) => form(worksheet, paths, data, choices)?,
        Kind::Records(records) => write_records(worksheet, records, data, examples, choices)?,
    }
    let options = ProtectionOptions {
        insert_rows: true,
        delete_rows: true,
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    // Headers and labels are not to be changed by a slip; there is no password.
    worksheet.protect_with_options(&options);
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn form(
    worksheet: &mut Worksheet,
    paths: &[&'static str],
    data: &Value,
    choices: &mut Choices,
) -> Result<(), XlsxError> {
    worksheet.set_column_width(0, 30)?.set_column_width(1, 50)?.set_column_width(2, 60)?;
    for (column, title) in (0..).zip(FORM) {
        worksheet.write_string_with_format(HEADERS, column, title, &style::header(false))?;
    }
    for (row, path) in (HEADERS + 1..).zip(paths) {
        let member = columns::of_root(path);
        worksheet.write_string_with_format(row, 0, &member.title, &style::header(member.required))?;
        put(worksheet, row, 1, &fill::cell(fill::get(data, path), &member.holds), &format_of(&member.holds))?;
        worksheet.write_string_with_format(row, 2, explained(&member), &style::about())?;
        if let Some(validation) = choices.of(&member, path) {
            worksheet.add_data_validation(row, 1, row, 1, &validation)?;
        }
    }
    worksheet.set_freeze_panes(HEADERS + 1, 0)?;
    Ok(())
}

/// The columns of a sheet of records from left to right.
fn layout(records: &Records) -> Vec<(&'static str, Member)> {
    let home = records.homes[0];
    let mark = Member {
        title: MARK.to_owned(),
        holds: Holds::Text,
        about: format!("填“{EXAMPLE}”的行不读入。"),
        required: false,
    };
    let owner = records.homes.iter().find_map(|home| home.owner).map(columns::of_owner);
    let continued = records
        .continued
        .into_iter()
        .flat_map(|(list, paths)| paths.iter().map(move |path| (*path, columns::of_continued(home, list, path))));
    std::iter::once(("", mark))
        .chain(owner.map(|owner| ("", owner)))
        .chain(records.columns.iter().map(|path| (*path, columns::of_record(home, path))))
        .chain(continued)
        .collect()
}

fn write_records(
    worksheet: &mut Worksheet,
    records: &Records,
    data: &Value,
    examples: Option<&Value>,
    choices: &mut Choices,
) -> Result<(), XlsxError> {
    let layout = layout(records);
    let owned = records.homes.iter().any(|home| home.owner.is_some());
    for (column, (path, member)) in (0..).zip(&layout) {
        worksheet.write_string_with_format(HEADERS, column, &member.title, &style::header(member.required))?;
        let note = Note::new(explained(member)).set_author("").add_author_prefix(false).set_width(240);
        worksheet.insert_note(HEADERS, column, &note)?;
        worksheet.set_column_width(column, width(member))?;
        worksheet.set_column_format(column, &format_of(&member.holds))?;
        if let Some(validation) = choices.of(member, path) {
            worksheet.add_data_validation(HEADERS + 1, column, HEADERS + PREPARED, column, &validation)?;
        }
    }
    worksheet.set_row_height(HEADERS, 36)?;
    let example = examples.and_then(|examples| fill::rows(examples, records).into_iter().next());
    let mut at = HEADERS + 1;
    if let Some(row) = example {
        write_row(worksheet, at, &row, &layout, owned, true)?;
        at += 1;
    }
    for row in fill::rows(data, records) {
        write_row(worksheet, at, &row, &layout, owned, false)?;
        at += 1;
    }
    worksheet.set_freeze_panes(HEADERS + 1, 0)?;
    worksheet.set_repeat_rows(HEADERS, HEADERS)?;
    Ok(())
}

fn write_row(
    worksheet: &mut Worksheet,
    at: u32,
    row: &Row,
    layout: &[(&'static str, Member)],
    owned: bool,
    is_example: bool,
) -> Result<(), XlsxError> {
    let mark = if is_example { Filled::Text(EXAMPLE.to_owned()) } else { Filled::Empty };
    let owner = owned.then(|| row.owner.clone());
    let cells =
        std::iter::once(mark).chain(owner).chain(row.columns.iter().cloned()).chain(row.continued.iter().cloned());
    for ((column, cell), (_, member)) in (0..).zip(cells).zip(layout) {
        let format = format_of(&member.holds);
        let format = if is_example { style::example(format) } else { format };
        put(worksheet, at, column, &cell, &format)?;
    }
    Ok(())
}

fn put(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Filled, format: &Format) -> Result<(), XlsxError> {
    match cell {
        Filled::Empty => worksheet.write_blank(row, column, format)?,
        Filled::Text(text) => worksheet.write_string_with_format(row, column, text, format)?,
        Filled::Number(number) => worksheet.write_number_with_format(row, column, *number, format)?,
    };
    Ok(())
}

fn format_of(holds: &Holds) -> Format {
    match holds {
        Holds::Amount => style::amount(),
        Holds::Quantity => style::quantity(),
        Holds::Integer => style::integer(),
        _ => style::text(),
    }
}

fn width(member: &Member) -> f64 {
    match &member.holds {
        Holds::Text if member.title == MARK => 6.0,
        Holds::Text => 32.0,
        Holds::Amount => 18.0,
        Holds::Quantity => 10.0,
        Holds::Choice(_) => 22.0,
        _ => 14.0,
    }
}

/// What a member is, for its comment.
fn explained(member: &Member) -> String {
    let kind = match &member.holds {
        Holds::Text => "文字",
        Holds::Amount => "金额，元，最多两位小数",
        Holds::Quantity => "数值，最多四位小数",
        Holds::Code => "编码，按文本填写",
        Holds::Date => "日期，如 2023-02-10",
        Holds::Month => "年月，如 2023-01",
        Holds::Integer => "整数",
        Holds::Boolean => "是或否",
        Holds::Choice(_) => "从列表中选择",
    };
    let need = if member.required { "必填" } else { "可不填" };
    let about = if member.about.is_empty() { format!("{}。", member.title) } else { member.about.clone() };
    format!("{about}（{need}；{kind}）")
}

/// What may be chosen, on a sheet of its own: a list in a cell's rule may have 255 characters only.
struct Choices {
    /// Title of a list, then what it offers.
    lists: Vec<(String, Vec<String>)>,
    /// Where a list stands, by what it offers.
    known: BTreeMap<String, usize>,
    functions: Vec<String>,
    economic: Vec<String>,
}

impl Choices {
    fn new(catalogue: &Catalogue) -> Self {
        Self {
            lists: Vec::new(),
            known: BTreeMap::new(),
            functions: catalogue.function_items().map(|(code, _)| code.to_owned()).collect(),
            economic: catalogue.economic_groups().map(|(code, _)| code.to_owned()).collect(),
        }
    }

    /// The rule of a member's cells.
    fn of(&mut self, member: &Member, path: &str) -> Option<DataValidation> {
        let (offered, strict) = match &member.holds {
            Holds::Choice(words) => (words.iter().map(|(_, title)| title.clone()).collect(), true),
            Holds::Boolean => (vec![YES.to_owned(), NO.to_owned()], true),
            // The catalogue is incomplete: another code may be right.
            Holds::Code if path == "function" => (self.functions.clone(), false),
            Holds::Code if path == "economic" => (self.economic.clone(), false),
            Holds::Amount | Holds::Quantity => return Some(number()),
            _ => return None,
        };
        let style = if strict { DataValidationErrorStyle::Stop } else { DataValidationErrorStyle::Warning };
        let range = self.range(&member.title, offered);
        let message = if strict {
            "请从列表中选择"
        } else {
            "程序所带的科目表中没有这个编码，请核对；确有此科目的，在科目名称表中补充"
        };
        let rule = DataValidation::new().allow_list_formula(Formula::new(range)).set_error_style(style);
        rule.set_error_title("gongkai").and_then(|rule| rule.set_error_message(message)).ok()
    }

    /// The cells of a list.
    fn range(&mut self, title: &str, offered: Vec<String>) -> String {
        let key = offered.join("\n");
        let count = offered.len();
        let index = *self.known.entry(key).or_insert_with(|| {
            self.lists.push((title.to_owned(), offered));
            self.lists.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(index).unwrap_or_default());
        format!("='{OWN}：{CHOICES}'!${column}$2:${column}${}", count + 1)
    }

    fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let worksheet = book.add_worksheet().set_name(format!("{OWN}：{CHOICES}"))?;
        for (column, (title, offered)) in (0..).zip(&self.lists) {
            worksheet.write_string_with_format(0, column, title, &style::header(false))?;
            worksheet.set_column_width(column, 24)?;
            for (row, offer) in (1..).zip(offered) {
                worksheet.write_string(row, column, offer)?;
            }
        }
        Ok(())
    }
}

/// Amounts are numbers; a text of digits is read as well, so this only warns.
fn number() -> DataValidation {
    let rule = DataValidation::new()
        .allow_decimal_number(rust_xlsxwriter::DataValidationRule::GreaterThanOrEqualTo(0.0))
        .set_error_style(DataValidationErrorStyle::Warning);
    rule.clone().set_error_message("应为不小于零的数").unwrap_or(rule)
}

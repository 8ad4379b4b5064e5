//! Data to rows: the other way of `load::workbook`.

use serde_json::Value;

use crate::load::workbook::columns::{self, Holds, Member, NO, YES};
use crate::load::workbook::spec::{Home, KEY, Records};

/// A cell to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Filled {
    Empty,
    Text(String),
    Number(f64),
}

/// A row of a sheet of records: its owner's key, its columns, those of the list within it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) owner: Filled,
    pub(super) columns: Vec<Filled>,
    pub(super) continued: Vec<Filled>,
}

/// All rows of a sheet.
pub(super) fn rows(data: &Value, records: &Records) -> Vec<Row> {
    let mut rows = Vec::new();
    for home in records.homes {
        match home.owner {
            None => add(&mut rows, data, *home, records, &Filled::Empty),
            Some(owner) => {
                let title = columns::of_owner(owner);
                for element in get(data, owner.list).and_then(Value::as_array).into_iter().flatten() {
                    let key = cell(get(element, owner.key), &title.holds);
                    add(&mut rows, element, *home, records, &key);
                }
            }
        }
    }
    rows
}

fn add(rows: &mut Vec<Row>, start: &Value, home: Home, records: &Records, owner: &Filled) {
    let members: Vec<Member> = records.columns.iter().map(|path| columns::of_record(home, path)).collect();
    let record = |key: Option<&str>, value: &Value| -> Vec<Filled> {
        records
            .columns
            .iter()
            .zip(&members)
            .map(|(path, member)| match key {
                Some(key) if *path == KEY => cell(Some(&Value::from(key)), &member.holds),
                _ => cell(get(value, path), &member.holds),
            })
            .collect()
    };
    match get(start, home.member) {
        Some(Value::Array(elements)) => {
            for element in elements {
                let first = record(None, element);
                let lists = continued(element, home, records);
                let blank = vec![Filled::Empty; first.len()];
                let mut lists = lists.into_iter();
                rows.push(Row { owner: owner.clone(), columns: first, continued: lists.next().unwrap_or_default() });
                rows.extend(lists.map(|list| Row { owner: Filled::Empty, columns: blank.clone(), continued: list }));
            }
        }
        Some(Value::Object(entries)) => {
            for (key, value) in entries.iter().filter(|(_, value)| !value.is_null()) {
                let columns = record(Some(key), value);
                rows.push(Row { owner: owner.clone(), columns, continued: Vec::new() });
            }
        }
        _ => {}
    }
}

fn continued(element: &Value, home: Home, records: &Records) -> Vec<Vec<Filled>> {
    let Some((list, paths)) = records.continued else { return Vec::new() };
    let members: Vec<Member> = paths.iter().map(|path| columns::of_continued(home, list, path)).collect();
    let row = |inner: &Value| {
        paths.iter().zip(&members).map(|(path, member)| cell(get(inner, path), &member.holds)).collect()
    };
    get(element, list).and_then(Value::as_array).into_iter().flatten().map(row).collect()
}

/// The value at a path of names and positions.
pub(super) fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut here = value;
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        here = match part.strip_suffix(']') {
            Some(index) => here.get(index.parse::<usize>().ok()?)?,
            None => here.get(part)?,
        };
    }
    (!here.is_null()).then_some(here)
}

/// A value as the workbook shows it.
pub(super) fn cell(value: Option<&Value>, holds: &Holds) -> Filled {
    let Some(value) = value else { return Filled::Empty };
    let text = match value {
        Value::Bool(value) => return Filled::Text(if *value { YES } else { NO }.to_owned()),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match holds {
        Holds::Amount | Holds::Quantity | Holds::Integer => number(&text),
        Holds::Choice(words) => {
            Filled::Text(words.iter().find(|(word, _)| *word == text).map_or(text, |(_, title)| title.clone()))
        }
        _ => Filled::Text(text),
    }
}

/// A number that a workbook holds exactly; else its digits as a text.
fn number(text: &str) -> Filled {
    let same = |number: &f64| {
        let decimal = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
        decimal(&number.to_string()) == decimal(text)
    };
    match text.parse::<f64>() {
        // What Excel shows has 15 digits.
        Ok(number) if same(&number) && number.abs() < 1e13 => Filled::Number(number),
        _ => Filled::Text(text.to_owned()),
    }
}

//! Changes of one fact.

use gongkai::model::Pointer;
use serde_json::{Number, Value, json};

/// The kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An amount, by 0.01 元.
    Cent,
    /// A count, a quantity, a target or a year, by 1.
    One,
    /// A code, the last digit of one of its levels.
    Digit,
    /// A text, to nothing.
    Empty,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Cent, Self::One, Self::Digit, Self::Empty];

    /// As the list names it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cent => "+0.01",
            Self::One => "+1",
            Self::Digit => "a digit",
            Self::Empty => "emptied",
        }
    }
}

/// One change.
pub struct Change {
    /// The steps to the value.
    path: Vec<Step>,
    pub kind: Kind,
    value: Value,
}

#[derive(Clone)]
enum Step {
    Key(String),
    Index(usize),
}

impl Change {
    /// The data with it.
    pub fn applied(&self, data: &Value) -> Value {
        let mut data = data.clone();
        let at = self.path.iter().fold(&mut data, |value, step| match step {
            Step::Key(key) => &mut value[key.as_str()],
            Step::Index(index) => &mut value[*index],
        });
        *at = self.value.clone();
        data
    }

    /// Where, without indices and with the keys of maps left out: `lines[].amount`.
    pub fn pattern(&self) -> String {
        let steps = self.path.iter().fold(Pointer::root(), |at, step| match step {
            Step::Key(key) => at.key(key),
            Step::Index(_) => Pointer::root().key(&format!("{at}[]")),
        });
        steps.as_str().to_owned()
    }
}

/// All changes of the data.
pub fn changes(data: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    visit(data, &mut Vec::new(), &mut found);
    found
}

fn visit(value: &Value, path: &mut Vec<Step>, found: &mut Vec<Change>) {
    let mut add = |kind, value| found.push(Change { path: path.clone(), kind, value });
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                path.push(Step::Key(key.clone()));
                visit(member, path, found);
                path.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Step::Index(index));
                visit(item, path, found);
                path.pop();
            }
        }
        Value::Number(number) => {
            let more = number.as_u64().map(|number| Number::from(number + 1));
            more.into_iter().for_each(|more| add(Kind::One, more.into()));
        }
        Value::String(text) => match format(path) {
            Format::Amount => add(Kind::Cent, more(text, 2).into()),
            Format::Quantity => add(Kind::One, more(text, 0).into()),
            Format::Subject => digits(text, 2).into_iter().for_each(|text| add(Kind::Digit, text.into())),
            Format::Code => digits(text, text.len()).into_iter().for_each(|text| add(Kind::Digit, text.into())),
            Format::Choice => {}
            Format::Text => add(Kind::Empty, json!("")),
        },
        Value::Bool(_) | Value::Null => {}
    }
}

enum Format {
    Amount,
    Quantity,
    /// A code with levels of two digits below the first of three.
    Subject,
    Code,
    /// One of a closed list, or a date: load refuses any other.
    Choice,
    Text,
}

/// What a text is, by its name.
fn format(path: &[Step]) -> Format {
    let keys: Vec<&str> = path
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .collect();
    let last = keys.last().copied().unwrap_or_default();
    match last {
        "amount" | "unit_price" | "budget" | "executed" | "total_budget" | "reserved_for_small"
        | "reserved_for_micro" => Format::Amount,
        _ if keys.contains(&"totals") || keys.contains(&"figures") => Format::Amount,
        "quantity" | "value" => Format::Quantity,
        "function" | "economic" | "government_economic" | "also_list_functions" => Format::Subject,
        "code" if keys.contains(&"subjects") => Format::Subject,
        "code" | "unit" | "counterparty" | "project" => Format::Code,
        "format" | "region" | "published_on" | "date" | "as_of" | "starts" | "ends" | "fund" | "nature" | "origin"
        | "level" | "category" | "organisation" | "operator" | "coverage" => Format::Choice,
        "kind" => Format::Choice,
        "basis" if keys[0] == "previous_years" => Format::Choice,
        "reason" if keys[0] == "absent" => Format::Choice,
        _ => Format::Text,
    }
}

/// The number with one more at the decimal: of 0.01 for 2, of 1 for 0.
fn more(text: &str, decimals: usize) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if decimals == 0 {
        let more = whole.parse::<u64>().unwrap() + 1;
        return if fraction.is_empty() { more.to_string() } else { format!("{more}.{fraction}") };
    }
    let fen = format!("{whole}{fraction:0<decimals$}").parse::<u64>().unwrap() + 1;
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// The code with the last digit of each level in turn raised by one, 9 to 0; levels are of `length` digits from the end.
fn digits(code: &str, length: usize) -> Vec<String> {
    let raised = |(at, digit): (usize, char)| {
        let other = char::from_digit((digit.to_digit(10)? + 1) % 10, 10)?;
        Some(format!("{}{other}{}", &code[..at], &code[at + 1..]))
    };
    code.char_indices().rev().step_by(length).filter_map(raised).collect()
}

#[test]
fn changes_are_small() {
    assert_eq!(more("99.99", 2), "100.00");
    assert_eq!(more("12.5", 2), "12.51");
    assert_eq!((more("12.5", 0), more("9", 0)), ("13.5".to_owned(), "10".to_owned()));
    assert_eq!(digits("QS206", 5), ["QS207"]);
    assert_eq!(digits("2060109", 2), ["2060100", "2060209", "2070109", "3060109"]);
}

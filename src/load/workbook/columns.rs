//! What a column or row of the workbook is called and holds, from the shapes of the data format.

use super::spec::{Home, KEY, Owner};
use crate::load::leaf::Format;
use crate::load::shape::{Id, SHAPES, Shape};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Holds {
    /// A text.
    Text,
    /// An amount in 元.
    Amount,
    /// A quantity.
    Quantity,
    /// A code, whose leading zeros count.
    Code,
    /// A day.
    Date,
    /// A month.
    Month,
    /// A year or a count.
    Integer,
    /// 是 or 否.
    Boolean,
    /// One of several: the word of the data format, and that of the workbook.
    Choice(Vec<(String, String)>),
}

/// A member as the workbook shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its header.
    pub title: String,
    /// What it holds.
    pub holds: Holds,
    /// What else there is to say of it.
    pub about: String,
    /// Whether a record needs it.
    pub required: bool,
}

/// 是、否。
pub const YES: &str = "是";
/// The other one.
pub const NO: &str = "否";

/// What the keys of `reasons` name, which are no closed list: figures of last year, by their paths.
const REASONS: &[(&str, &str)] = &[
    ("total", "收支总预算"),
    ("general_public_budget", "一般公共预算支出"),
    ("government_fund", "政府性基金预算支出"),
    ("state_capital_budget", "国有资本经营预算支出"),
    ("three_public", "“三公”经费"),
    ("three_public.overseas", "“三公”经费：因公出国（境）费"),
    ("three_public.vehicle", "“三公”经费：公务用车购置及运行费"),
    ("three_public.vehicle_purchase", "“三公”经费：公务用车购置费"),
    ("three_public.vehicle_running", "“三公”经费：公务用车运行费"),
    ("three_public.reception", "“三公”经费：公务接待费"),
    ("operating_cost", "机关运行经费"),
    ("procurement", "政府采购预算"),
];

/// The member at a path from the root of the data.
#[must_use]
pub fn of_root(path: &str) -> Member {
    member(SHAPES.root, path)
}

/// The column that names the owner: `项目代码`.
#[must_use]
pub fn of_owner(owner: Owner) -> Member {
    let list = at(SHAPES.root, owner.list);
    let element = elements(list.shape);
    let own = member(element, owner.key);
    Member { required: false, ..own }
}

/// A column of records with this home.
#[must_use]
pub fn of_record(home: Home, path: &str) -> Member {
    let start = home.owner.map_or(SHAPES.root, |owner| elements(at(SHAPES.root, owner.list).shape));
    let held = at(start, home.member);
    match (SHAPES.get(held.shape), path) {
        (Shape::Map { keys, .. }, KEY) => named(key_title(home), keys.map_or_else(reasons, holds)),
        (Shape::Object(fields), KEY) => {
            let words = fields.iter().map(|(name, field)| (name.clone(), field.title.clone())).collect();
            named(key_title(home), Holds::Choice(words))
        }
        (Shape::Map { values, .. }, "") => named(value_title(home, &held.title), holds(*values)),
        (Shape::Map { values, .. }, path) => member(*values, path),
        // A closed list of names, all of one shape.
        (Shape::Object(fields), path) => fields.values().next().map_or_else(unknown, |field| member(field.shape, path)),
        (Shape::List { items, .. }, "") => named(value_title(home, &held.title), holds(*items)),
        (Shape::List { items, .. }, path) => member(*items, path),
        _ => unknown(),
    }
}

/// A column of a list within the records.
#[must_use]
pub fn of_continued(home: Home, list: &str, path: &str) -> Member {
    let start = at(SHAPES.root, home.member);
    let inner = at(elements(start.shape), list);
    let own = member(elements(inner.shape), path);
    Member { title: format!("{}：{}", inner.title, own.title), ..own }
}

/// Whether the records with this home are members of a map rather than elements of a list.
#[must_use]
pub fn is_map(home: Home) -> bool {
    let start = home.owner.map_or(SHAPES.root, |owner| elements(at(SHAPES.root, owner.list).shape));
    !matches!(SHAPES.get(at(start, home.member).shape), Shape::List { .. })
}

struct Found {
    title: String,
    about: String,
    shape: Id,
    required: bool,
}

fn unknown() -> Member {
    Member { title: String::new(), holds: Holds::Text, about: String::new(), required: false }
}

/// A member that every record has.
fn named(title: String, holds: Holds) -> Member {
    Member { title, holds, about: String::new(), required: true }
}

fn reasons() -> Holds {
    Holds::Choice(REASONS.iter().map(|(key, title)| ((*key).to_owned(), (*title).to_owned())).collect())
}

fn key_title(home: Home) -> String {
    match home.member {
        "absent" => "表",
        "approval.totals" => "资金性质",
        "overrides" | "reasons" => "项目",
        _ => "科目编码",
    }
    .to_owned()
}

fn value_title(home: Home, title: &str) -> String {
    match home.member {
        "reasons" => "原因".to_owned(),
        "function_uses" => "主要用途".to_owned(),
        "approval.totals" | "figures.functions" => "金额（元）".to_owned(),
        "glossary.also_list_functions" => "科目编码".to_owned(),
        _ => title.to_owned(),
    }
}

fn elements(list: Id) -> Id {
    match SHAPES.get(list) {
        Shape::List { items, .. } => *items,
        _ => list,
    }
}

/// Titles of nested members that say too little without the one around them.
fn member(start: Id, path: &str) -> Member {
    let found = at(start, path);
    Member { title: found.title, holds: holds(found.shape), about: found.about, required: found.required }
}

/// Follows a path of member names and positions.
fn at(start: Id, path: &str) -> Found {
    let mut found = Found { title: String::new(), about: String::new(), shape: start, required: true };
    let mut around = String::new();
    for name in path.split(['.', '[']).filter(|name| !name.is_empty()) {
        let title = std::mem::take(&mut found.title);
        let required = found.required;
        if let Some(index) = name.strip_suffix(']') {
            let ordinal = ["一", "二", "三"].get(index.parse::<usize>().unwrap_or(9)).copied().unwrap_or(index);
            found = Found {
                title: positions(&title, ordinal),
                about: found.about,
                shape: elements(found.shape),
                required: required && index == "0",
            };
            continue;
        }
        let Some((next, own, about, needed)) = step(found.shape, name) else { return Found { title, ..found } };
        if !title.is_empty() {
            around = title;
        }
        // `编制人数：行政编制人数` says which of two; `基本情况` before a name says nothing.
        let telling = ["编制人数", "在职实有人数", "“三公”经费", "以前年度金额（元）"];
        let prefix = telling.iter().find(|word| **word == around && **word != "以前年度金额（元）");
        let full = prefix.map_or_else(|| own.clone(), |word| format!("{word}：{own}"));
        found = Found { title: full, about, shape: next, required: required && needed };
        around = own;
    }
    found
}

/// `一级指标` of `一级、二级指标名称`.
fn positions(title: &str, ordinal: &str) -> String {
    if title.contains("近两年指标值") {
        return if ordinal == "一" { "前年指标值" } else { "上年指标值" }.to_owned();
    }
    if title.contains("目录名称") {
        return format!("{ordinal}级目录");
    }
    format!("{ordinal}级指标")
}

fn step(shape: Id, name: &str) -> Option<(Id, String, String, bool)> {
    match SHAPES.get(shape) {
        Shape::Object(fields) => {
            fields.get(name).map(|field| (field.shape, field.title.clone(), field.about.clone(), field.required))
        }
        Shape::OneOf(alternatives) => alternatives
            .iter()
            .find_map(|alternative| step(*alternative, name))
            .map(|(shape, title, about, _)| (shape, title, about, false)),
        _ => None,
    }
}

fn holds(shape: Id) -> Holds {
    match SHAPES.get(shape) {
        Shape::Leaf(Format::Amount) => Holds::Amount,
        Shape::Leaf(Format::Quantity) => Holds::Quantity,
        Shape::Leaf(Format::Date) => Holds::Date,
        Shape::Leaf(Format::Month) => Holds::Month,
        Shape::Leaf(_) => Holds::Code,
        Shape::Year { .. } | Shape::Integer { .. } => Holds::Integer,
        Shape::Boolean => Holds::Boolean,
        Shape::Choice(options) => {
            Holds::Choice(options.iter().map(|option| (option.value.clone(), option.title.clone())).collect())
        }
        _ => Holds::Text,
    }
}

//! Level 2: the printed figures that changed, matched by what they are.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;

use crate::derive::report::{Body, Report, Row, RowRole, Table};
use crate::model::TableKind;
use crate::reference::Align;

/// Where a figure or text is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Site {
    /// A cell of a table.
    Cell {
        /// 表的种类。
        kind: TableKind,
        /// 表号 in the new document, or in the old one if the new one lacks it.
        number: u32,
        /// 表名。
        title: String,
        /// What the row is called: its code and name.
        row: String,
        /// The path of the column's header.
        column: String,
    },
    /// A form of 绩效目标.
    Form {
        /// 表号。
        number: u32,
        /// 表名。
        title: String,
    },
    /// A sentence; its heading is known from the pages.
    Prose,
}

/// 公开文本中的一处数字或文字。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// As printed.
    pub text: String,
    /// The number, if it is one.
    pub number: Option<Decimal>,
    /// Where.
    pub site: Site,
    /// Place in the report, for the order of changes.
    order: usize,
}

/// 变化的数字或文字。At least one side is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// The figure's id; `kind/row/column` of a cell; the path in the report of a text.
    pub id: String,
    /// Before; none if it was not printed.
    pub old: Option<Printed>,
    /// After; none if it is no longer printed.
    pub new: Option<Printed>,
}

impl FigureChange {
    /// After less before, if both are numbers; what is not printed counts as zero.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let number = |side: &Option<Printed>| side.as_ref().map_or(Some(Decimal::ZERO), |printed| printed.number);
        Some(number(&self.new)? - number(&self.old)?)
    }

    /// Where it is printed now, or was.
    #[must_use]
    pub fn site(&self) -> Option<&Site> {
        self.new.as_ref().or(self.old.as_ref()).map(|printed| &printed.site)
    }
}

/// What the two documents print differently, in the order of the new one, then what is gone.
#[must_use]
pub fn figures(old: &Report, new: &Report) -> Vec<FigureChange> {
    let (mut old, new) = (printed(old), printed(new));
    let mut changes = Vec::new();
    for (id, after) in new {
        let before = old.remove(&id);
        if before.as_ref().is_none_or(|before| before.text != after.text) {
            changes.push(FigureChange { id, old: before, new: Some(after) });
        }
    }
    changes.sort_by_key(|change| change.new.as_ref().map(|after| after.order));
    let mut gone: Vec<_> = old.into_iter().collect();
    gone.sort_by_key(|(_, before)| before.order);
    changes.extend(gone.into_iter().map(|(id, before)| FigureChange { id, old: Some(before), new: None }));
    changes
}

/// Everything that a report prints, by its id.
#[must_use]
pub fn printed(report: &Report) -> BTreeMap<String, Printed> {
    let mut all = All::default();
    let member = |value: serde_json::Result<Value>| value.unwrap_or_default();
    all.value("publisher", &member(serde_json::to_value(&report.publisher)), &Site::Prose);
    all.value("published_on", &member(serde_json::to_value(report.published_on)), &Site::Prose);
    all.value("overview", &member(serde_json::to_value(&report.overview)), &Site::Prose);
    for table in &report.tables {
        all.table(table);
    }
    all.value("narrative", &member(serde_json::to_value(&report.narrative)), &Site::Prose);
    all.value("glossary", &member(serde_json::to_value(&report.glossary)), &Site::Prose);
    all.0
}

#[derive(Default)]
struct All(BTreeMap<String, Printed>);

impl All {
    fn add(&mut self, id: String, text: &str, site: Site) {
        if text.is_empty() {
            return;
        }
        let order = self.0.len();
        let number = text.replace(',', "").parse().ok();
        self.0.insert(id, Printed { text: text.to_owned(), number, site, order });
    }

    fn table(&mut self, table: &Table) {
        let key = table.kind.key();
        let form = || Site::Form { number: table.number, title: table.title.clone() };
        self.add(format!("{key}/title"), &table.title, form());
        self.add(format!("{key}/note"), table.note.as_deref().unwrap_or_default(), form());
        match &table.body {
            Body::Grid { columns, rows } => {
                for row in rows {
                    for (column, text) in columns.iter().zip(&row.cells) {
                        let panel = column.panel;
                        if row.roles.get(panel) == Some(&RowRole::Blank) {
                            continue;
                        }
                        let row_key = row.keys.get(panel).map_or("", String::as_str);
                        let site = Site::Cell {
                            kind: table.kind,
                            number: table.number,
                            title: table.title.clone(),
                            row: label(columns, row, panel),
                            column: column.header.join("·"),
                        };
                        self.add(format!("{key}/{row_key}/{}", column.key), text, site);
                    }
                }
            }
            Body::DepartmentForm(department) => {
                let value = serde_json::to_value(department).unwrap_or_default();
                self.value(key, &value, &form());
            }
            Body::ProjectForms { forms } => {
                for project in forms {
                    let value = serde_json::to_value(project).unwrap_or_default();
                    self.value(&format!("{key}/{}", project.code), &value, &form());
                }
            }
        }
    }

    /// The figures by their ids, other texts by their path.
    fn value(&mut self, path: &str, value: &Value, site: &Site) {
        match value {
            Value::Object(members) => match (members.get("id"), members.get("text")) {
                (Some(Value::String(id)), Some(Value::String(text))) if members.len() == 2 => {
                    self.add(id.clone(), text, site.clone());
                }
                _ => members.iter().for_each(|(name, value)| self.value(&format!("{path}.{name}"), value, site)),
            },
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(&format!("{path}[{index}]"), item, site);
                }
            }
            Value::String(text) if !is_keyword(text) => self.add(path.to_owned(), text, site.clone()),
            Value::Number(number) => self.add(path.to_owned(), &number.to_string(), site.clone()),
            // Keywords and flags choose a sentence; what it then says stands on the pages.
            Value::String(_) | Value::Bool(_) | Value::Null => {}
        }
    }
}

/// A word of the report's own, such as `increase`.
fn is_keyword(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// What names a row: its texts to the left.
fn label(columns: &[crate::derive::report::ColumnView], row: &Row, panel: usize) -> String {
    let of_panel = columns.iter().zip(&row.cells).filter(|(column, _)| column.panel == panel);
    let names = of_panel.take_while(|(column, _)| column.align != Align::Right).map(|(_, text)| text.as_str());
    let mut seen = BTreeSet::new();
    names.filter(|text| !text.is_empty() && seen.insert(*text)).collect::<Vec<_>>().join(" ")
}

//! Everything that a report prints, as a tree: figures by their ids, cells by row and column, texts by their path.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

use super::figures::{Mark, Part, Printed, Site};
use super::tree::{Leaf, Matching, Node};
use super::words::word;
use crate::derive::form::ProjectForm;
use crate::derive::report::{Body, ColumnView, Report, Row, RowRole, Table};
use crate::reference::Align;

/// Members that name an element of a list, in the order in which they make its key.
const NAMES: &[&str] =
    &["code", "key", "kind", "level", "fund", "carried_over", "path", "name", "item", "year", "goal", "term"];

/// Texts of the report that are numbers.
const NUMBERS: &[&str] = &["amount", "budget", "executed", "previous"];

/// Members whose texts may be keywords, such as `increase`.
const KEYWORDS: &[&str] =
    &["basis", "coverage", "direction", "expenditure", "fund", "in_use", "income", "key", "kind", "level", "reason"];

/// Parts of the document.
const PARTS: &[&str] = &["publisher", "published_on", "overview", "narrative", "glossary"];

/// Lists whose positions are the meaning.
const POSITIONS: &[&str] = &["previous", "path", "previous_years"];

/// What the report prints.
pub(super) fn root(report: &Report) -> Node<Printed> {
    let mut reader = Reader::default();
    let mut members = Vec::new();
    let before = [
        ("year", plain(&report.year), Part::Cover),
        ("publisher", plain(&report.publisher), Part::Cover),
        ("published_on", plain(&report.published_on), Part::Cover),
        ("overview", plain(&report.overview), Part::Overview),
    ];
    let after = [
        ("narrative", plain(&report.narrative), Part::Narrative),
        ("glossary", plain(&report.glossary), Part::Glossary),
    ];
    for (name, value, part) in before {
        members.extend(reader.value(name, &value, &Site::Prose(part)).map(|node| (name.to_owned(), node)));
    }
    let tables = report.tables.iter().map(|table| (table.kind.key().to_owned(), reader.table(table)));
    members.push(("tables".to_owned(), Node::Members(tables.collect())));
    for (name, value, part) in after {
        members.extend(reader.value(name, &value, &Site::Prose(part)).map(|node| (name.to_owned(), node)));
    }
    let mut figures = std::mem::take(&mut reader.figures);
    figures.append(&mut members);
    Node::Members(figures)
}

/// Strings, numbers and lists into memory: nothing of it can fail.
fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

#[derive(Default)]
struct Reader {
    /// Figures stand by their ids, wherever their path leads.
    figures: Vec<(String, Node<Printed>)>,
    read: usize,
}

impl Reader {
    fn leaf(&mut self, text: &str, is_number: bool, site: &Site) -> Node<Printed> {
        self.read += 1;
        let number: Option<Decimal> = if is_number { text.replace(',', "").parse().ok() } else { None };
        let payload = Printed { text: text.to_owned(), number, site: site.clone(), mark: None, order: self.read };
        // Printed differently is different: the tree compares texts.
        Node::Leaf(Leaf { text: text.to_owned(), number: None, payload })
    }

    fn table(&mut self, table: &Table) -> Node<Printed> {
        let (kind, number) = (table.kind, table.number);
        let form = |name| Site::Form { kind, number, title: table.title.clone(), name };
        let mut members = Vec::new();
        for (name, text) in [("title", Some(&table.title)), ("note", table.note.as_ref())] {
            members.extend(text.map(|text| (name.to_owned(), self.leaf(text, false, &form(None)))));
        }
        match &table.body {
            Body::Grid { columns, rows } => {
                let panels = columns.iter().map(|column| column.panel + 1).max().unwrap_or(0);
                for panel in 0..panels {
                    let rows = rows.iter().filter(|row| row.roles.get(panel) != Some(&RowRole::Blank));
                    let rows = rows.map(|row| self.row(table, columns, row, panel)).collect();
                    let name = if panel == 0 { "rows".to_owned() } else { format!("rows.{panel}") };
                    members.push((name, Node::List(Matching::Records, rows)));
                }
            }
            Body::DepartmentForm(department) => {
                members.extend(self.value("", &plain(department), &form(None)).map(|node| ("form".to_owned(), node)));
            }
            Body::ProjectForms { forms } => {
                let form = |project: &ProjectForm| {
                    let value = plain(project);
                    Some((key(&value), self.value("", &value, &form(Some(project.name.clone())))?))
                };
                members
                    .push(("forms".to_owned(), Node::List(Matching::Records, forms.iter().filter_map(form).collect())));
            }
        }
        Node::Members(members)
    }

    fn row(&mut self, table: &Table, columns: &[ColumnView], row: &Row, panel: usize) -> (String, Node<Printed>) {
        let mut cells = Vec::new();
        for (column, text) in columns.iter().zip(&row.cells) {
            if column.panel != panel || text.is_empty() {
                continue;
            }
            let site = Site::Cell {
                kind: table.kind,
                number: table.number,
                title: table.title.clone(),
                row: label(columns, row, panel),
                column: column.header.join("·"),
            };
            cells.push((column.key.clone(), self.leaf(text, column.align == Align::Right, &site)));
        }
        let key = row.keys.get(panel).map_or("", String::as_str);
        (without_count(key).to_owned(), Node::Members(cells))
    }

    /// `name` is that of the member; none where nothing is printed.
    fn value(&mut self, name: &str, value: &Value, site: &Site) -> Option<Node<Printed>> {
        match value {
            Value::Object(members) => {
                if let (Some(Value::String(id)), Some(Value::String(text)), 2) =
                    (members.get("id"), members.get("text"), members.len())
                {
                    if !text.is_empty() {
                        let mut leaf = self.leaf(text, true, site);
                        if let (Site::Prose(_), Node::Leaf(leaf)) = (site, &mut leaf) {
                            leaf.payload.mark = Some(Mark::Own(id.clone()));
                        }
                        self.figures.push((id.clone(), leaf));
                    }
                    return None;
                }
                let before = self.figures.len();
                let member = |(name, value): (&String, &Value)| Some((name.clone(), self.value(name, value, site)?));
                let mut members: Vec<_> = members.iter().filter_map(member).collect();
                // What a whole part says stands beside no figure of it.
                if let (Site::Prose(_), false, Some((id, _))) = (site, PARTS.contains(&name), self.figures.get(before))
                {
                    members.iter_mut().for_each(|(_, node)| set_beside(node, id));
                }
                Some(Node::Members(members))
            }
            Value::Array(items) if POSITIONS.contains(&name) => {
                let items = items.iter().enumerate();
                let item = |(at, item): (usize, &Value)| Some((format!("[{at}]"), self.value(name, item, site)?));
                Some(Node::Members(items.filter_map(item).collect()))
            }
            Value::Array(items) => {
                let matching = if items.iter().any(Value::is_object) { Matching::Records } else { Matching::Texts };
                let item = |item: &Value| Some((key(item), self.value(name, item, site)?));
                Some(Node::List(matching, items.iter().filter_map(item).collect()))
            }
            Value::String(text) if is_keyword(name, text) => word(name, text).map(|word| self.leaf(word, false, site)),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(self.leaf(text, NUMBERS.contains(&name), site)),
            Value::Number(number) => Some(self.leaf(&number.to_string(), false, site)),
            // A flag chooses a sentence; what it then says stands on the pages.
            Value::Bool(flag) => word(name, &flag.to_string()).map(|word| self.leaf(word, false, site)),
            Value::Null => None,
        }
    }
}

/// Tells what has no mark yet that the figure stands beside it.
fn set_beside(node: &mut Node<Printed>, id: &str) {
    match node {
        Node::Leaf(leaf) => drop(leaf.payload.mark.get_or_insert_with(|| Mark::Beside(id.to_owned()))),
        Node::Members(inner) | Node::List(_, inner) => inner.iter_mut().for_each(|(_, node)| set_beside(node, id)),
    }
}

/// What names an element: its naming members that are no figures, or the text itself.
fn key(item: &Value) -> String {
    let text = |value: &Value| match value {
        Value::Object(_) | Value::Null => None,
        Value::Array(parts) => Some(parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")),
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    match item {
        Value::Object(members) => {
            let names = NAMES.iter().filter_map(|name| members.get(*name));
            names.filter_map(text).collect::<Vec<_>>().join(",")
        }
        other => text(other).unwrap_or_default(),
    }
}

/// A word of the report's own, such as `increase`.
fn is_keyword(member: &str, text: &str) -> bool {
    KEYWORDS.contains(&member)
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The key of a row without the number that tells equal ones apart: which of them is which, their cells say.
fn without_count(key: &str) -> &str {
    match key.rsplit_once('#') {
        Some((key, count)) if !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()) => key,
        _ => key,
    }
}

/// What names a row: its texts to the left.
fn label(columns: &[ColumnView], row: &Row, panel: usize) -> String {
    let of_panel = columns.iter().zip(&row.cells).filter(|(column, _)| column.panel == panel);
    let names = of_panel.take_while(|(column, _)| column.align != Align::Right).map(|(_, text)| text.as_str());
    let mut kept: Vec<&str> = Vec::new();
    for text in names.filter(|text| !text.is_empty()) {
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept.join(" ")
}

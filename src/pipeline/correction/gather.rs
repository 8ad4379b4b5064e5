//! Changes to groups: each at the table or section where it is printed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::changes::cell;
use super::group::{Cell, Group};
use super::{forms, prose};
use crate::compare::{FigureChange, Site};
use crate::derive::report::{Body, Report, Table};
use crate::reference::Align;
use crate::typeset::Layout;
use crate::typeset::layout::Mark;

/// Where texts of the report stand: part, from 1.
const PARTS: [(&str, usize); 3] = [("overview", 1), ("narrative", 3), ("glossary", 4)];

/// One of the two documents.
struct Side<'a> {
    report: &'a Report,
    layout: Option<&'a Layout>,
    value: Value,
    /// The ids of all figures.
    figures: BTreeSet<String>,
    /// Names of what stands in forms.
    names: BTreeMap<String, String>,
}

/// Both documents.
pub(super) struct Gather<'a> {
    new: Side<'a>,
    old: Side<'a>,
}

impl<'a> Gather<'a> {
    pub(super) fn new(new: &'a Report, layout: &'a Layout, old: &'a Report, old_layout: Option<&'a Layout>) -> Self {
        Self { new: Side::new(new, Some(layout)), old: Side::new(old, old_layout) }
    }

    /// The groups in the order of the document, of the new one first.
    pub(super) fn groups(&self, changes: &[FigureChange]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for change in changes {
            let side = if change.new.is_some() { &self.new } else { &self.old };
            let Some(site) = change.site() else { continue };
            let (place, unit, is_table) = side.place(&change.id, site);
            let index = groups.iter().position(|group| group.place == place).unwrap_or_else(|| {
                groups.push(Group::new(place, unit, is_table));
                groups.len() - 1
            });
            match side.cell(change, site) {
                Some(cell) => groups[index].add(cell),
                None => groups[index].add_text(side.text(change, site)),
            }
        }
        let order = |group: &Group| self.new.order(&group.place);
        groups.sort_by_key(order);
        groups.into_iter().map(Group::finish).collect()
    }
}

impl<'a> Side<'a> {
    fn new(report: &'a Report, layout: Option<&'a Layout>) -> Self {
        // Strings and numbers into memory: nothing of it can fail.
        let value = serde_json::to_value(report).unwrap_or_default();
        let mut figures = BTreeSet::new();
        collect(&value, &mut figures);
        let names = report.tables.iter().flat_map(forms::names).collect();
        Self { report, layout, value, figures, names }
    }

    /// The part of the document that a place is in, to sort by.
    fn order(&self, place: &str) -> usize {
        let parts = ["第一部分", "表", "第三部分", "第四部分"];
        parts.iter().position(|part| place.starts_with(part)).map_or(0, |part| part + 1)
    }

    fn place(&self, id: &str, site: &Site) -> (String, Option<String>, bool) {
        match site {
            Site::Cell { number, title, .. } | Site::Form { number, title } => {
                let unit = self.report.tables.iter().find(|table| table.number == *number).and_then(|table| table.unit.clone());
                (format!("表{number}　{title}"), unit, true)
            }
            Site::Prose => (self.section(id), None, false),
        }
    }

    fn mark(&self, id: &str) -> Option<(&'a Layout, &'a Mark)> {
        let layout = self.layout?;
        layout.marks.iter().find(|mark| mark.id == id).map(|mark| (layout, mark))
    }

    /// The section of a figure; of a text that of the nearest figure in the report.
    fn section(&self, id: &str) -> String {
        if let Some((layout, mark)) = self.mark(id) {
            return prose::section(layout, mark);
        }
        let top = id.split(['.', '[']).next().unwrap_or_default();
        if top == "narrative"
            && let Some((layout, mark)) = self.neighbours(id).into_iter().find_map(|id| self.mark(&id))
        {
            return prose::section(layout, mark);
        }
        let part = PARTS.iter().find(|(name, _)| *name == top);
        match part.zip(self.layout) {
            Some(((_, number), layout)) => prose::part(layout, *number),
            None => "封面和联系方式".to_owned(),
        }
    }

    /// The figures around a path, the nearest first.
    fn neighbours(&self, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut around = path;
        while let Some(at) = around.rfind(['.', '[']) {
            around = &around[..at];
            let pointer = format!("/{}", around.replace(']', "").replace(['.', '['], "/"));
            let mut here = BTreeSet::new();
            // The whole of the narrative is no neighbourhood.
            if let Some(value) = self.value.pointer(&pointer).filter(|_| pointer.matches('/').count() > 1) {
                collect(value, &mut here);
            }
            found.extend(here);
        }
        found
    }

    /// A changed number, if both sides are numbers for those who read the page.
    fn cell(&self, change: &FigureChange, site: &Site) -> Option<Cell> {
        match site {
            Site::Cell { number, row, column, .. } => {
                let (_, _, key) = cell(&change.id)?;
                let table = self.report.tables.iter().find(|table| table.number == *number)?;
                is_amount(table, key).then(|| Cell::of(change, row.clone(), column.clone()))?
            }
            Site::Form { .. } => {
                let counts = self.figures.contains(&change.id) || forms::is_amount(&change.id);
                counts.then(|| Cell::of(change, self.name(&change.id), String::new()))?
            }
            Site::Prose => {
                let (layout, mark) = self.figures.contains(&change.id).then(|| self.mark(&change.id))??;
                let text = &change.new.as_ref().or(change.old.as_ref())?.text;
                Cell::of(change, prose::label(layout, mark, text), String::new())
            }
        }
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    /// What a changed text is called.
    fn text(&self, change: &FigureChange, site: &Site) -> String {
        let what = if change.id.ends_with("/title") {
            "表名".to_owned()
        } else if change.id.ends_with("/note") {
            "表下说明".to_owned()
        } else {
            match site {
                Site::Cell { row, .. } => row.clone(),
                Site::Form { .. } => self.name(&change.id),
                Site::Prose => String::new(),
            }
        };
        let did = match (&change.old, &change.new, site) {
            (None, _, Site::Cell { .. }) => "增加此行",
            (_, None, Site::Cell { .. }) => "删去此行",
            _ => "文字有修改",
        };
        if what.is_empty() { did.to_owned() } else { format!("{what}：{did}") }
    }
}

/// Whether a column of a grid holds amounts or quantities.
fn is_amount(table: &Table, key: &str) -> bool {
    let Body::Grid { columns, .. } = &table.body else { return false };
    columns.iter().any(|column| column.key == key && column.align == Align::Right)
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => match (members.get("id"), members.get("text")) {
            (Some(Value::String(id)), Some(_)) if members.len() == 2 => drop(found.insert(id.clone())),
            _ => members.values().for_each(|value| collect(value, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

//! Changes to groups: each at the table or section where it is printed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::changes::cell;
use super::group::{Cell, Group, PlaceName};
use super::{forms, prose, texts};
use crate::compare::{FigureChange, Located, Part, Site, Where};
use crate::derive::report::{Body, Report, Table};
use crate::reference::Align;
use crate::typeset::Layout;
use crate::typeset::layout::Mark;

/// A length on a page as a number to sort by.
#[expect(clippy::cast_possible_truncation, reason = "points of a page")]
fn hundredths(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

/// One of the two documents.
struct Side<'a> {
    report: &'a Report,
    layout: &'a Layout,
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
    pub(super) fn new(new: &'a Report, layout: &'a Layout, old: &'a Report, old_layout: &'a Layout) -> Self {
        Self { new: Side::new(new, layout), old: Side::new(old, old_layout) }
    }

    /// The groups in the order of the document.
    pub(super) fn groups(&self, changes: &[Located]) -> Vec<Group> {
        let side = |change: &FigureChange| if change.new.is_some() { &self.new } else { &self.old };
        let mut placed: Vec<_> = changes
            .iter()
            .filter_map(|Located { change, place }| Some((side(change).place(change, place)?, side(change), change)))
            .collect();
        placed.sort_by_key(|(place, ..)| place.order);
        let mut groups: Vec<Group> = Vec::new();
        for (place, side, change) in placed {
            let Some(site) = change.site() else { continue };
            let index = groups.iter().position(|group| group.place == place.name).unwrap_or_else(|| {
                let is_table = !matches!(site, Site::Prose(_));
                let is_grid = matches!(place.table.map(|table| &table.body), Some(Body::Grid { .. }));
                let unit = place.table.and_then(|table| table.unit.clone());
                groups.push(Group::new(place.name, unit, is_table, is_grid));
                groups.len() - 1
            });
            match side.cell(change, site) {
                Some(cell) => groups[index].add(cell),
                None => {
                    let (what, how) = side.text(change, site);
                    groups[index].add_text(what, how, texts::sides(change));
                }
            }
        }
        groups.into_iter().map(Group::finish).collect()
    }
}

/// Where a change stands.
struct Place<'a> {
    name: PlaceName,
    table: Option<&'a Table>,
    /// Rank of the part, then table number or page, then the place on the page.
    order: (usize, usize, i64, i64),
}

impl<'a> Side<'a> {
    fn new(report: &'a Report, layout: &'a Layout) -> Self {
        // Strings and numbers into memory: nothing of it can fail.
        let value = serde_json::to_value(report).unwrap_or_default();
        let mut figures = BTreeSet::new();
        collect(&value, &mut figures);
        let names = report.tables.iter().flat_map(forms::names).collect();
        Self { report, layout, figures, names }
    }

    fn place(&self, change: &FigureChange, found: &Where) -> Option<Place<'a>> {
        Some(match change.site()? {
            Site::Cell { number, title, .. } | Site::Form { number, title, .. } => Place {
                name: PlaceName { full: format!("表{number}　{title}"), brief: format!("表{number}") },
                table: self.report.tables.iter().find(|table| table.number == *number),
                order: (self.part_of_table(*number), *number as usize, 0, 0),
            },
            Site::Prose(part) => {
                let name = self.section(&change.id, *part, found);
                let point = |(_, mark): (_, &Mark)| (mark.page, hundredths(mark.y), hundredths(mark.x));
                let (page, y, x) = self.mark(&change.id).map_or((found.at.0, found.at.1, 0), point);
                let rank = part.content().and_then(|_| self.part(*part, page)).map_or(0, |part| part + 1);
                Place { name, table: None, order: (rank, page, y, x) }
            }
        })
    }

    fn mark(&self, id: &str) -> Option<(&'a Layout, &'a Mark)> {
        self.layout.marks.iter().find(|mark| mark.id == id).map(|mark| (self.layout, mark))
    }

    /// The section of a figure; of a text as it was found on the pages.
    fn section(&self, id: &str, part: Part, found: &Where) -> PlaceName {
        if let Some((layout, mark)) = self.mark(id) {
            return prose::section(layout, mark);
        }
        let Some(heading) = self.part(part, found.at.0).map(|at| &self.layout.headings[at]) else {
            return prose::place("封面和联系方式", &[]);
        };
        // Where nothing more is known than the part, its heading is all that was found.
        let under = found.headings.iter().filter(|under| **under != heading.text).cloned().collect::<Vec<_>>();
        prose::place(prose::part_name(&heading.text), &under)
    }

    /// The heading of the part of what stands on a page; the first with such contents if the page is not known.
    fn part(&self, part: Part, page: usize) -> Option<usize> {
        let mut parts = self.layout.parts(part.content()?);
        let first = parts.next()?;
        parts.filter(|at| self.layout.headings[*at].page <= page).last().or(Some(first))
    }

    /// The rank of a table's part.
    fn part_of_table(&self, number: u32) -> usize {
        let heading = self.layout.table(number).map(|at| &self.layout.headings[at]);
        heading.and_then(|heading| self.layout.part_at(heading.page, heading.y)).map_or(0, |part| part + 1)
    }

    /// A changed number, if both sides are numbers for those who read the page.
    fn cell(&self, change: &FigureChange, site: &Site) -> Option<Cell> {
        match site {
            Site::Cell { number, row, .. } => {
                let (_, _, key) = cell(&change.id)?;
                let table = self.report.tables.iter().find(|table| table.number == *number)?;
                amount_column(table, key).map(|column| Cell::of(change, row, column))?
            }
            Site::Form { name, .. } => Cell::of(change, &self.name(&change.id, name.as_deref()), String::new()),
            Site::Prose(_) => {
                let (layout, mark) = self.figures.contains(&change.id).then(|| self.mark(&change.id))??;
                let text = &change.new.as_ref().or(change.old.as_ref())?.text;
                Cell::of(change, &prose::label(layout, mark, text), String::new())
            }
        }
    }

    /// What a form's value is called, with its project.
    fn name(&self, id: &str, project: Option<&str>) -> String {
        let known = self.names.get(id).cloned();
        let described =
            || [project.unwrap_or_default(), &forms::described(id)].join("　").trim_matches('　').to_owned();
        known.unwrap_or_else(described)
    }

    /// What a changed text is called.
    fn text(&self, change: &FigureChange, site: &Site) -> (String, &'static str) {
        let what = if change.id.ends_with(".title") {
            "表名".to_owned()
        } else if change.id.ends_with(".note") {
            "表下说明".to_owned()
        } else {
            match site {
                Site::Cell { row, column, .. } if texts::sides(change).is_some() => format!("{row}：{column}"),
                Site::Cell { row, .. } => row.clone(),
                Site::Form { name, .. } => self.name(&change.id, name.as_deref()),
                Site::Prose(_) => texts::called(change),
            }
        };
        let how = match (&change.old, &change.new, site) {
            (None, _, Site::Cell { .. }) => "增加此行",
            (_, None, Site::Cell { .. }) => "删去此行",
            (None, ..) => "增加的文字",
            (_, None, _) => "删去的文字",
            _ => "文字有修改",
        };
        (what, how)
    }
}

/// What a column of amounts or quantities is called, as briefly as the table lets it; none of another column.
fn amount_column(table: &Table, key: &str) -> Option<String> {
    let Body::Grid { columns, .. } = &table.body else { return None };
    let column = columns.iter().find(|column| column.key == key && column.align == Align::Right)?;
    let mut amounts = columns.iter().filter(|other| other.align == Align::Right);
    if amounts.clone().filter(|other| other.panel == column.panel).count() == 1 {
        return Some(String::new());
    }
    let shared = amounts.all(|other| other.header.len() > 1 && other.header[0] == column.header[0]);
    Some(column.header[usize::from(shared)..].join("·"))
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

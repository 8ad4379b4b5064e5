//! `/changes.json`: what a proof marks, by figure and by cell.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compare::{FigureChange, Site};
use crate::derive::report::{Body, Report};

/// The virtual file, read by `components/proof.typ`.
#[derive(Debug, Default, Serialize)]
struct Changes<'a> {
    /// Ids of figures, and paths of texts in forms.
    figures: BTreeSet<String>,
    /// Column keys by row key by kind of table.
    cells: BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<&'a str>>>,
    /// Texts of sentences, the longest first.
    texts: &'a [String],
}

/// What `report` prints now and the old one did not, or otherwise.
pub(super) fn json(changes: &[FigureChange], texts: &[String], report: &Report) -> Vec<u8> {
    let mut all = Changes { texts, ..Changes::default() };
    for change in changes {
        let Some(after) = &change.new else { continue };
        match (&after.site, cell(&change.id)) {
            (Site::Cell { number, .. }, Some((kind, row, column))) => {
                // Of equal rows, those that print what changed.
                for key in keys(report, *number, row, column, &after.text) {
                    all.cells.entry(kind).or_default().entry(key).or_default().insert(column);
                }
            }
            (Site::Form { name: Some(name), .. }, _) if change.id.contains(".costs{") => {
                all.figures.extend(costs(report, name, &change.id, &after.text));
            }
            _ => drop(all.figures.insert(change.id.clone())),
        }
    }
    // Strings into memory: nothing of it can fail.
    serde_json::to_vec(&all).unwrap_or_default()
}

/// Kind, row key without a count and column key of a cell's id: `tables.basic.rows{30101}.total`.
pub(super) fn cell(id: &str) -> Option<(&str, &str, &str)> {
    let (kind, rest) = id.strip_prefix("tables.")?.split_once(".rows")?;
    let (_, rest) = rest.split_once('{')?;
    let (row, column) = rest.rsplit_once("}.")?;
    Some((kind, without_count(row), column))
}

fn without_count(key: &str) -> &str {
    match key.rsplit_once('#') {
        Some((key, count)) if !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()) => key,
        _ => key,
    }
}

/// The keys of the rows of a table that print `text` in a column.
fn keys<'a>(report: &'a Report, number: u32, row: &str, column: &str, text: &str) -> Vec<&'a str> {
    let Some(table) = report.tables.iter().find(|table| table.number == number) else { return Vec::new() };
    let Body::Grid { columns, rows } = &table.body else { return Vec::new() };
    let Some(at) = columns.iter().position(|one| one.key == column) else { return Vec::new() };
    let of_row = rows.iter().filter(|one| one.cells.get(at).is_some_and(|cell| cell == text));
    let keys = of_row.filter_map(|one| one.keys.get(columns[at].panel)).map(String::as_str);
    keys.filter(|key| without_count(key) == row).collect()
}

/// The places of a project's cost that print `text`, as `components/project-form.typ` names them.
fn costs(report: &Report, name: &str, id: &str, text: &str) -> Vec<String> {
    let forms = report.tables.iter().filter_map(|table| match &table.body {
        Body::ProjectForms { forms } => Some(forms),
        _ => None,
    });
    let mut found = Vec::new();
    for form in forms.flatten().filter(|form| form.name == name) {
        for (index, cost) in form.costs.iter().enumerate().filter(|(_, cost)| id.contains(&cost.item)) {
            let members = [("amount", &cost.amount), ("basis", &cost.basis)];
            let printed = members.into_iter().filter(|(member, value)| id.ends_with(member) && *value == text);
            found.extend(
                printed.map(|(member, _)| format!("project_performance/{}.costs[{index}].{member}", form.code)),
            );
        }
    }
    found
}

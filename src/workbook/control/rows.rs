//! Rows by what names them: a code, else their texts; of several with one name the first is the first.

use std::collections::{BTreeMap, BTreeSet};

use super::amounts::unnumbered;
use super::plain;
use super::sheet::Located;
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::load::workbook::sheets::Value;
use crate::reference::Align;

/// Words that rows of totals are called by.
const TOTALS: [&str; 3] = ["合计", "总计", "共计"];
/// Merged cells beside one another that may or may not name a row: as many as a table has columns of texts.
const MOST_MERGED: usize = 4;
/// How the row of the columns' numbers begins.
const NUMBERS: [&str; 3] = ["栏次", "列次", "**"];

/// Rows of both views that are one.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// Ours and theirs.
    pub(super) pairs: Vec<(usize, u32)>,
    pub(super) only_ours: Vec<usize>,
    pub(super) only_theirs: Vec<u32>,
}

pub(super) fn matched(columns: &[ColumnView], rows: &[Row], located: &Located<'_>, panel: usize) -> Matched {
    // A column that the sheet lacks names no row of ours either.
    let own = |row: &Row| {
        id(columns, panel, |at| if located.columns[at].is_some() { row.cells[at].clone() } else { String::new() })
    };
    let known: BTreeSet<String> = rows.iter().map(own).collect();
    let mut theirs: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for row in located.grid.rows.keys().copied().filter(|row| *row >= located.below) {
        let id = their_id(columns, panel, located, row, &known);
        if !is_aside(columns, located, panel, row, &id) {
            theirs.entry(id).or_default().push(row);
        }
    }
    theirs.values_mut().for_each(|rows| rows.reverse());
    let mut matched = Matched::default();
    for (index, row) in rows.iter().enumerate() {
        let role = row.roles.get(panel).copied().unwrap_or(RowRole::Blank);
        if role == RowRole::Blank {
            continue;
        }
        let mut found = theirs.get_mut(&own(row)).and_then(Vec::pop);
        if found.is_none() && role == RowRole::Total {
            let total = theirs.iter_mut().find(|(name, rows)| !rows.is_empty() && TOTALS.contains(&name.as_str()));
            found = total.and_then(|(_, rows)| rows.pop());
        }
        match found {
            Some(row) => matched.pairs.push((index, row)),
            None => matched.only_ours.push(index),
        }
    }
    matched.only_theirs = theirs.into_values().flatten().collect();
    matched.only_theirs.sort_unstable();
    matched
}

/// What names a row of the sheet. Some systems merge what several rows have in common where ours repeat it, or repeat what
/// ours say once: what the row says with or without its merged cells, whichever is a row of ours.
fn their_id(columns: &[ColumnView], panel: usize, located: &Located<'_>, row: u32, known: &BTreeSet<String>) -> String {
    let merged: Vec<u32> = located.columns.iter().flatten().copied().filter(|at| located.is_below(row, *at)).collect();
    let with = |some: u32| {
        id(columns, panel, |index| {
            located.columns[index].map_or_else(String::new, |at| {
                let taken = merged.iter().take(MOST_MERGED).position(|other| *other == at);
                let cell = match taken {
                    Some(number) if some & (1 << number) != 0 => located.over(row, at),
                    _ => located.cell(row, at),
                };
                cell.text()
            })
        })
    };
    let choices = 1 << merged.len().min(MOST_MERGED);
    (0..choices).map(with).find(|id| known.contains(id)).unwrap_or_else(|| with(0))
}

/// What names a row of a panel.
fn id(columns: &[ColumnView], panel: usize, text: impl Fn(usize) -> String) -> String {
    let of_panel = || columns.iter().enumerate().filter(|(_, column)| column.panel == panel);
    let code: String = of_panel().filter(|(_, column)| is_code(column)).map(|(index, _)| plain(&text(index))).collect();
    if code.bytes().any(|byte| byte.is_ascii_digit()) {
        return code;
    }
    let names = of_panel().filter(|(_, column)| column.align != Align::Right && !is_code(column));
    let names = names.map(|(index, _)| unnumbered(&text(index))).filter(|name| !name.is_empty());
    // A total may stand in the column of codes.
    let mut names: Vec<String> = names.collect();
    if names.is_empty() {
        names.push(code);
    }
    names.join("|")
}

pub(super) fn is_code(column: &ColumnView) -> bool {
    column.key.starts_with("code")
}

/// Whether a row of the sheet is none of the table: blank, a note, numbers of columns.
fn is_aside(columns: &[ColumnView], located: &Located<'_>, panel: usize, row: u32, id: &str) -> bool {
    let ours = || {
        let columns = columns.iter().zip(&located.columns).filter(|(column, _)| column.panel == panel);
        columns.filter_map(|(_, at)| *at).map(|at| located.cell(row, at))
    };
    let first = located.grid.rows[&row].values().next().map(|cell| plain(&cell.text())).unwrap_or_default();
    let numbered = NUMBERS.iter().any(|word| first.starts_with(word));
    let note = first.starts_with("注:") || first.starts_with("备注:") || first.starts_with("说明:");
    let blank = ours().all(|cell| cell.value == Value::Nothing);
    // 1, 2, 3 … under the header.
    let counts = || ours().map(|cell| cell.text()).filter(|text| !text.is_empty());
    let counted = row == located.below
        && counts().count() > 1
        && (1..)
            .zip(counts())
            .all(|(number, text): (usize, _)| text == number.to_string() || text == format!("第{number}列"));
    numbered || note || blank || counted || id.starts_with("注:")
}

/// A row of the sheet as a person would call it.
pub(super) fn name(columns: &[ColumnView], located: &Located<'_>, panel: usize, row: u32) -> String {
    let texts = columns.iter().zip(&located.columns);
    let texts = texts.filter(|(column, _)| column.panel == panel && column.align != Align::Right);
    let texts = texts.filter_map(|(_, at)| *at).map(|at| located.over(row, at).text());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

//! Where on a sheet a table stands: its header, its columns, its unit.

use std::collections::BTreeMap;

use super::{plain, spread};
use crate::derive::report::{ColumnView, Table};
use crate::load::workbook::sheets::{Cell, Grid, Value};

/// Rows among which title and header are looked for.
const SEARCHED: u32 = 20;
/// Words that titles of the same table have or lack.
const LEFT_OUT: [&str; 5] = ["部门", "单位", "预算", "年度", "附表"];

/// A table on a sheet.
pub(super) struct Located<'g> {
    pub(super) grid: &'g Grid,
    /// The header's first row.
    pub(super) head: u32,
    /// Its leftmost column.
    pub(super) left: u32,
    /// The first row below the header.
    pub(super) below: u32,
    /// The sheet's column of each of ours.
    pub(super) columns: Vec<Option<u32>>,
    /// Whether its amounts are in 万元; nothing if it does not say.
    pub(super) wan: Option<bool>,
    /// Cells of the rows that are merged over several of them: by column, first and last row.
    tall: BTreeMap<u32, BTreeMap<u32, u32>>,
}

static NOTHING: Cell = Cell { value: Value::Nothing, formula: false };

impl Located<'_> {
    /// The cell; an empty one says nothing.
    pub(super) fn cell(&self, row: u32, column: u32) -> &Cell {
        cell(self.grid, row, column).unwrap_or(&NOTHING)
    }

    /// The cell, or the one merged over several rows that it is part of, which speaks for each of them. Of one merged over
    /// columns the others say nothing, as the label of a total.
    pub(super) fn over(&self, row: u32, column: u32) -> &Cell {
        self.cell(self.first_row(row, column), column)
    }

    /// Whether the cell is part of one that begins above it.
    pub(super) fn is_below(&self, row: u32, column: u32) -> bool {
        self.first_row(row, column) < row
    }

    fn first_row(&self, row: u32, column: u32) -> u32 {
        let above = self.tall.get(&column).and_then(|areas| areas.range(..=row).next_back());
        above.filter(|(_, last)| **last >= row).map_or(row, |(first, _)| *first)
    }
}

fn cell(grid: &Grid, row: u32, column: u32) -> Option<&Cell> {
    grid.rows.get(&row)?.get(&column)
}

/// The table on this sheet, if the sheet has its title and at least one of its columns.
pub(super) fn locate<'g>(grid: &'g Grid, table: &Table, columns: &[ColumnView]) -> Option<Located<'g>> {
    let wanted = essence(&table.title);
    let top: Vec<u32> = grid.rows.keys().copied().filter(|row| *row < SEARCHED).collect();
    let (head, below) = band(grid, &top, columns)?;
    let above = || top.iter().filter(|row| **row < head).flat_map(|row| grid.rows[row].values());
    let titled = essence(&grid.name) == wanted || above().any(|cell| essence(&cell.text()) == wanted);
    if !titled {
        return None;
    }
    // 编制单位：… stands above tables too.
    let units = above().filter_map(|cell| wan(&plain(&cell.text()))).next();
    let columns = assign(&paths(grid, head, below), columns);
    let left = *grid.rows.get(&head)?.keys().next()?;
    let mut tall: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
    for (first, last, column, _) in grid.merged.iter().filter(|area| area.0 >= below && area.1 > area.0) {
        tall.entry(*column).or_default().insert(*first, *last);
    }
    columns.iter().any(Option::is_some).then_some(Located { grid, head, left, below, columns, wan: units, tall })
}

/// Whether `单位:万元` or `金额单位:元` says 万元; nothing if it says no unit of money.
fn wan(text: &str) -> Option<bool> {
    let (_, unit) = text.rsplit_once("单位:")?;
    match unit.trim_end_matches(')') {
        "元" | "人民币元" => Some(false),
        "万元" | "人民币万元" => Some(true),
        _ => None,
    }
}

/// What tells a table from others: its title without number, year, body and words that every title may have.
pub(super) fn essence(title: &str) -> String {
    let mut text = plain(title);
    for mark in ["附表", "表"] {
        let rest = text.strip_prefix(mark).map(|rest| {
            rest.trim_start_matches(|character: char| {
                character.is_ascii_digit() || ['-', '.', ':', '_', '—'].contains(&character)
            })
        });
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            text = rest.to_owned();
            break;
        }
    }
    if let Some((before, after)) = text.split_once('年')
        && before.len() >= 4
        && before.bytes().rev().take(4).all(|byte| byte.is_ascii_digit())
    {
        text = after.to_owned();
    }
    for word in LEFT_OUT {
        text = text.replace(word, "");
    }
    text
}

/// First row of the header and first row below it: rows that say our headers and no number.
fn band(grid: &Grid, top: &[u32], columns: &[ColumnView]) -> Option<(u32, u32)> {
    let headers: Vec<String> = columns.iter().flat_map(|column| &column.header).map(|text| plain(text)).collect();
    let hits = |row: u32| {
        let cells = grid.rows.get(&row).into_iter().flatten();
        cells.filter(|(_, cell)| headers.contains(&plain(&cell.text()))).count()
    };
    let number = |row: u32| grid.rows[&row].values().any(|cell| matches!(cell.value, Value::Number(_)));
    let head = top.iter().copied().find(|row| hits(*row) >= 2.min(headers.len()) && !number(*row))?;
    let mut below = head + 1;
    while below < head + 8 && grid.rows.contains_key(&below) && !number(below) {
        // A total may be called as a column is: its row has no second header.
        let covered = grid.merged.iter().any(|area| area.0 < below && area.1 >= below && area.0 >= head);
        if hits(below) < 2 && !(covered && hits(below) >= 1) {
            break;
        }
        below += 1;
    }
    Some((head, below))
}

/// The path of each column of the sheet through its header.
fn paths(grid: &Grid, head: u32, below: u32) -> Vec<(u32, Vec<String>)> {
    let last = (head..below).filter_map(|row| grid.rows.get(&row)?.keys().next_back().copied()).max().unwrap_or(0);
    let merged = grid.merged.iter().filter(|area| (head..below).contains(&area.0)).map(|area| area.3).max();
    let path = |column: u32| {
        let mut path: Vec<String> = Vec::new();
        for row in head..below {
            let (row, column) = spread(grid, row, column);
            let text = cell(grid, row, column).map(|cell| plain(&cell.text())).unwrap_or_default();
            if !text.is_empty() && path.last() != Some(&text) {
                path.push(text);
            }
        }
        path
    };
    // A header merged to the end of the sheet is still no more columns than a table has.
    let last = last.max(merged.unwrap_or(0)).min(200);
    (0..=last).map(|column| (column, path(column))).filter(|(_, path)| !path.is_empty()).collect()
}

/// The sheet's column of each of ours: the same leaf under the same headings, else the only one with the leaf.
fn assign(paths: &[(u32, Vec<String>)], columns: &[ColumnView]) -> Vec<Option<u32>> {
    let mut taken: Vec<u32> = Vec::new();
    let mut assigned = vec![None; columns.len()];
    for strict in [true, false] {
        for (index, column) in columns.iter().enumerate() {
            if assigned[index].is_some() {
                continue;
            }
            let ours: Vec<String> = column.header.iter().map(|text| plain(text)).collect();
            let free = |at: &u32| !taken.contains(at);
            let fits = |path: &[String]| {
                if strict { path.last() == ours.last() && is_within(&ours, path) } else { path.last() == ours.last() }
            };
            let mut found = paths.iter().filter(|(at, path)| free(at) && fits(path)).map(|(at, _)| *at);
            let first = found.next();
            if strict || found.next().is_none() {
                assigned[index] = first;
                taken.extend(first);
            }
        }
    }
    assigned
}

/// Whether all of `part` is in `whole`, in its order.
fn is_within(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|text| rest.any(|other| other == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_table_are_alike_and_of_two_are_not() {
        for (one, other) in [
            ("表1 收支总表", "部门收支总表"),
            ("收支总表", "2023年部门收支预算总表"),
            ("表3-1：部门（单位）支出总表", "（）支出总表"),
            ("附表4-5 一般公共预算支出表", "一般公共预算支出表"),
        ] {
            assert_eq!(essence(one), essence(other), "{one}");
        }
        assert_ne!(essence("收支总表"), essence("财政拨款收支总表"));
        assert_ne!(essence("一般公共预算支出表"), essence("一般公共预算基本支出表"));
    }
}

//! 系统表核对: the tables that the budget system exports against those that gongkai derives, cell by cell.
//!
//! A table is found by its title, a column by its header, a row by its code or name, wherever on a sheet they stand. So
//! a workbook with other columns between, with totals first or with rows for numbers of columns is read as well.
//! Amounts are exact: of two units the smaller is rounded to the larger, as it is for printing.

mod amounts;
mod rows;
mod sheet;

use std::path::Path;
use std::sync::Arc;

use self::amounts::Differ;
use self::rows::Matched;
use self::sheet::Located;
use super::tables::{HEAD, sheet_name};
use crate::derive::header;
use crate::derive::report::{Body, ColumnView, Report, Row, Table};
use crate::diagnostic::{Diagnostic, Place, code};
use crate::load::lines::table;
use crate::load::workbook::sheets::{Grid, reference};
use crate::reference::Align;

/// Most differences that are told.
const TOLD: usize = 1_000;

/// 核对结果。
#[derive(Debug, Default)]
pub struct Control {
    /// Differences, each at the system's cell and with ours; tables and columns that were not found.
    pub findings: Vec<Diagnostic>,
    /// Tables that were compared.
    pub tables: usize,
    /// Cells that were compared.
    pub cells: usize,
}

/// Compares the tables of a report, derived from the file `data`, with those of the file at `path`.
///
/// # Errors
/// The file is no workbook, or none of the tables is in it.
pub fn against(report: &Report, data: &str, path: &Path, bytes: &[u8]) -> Result<Control, Vec<Diagnostic>> {
    let name = path.display().to_string();
    let grids = table::read(&name, path, bytes)?;
    let mut control = Control::default();
    for table in &report.tables {
        let Body::Grid { columns, rows } = &table.body else { continue };
        let Some(located) = grids.iter().find_map(|grid| sheet::locate(grid, table, columns)) else {
            let message = format!("{name}：没有表{}《{}》，这张表没有核对", table.number, table.title);
            control.findings.push(Diagnostic::warning(code::CONTROL_TABLE, message));
            continue;
        };
        control.tables += 1;
        let view =
            View { file: Arc::from(name.as_str()), data: Arc::from(data), table, columns, rows, located: &located };
        view.compare(&mut control);
    }
    if control.tables == 0 {
        let message = format!("{name}：没有一张表与本单位的预算表同名");
        let sheets: Vec<&str> = grids.iter().map(|grid| grid.name.as_str()).take(20).collect();
        let hint = format!("核对是不是系统导出的预算表；其中的工作表：{}", sheets.join("、"));
        return Err(vec![Diagnostic::error(code::CONTROL_TABLE, message).hint(hint)]);
    }
    if control.findings.len() > TOLD {
        let left = control.findings.len() - TOLD;
        control.findings.truncate(TOLD);
        control.findings.push(Diagnostic::error(code::OMITTED, format!("另有 {left} 处不同没有列出")));
    }
    Ok(control)
}

/// One table in both views.
struct View<'a> {
    file: Arc<str>,
    data: Arc<str>,
    table: &'a Table,
    columns: &'a [ColumnView],
    rows: &'a [Row],
    located: &'a Located<'a>,
}

impl View<'_> {
    fn compare(&self, control: &mut Control) {
        for column in self.columns.iter().enumerate().filter(|(index, _)| self.located.columns[*index].is_none()) {
            let header = column.1.header.join("·");
            let message =
                format!("表{}《{}》的表头中没有“{header}”，这一栏没有核对", self.table.number, self.table.title);
            let place = self.theirs(self.located.head, self.located.left);
            control.findings.push(Diagnostic::warning(code::CONTROL_TABLE, message).at(place));
        }
        let panels = self.columns.iter().map(|column| column.panel + 1).max().unwrap_or(0);
        for panel in 0..panels {
            let Matched { pairs, only_ours, only_theirs } = rows::matched(self.columns, self.rows, self.located, panel);
            for (ours, theirs) in pairs {
                self.row(panel, ours, theirs, control);
            }
            for ours in only_ours {
                self.alone(panel, Some(ours), None, control);
            }
            for theirs in only_theirs {
                self.alone(panel, None, Some(theirs), control);
            }
        }
    }

    /// The columns of a panel that the sheet has too.
    fn shared(&self, panel: usize) -> impl Iterator<Item = (usize, u32, &ColumnView)> {
        let columns = self.columns.iter().enumerate().filter(move |(_, column)| column.panel == panel);
        columns.filter_map(|(index, column)| Some((index, self.located.columns[index]?, column)))
    }

    fn row(&self, panel: usize, ours: usize, theirs: u32, control: &mut Control) {
        for (index, at, column) in self.shared(panel) {
            control.cells += 1;
            let text = self.rows[ours].cells[index].as_str();
            let differ = if column.align == Align::Right {
                amounts::amounts(text, self.located.cell(theirs, at), self.table.unit.as_deref(), self.located.wan)
            } else {
                let cell = if text.is_empty() { self.located.cell(theirs, at) } else { self.located.over(theirs, at) };
                amounts::texts(text, cell, column)
            };
            let Some(differ) = differ else { continue };
            let message = format!(
                "表{}《{}》{}与推算不一致",
                self.table.number,
                self.table.title,
                self.named(ours, panel, Some(column))
            );
            let mut finding = Diagnostic::error(code::CONTROL_CELL, message)
                .at(self.theirs(theirs, at))
                .label(self.ours(ours, index), "由数据推算")
                .hint("两者必有一误：核对系统中的数据和数据文件，改正有误的一处".to_owned());
            if let Differ::Amounts(equation) = differ {
                finding.equation = Some(equation);
            }
            control.findings.push(finding);
        }
    }

    /// A row that only one of the two has, unless it says nothing.
    fn alone(&self, panel: usize, ours: Option<usize>, theirs: Option<u32>, control: &mut Control) {
        let amounts = || self.shared(panel).filter(|(.., column)| column.align == Align::Right);
        let finding = match (ours, theirs) {
            (Some(ours), _) => {
                let filled =
                    |(index, ..): &(usize, u32, &ColumnView)| amounts::is_filled(&self.rows[ours].cells[*index]);
                let Some((index, ..)) = amounts().find(filled) else { return };
                let row = self.named(ours, panel, None);
                let message = format!("系统的表{}《{}》没有{row}", self.table.number, self.table.title);
                Diagnostic::error(code::CONTROL_ROW, message)
                    .at(self.theirs(self.located.head, self.located.left))
                    .label(self.ours(ours, index), "由数据推算")
                    .hint("核对系统中是否漏了这一行，或数据文件中是否多了".to_owned())
            }
            (None, Some(theirs)) => {
                let filled =
                    |(_, at, _): &(usize, u32, &ColumnView)| amounts::is_filled(&self.located.cell(theirs, *at).text());
                let Some((_, at, _)) = amounts().find(filled) else { return };
                let row = rows::name(self.columns, self.located, panel, theirs);
                let message = format!("推算的表{}《{}》没有“{row}”这一行", self.table.number, self.table.title);
                Diagnostic::error(code::CONTROL_ROW, message)
                    .at(self.theirs(theirs, at))
                    .hint("核对数据文件中是否漏了这一行，或系统中是否多了".to_owned())
            }
            (None, None) => return,
        };
        control.findings.push(finding);
    }

    /// `“206 科学技术支出”行“基本支出”栏`.
    fn named(&self, row: usize, panel: usize, column: Option<&ColumnView>) -> String {
        let texts = self.columns.iter().zip(&self.rows[row].cells);
        let texts =
            texts.filter(|(column, text)| column.panel == panel && column.align != Align::Right && !text.is_empty());
        let row = texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        let row = if row.is_empty() { String::new() } else { format!("“{row}”行") };
        column.map_or_else(|| row.clone(), |column| format!("{row}“{}”栏", column.header.join("·")))
    }

    fn theirs(&self, row: u32, column: u32) -> Place {
        let cell = format!("{}!{}", self.located.grid.name, reference(row, column));
        Place::of_cell(Arc::clone(&self.file), Arc::from(cell), &self.located.cell(row, column).text())
    }

    /// The cell that `gongkai export -o` would write.
    fn ours(&self, row: usize, column: usize) -> Place {
        let depth = header::depth(self.columns);
        let at = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let cell = format!("{}!{}", sheet_name(self.table), reference(HEAD + at(depth + row), at(column)));
        let text = &self.rows[row].cells[column];
        Place::of_cell(Arc::clone(&self.data), Arc::from(cell), if text.is_empty() { "（空）" } else { text })
    }
}

/// All that a sheet's cell may be compared as.
fn plain(text: &str) -> String {
    let same = |character: char| match character {
        '（' => '(',
        '）' => ')',
        '“' | '”' | '"' | '＂' => '"',
        '，' => ',',
        '：' => ':',
        other => other,
    };
    text.chars().filter(|character| !character.is_whitespace()).map(same).collect()
}

/// Cells below and beside one another: what a merged cell says, every cell of it says.
fn spread(grid: &Grid, row: u32, column: u32) -> (u32, u32) {
    let within = |area: &&(u32, u32, u32, u32)| (area.0..=area.1).contains(&row) && (area.2..=area.3).contains(&column);
    grid.merged.iter().find(within).map_or((row, column), |area| (area.0, area.2))
}

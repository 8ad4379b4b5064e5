//! Sheets to data: rows to records, records to where they belong.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::{self, Member};
use super::sheets::{Cell, Grid, reference};
use super::spec::{KEY, Kind, Records, SHEETS, Sheet, owners, sheet};
use super::tree::{self, Node};
use super::values::{self, CellFault};
use crate::diagnostic::{Code, Diagnostic, Place, code, quoted};
use crate::load::suggest::nearest;
use crate::model::FORMAT;

/// The row of the headers, from 0; the one above says what the sheet is for.
pub const HEADERS: u32 = 1;
/// The header of the column that marks rows which are no data.
pub const MARK: &str = "备注";
/// What marks them.
pub const EXAMPLE: &str = "例";
/// How the names of a person's own sheets begin.
pub const OWN: &str = "附";
/// The headers of a form.
pub const FORM: [&str; 3] = ["项目", "填写内容", "说明"];

/// The data of the sheets, or all that is wrong with them.
pub(super) fn read(file: &str, grids: &[Grid]) -> Result<Node, Vec<Diagnostic>> {
    let nowhere: Arc<str> = Arc::from("");
    let mut reader = Reader { file: Arc::from(file), faults: Vec::new(), root: Node::map(&nowhere) };
    reader.root.add("format", Node::leaf(format!("\"{FORMAT}\""), &nowhere));
    for grid in grids {
        match sheet(&grid.name) {
            Some(found) => reader.merged(grid, found),
            None if grid.name.starts_with(OWN) => {}
            None => reader.unknown_sheet(grid),
        }
    }
    // Owners come before what they own, whatever the order of the sheets.
    for own in [true, false] {
        for found in SHEETS {
            let Some(grid) = grids.iter().find(|grid| grid.name == found.name) else { continue };
            match &found.kind {
                Kind::Form(paths) if own => reader.form(grid, paths),
                Kind::Records(records) if own == records.homes.iter().any(|home| home.owner.is_none()) => {
                    reader.records(grid, records);
                }
                _ => {}
            }
        }
    }
    if !grids.iter().any(|grid| sheet(&grid.name).is_some()) {
        reader.fault(
            "",
            code::SHEET,
            "没有一张工作表是预算数据的",
            "用 gongkai init 生成工作簿，在其中填写".to_owned(),
        );
    }
    reader.complete();
    if reader.faults.is_empty() { Ok(reader.root) } else { Err(reader.faults) }
}

struct Reader {
    file: Arc<str>,
    faults: Vec<Diagnostic>,
    root: Node,
}

/// The columns of a sheet of records, by position.
#[derive(Default)]
struct Layout {
    mark: Option<u32>,
    owner: Option<(u32, Member)>,
    columns: Vec<(u32, &'static str, Member)>,
    continued: Vec<(u32, &'static str, Member)>,
}

/// A header as it is compared: without white space, brackets alike.
fn plain(title: &str) -> String {
    title
        .chars()
        .filter(|character| !character.is_whitespace() && *character != '*')
        .map(|character| match character {
            '(' => '（',
            ')' => '）',
            ':' => '：',
            other => other,
        })
        .collect()
}

impl Reader {
    fn fault(&mut self, cell: &str, kind: Code, message: impl Into<String>, hint: String) {
        self.fault_in(cell, "", kind, message, hint);
    }

    fn fault_in(&mut self, cell: &str, text: &str, kind: Code, message: impl Into<String>, hint: String) {
        let place = (!cell.is_empty()).then(|| Place::of_cell(Arc::clone(&self.file), Arc::from(cell), text));
        self.faults.push(Diagnostic::error(kind, message).at(place).hint(hint));
    }

    fn unknown_sheet(&mut self, grid: &Grid) {
        if grid.rows.is_empty() {
            return;
        }
        let meant = nearest(&grid.name, SHEETS.iter().map(|sheet| sheet.name));
        let hint = match meant {
            Some(name) => format!("是否为“{name}”；自用的工作表，名称以“{OWN}”开头"),
            None => format!("删去，或把名称改为以“{OWN}”开头，程序就不读它"),
        };
        self.fault(&format!("{}!A1", grid.name), code::SHEET, format!("不认识的工作表{}", quoted(&grid.name)), hint);
    }

    /// Only the first of merged cells has a value: the others would be read as left out.
    fn merged(&mut self, grid: &Grid, found: &Sheet) {
        let data = if matches!(found.kind, Kind::Form(_)) { 0 } else { HEADERS };
        for (first, last, left, right) in &grid.merged {
            let (first, last) = (*first, *last);
            let within = last >= data && (first..=last).any(|row| grid.rows.contains_key(&row));
            if within {
                let cell = format!("{}!{}", grid.name, reference(first, *left));
                let to = reference(last, *right);
                self.fault(
                    &cell,
                    code::CELL,
                    format!("单元格 {} 到 {to} 合并了", reference(first, *left)),
                    "取消合并，逐格填写".to_owned(),
                );
            }
        }
    }

    fn literal(&mut self, grid: &Grid, row: u32, column: u32, cell: &Cell, member: &Member) -> Option<Node> {
        let at = format!("{}!{}", grid.name, reference(row, column));
        match values::literal(&cell.value, &member.holds, &member.title) {
            Ok(literal) => Some(Node::leaf(literal, &Arc::from(at))),
            Err(fault) => {
                self.cell_fault(&at, cell, &fault);
                None
            }
        }
    }

    fn cell_fault(&mut self, at: &str, cell: &Cell, fault: &CellFault) {
        self.fault_in(at, &cell.text(), code::CELL, fault.to_string(), fault.hint().to_owned());
    }

    fn form(&mut self, grid: &Grid, paths: &[&'static str]) {
        let members: Vec<(&str, Member)> = paths.iter().map(|path| (*path, columns::of_root(path))).collect();
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for (row, cells) in grid.rows.iter().filter(|(row, _)| **row > HEADERS) {
            let (Some(label), value) = (cells.get(&0), cells.get(&1)) else {
                if let Some(value) = cells.get(&1) {
                    let at = format!("{}!{}", grid.name, reference(*row, 1));
                    self.fault_in(
                        &at,
                        &value.text(),
                        code::HEADER,
                        "这一行没有项目名称",
                        format!("在第一栏写明项目，或删去{}", quoted(&value.text())),
                    );
                }
                continue;
            };
            let name = plain(&label.text());
            let Some((path, member)) = members.iter().find(|(_, member)| plain(&member.title) == name) else {
                let at = format!("{}!{}", grid.name, reference(*row, 0));
                let known = members.iter().map(|(_, member)| member.title.as_str());
                let hint = nearest(&name, known.clone()).map_or_else(
                    || format!("这张表的项目：{}", known.collect::<Vec<_>>().join("、")),
                    |meant| format!("是否为“{meant}”"),
                );
                self.fault_in(&at, &label.text(), code::HEADER, format!("不认识的项目{}", quoted(&label.text())), hint);
                continue;
            };
            if let Some(first) = seen.insert(path, *row) {
                let at = format!("{}!{}", grid.name, reference(*row, 0));
                self.fault_in(
                    &at,
                    &label.text(),
                    code::HEADER,
                    format!("“{}”写了两次", member.title),
                    format!("第 {} 行已有；删去一行", first + 1),
                );
                continue;
            }
            let Some(value) = value else { continue };
            if let Some(node) = self.literal(grid, *row, 1, value, member) {
                let cell = Arc::clone(&node.cell);
                *self.root.at(path, &cell) = node;
            }
        }
    }

    fn layout(&mut self, grid: &Grid, records: &Records) -> Option<Layout> {
        let mut layout = Layout::default();
        let home = records.homes[0];
        let owner = records.homes.iter().find_map(|home| home.owner).map(columns::of_owner);
        let of_records: Vec<_> = records.columns.iter().map(|path| (*path, columns::of_record(home, path))).collect();
        let of_list: Vec<_> = records
            .continued
            .iter()
            .flat_map(|(list, paths)| paths.iter().map(|path| (*path, columns::of_continued(home, list, path))))
            .collect();
        let mut known: Vec<String> = vec![MARK.to_owned()];
        known.extend(
            owner.iter().chain(of_records.iter().chain(&of_list).map(|(_, member)| member)).map(|of| of.title.clone()),
        );
        let headers = grid.rows.get(&HEADERS)?;
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for (column, cell) in headers {
            let name = plain(&cell.text());
            let at = format!("{}!{}", grid.name, reference(HEADERS, *column));
            if let Some(first) = seen.insert(name.clone(), *column) {
                let message = format!("表头{}写了两次", quoted(&cell.text()));
                self.fault_in(
                    &at,
                    &cell.text(),
                    code::HEADER,
                    message,
                    format!("{} 已有；删去一栏", reference(HEADERS, first)),
                );
                continue;
            }
            let is = |member: &Member| plain(&member.title) == name;
            if name == MARK {
                layout.mark = Some(*column);
            } else if let Some(member) = owner.as_ref().filter(|member| is(member)) {
                layout.owner = Some((*column, member.clone()));
            } else if let Some((path, member)) = of_records.iter().find(|(_, member)| is(member)) {
                layout.columns.push((*column, path, member.clone()));
            } else if let Some((path, member)) = of_list.iter().find(|(_, member)| is(member)) {
                layout.continued.push((*column, path, member.clone()));
            } else {
                let hint = nearest(&name, known.iter().map(String::as_str))
                    .map_or_else(|| format!("这张表的栏目：{}", known.join("、")), |meant| format!("是否为“{meant}”"));
                self.fault_in(&at, &cell.text(), code::HEADER, format!("不认识的表头{}", quoted(&cell.text())), hint);
            }
        }
        Some(layout)
    }

    fn records(&mut self, grid: &Grid, records: &Records) {
        let data: Vec<u32> = grid.rows.keys().copied().filter(|row| *row > HEADERS).collect();
        let Some(layout) = self.layout(grid, records) else {
            if let Some(row) = data.first() {
                let at = format!("{}!{}", grid.name, reference(*row, 0));
                self.fault(
                    &at,
                    code::HEADER,
                    format!("第 {} 行没有表头", HEADERS + 1),
                    "表头在第 2 行，用 gongkai init 生成的工作簿中已写好".to_owned(),
                );
            }
            return;
        };
        let mut pending: Option<(Option<String>, Arc<str>, Node)> = None;
        for row in data {
            let cells = &grid.rows[&row];
            let marked = layout.mark.and_then(|column| cells.get(&column)).is_some_and(|cell| cell.text() == EXAMPLE);
            if marked {
                continue;
            }
            let first = cells.keys().next().copied().unwrap_or_default();
            let row_cell: Arc<str> = Arc::from(format!("{}!{}", grid.name, reference(row, first)));
            self.strays(grid, row);
            let owner = match &layout.owner {
                Some((column, member)) => {
                    cells.get(column).and_then(|cell| self.literal(grid, row, *column, cell, member))
                }
                None => None,
            };
            let mut record = Node::map(&row_cell);
            let mut filled = owner.is_some();
            let mut key = None;
            for (column, path, member) in &layout.columns {
                let Some(node) = cells.get(column).and_then(|cell| self.literal(grid, row, *column, cell, member))
                else {
                    continue;
                };
                filled = true;
                if *path == KEY {
                    key = Some(node);
                } else {
                    let cell = Arc::clone(&node.cell);
                    *record.at(path, &cell) = node;
                }
            }
            let mut element = Node::map(&row_cell);
            let mut continues = false;
            for (column, path, member) in &layout.continued {
                let Some(node) = cells.get(column).and_then(|cell| self.literal(grid, row, *column, cell, member))
                else {
                    continue;
                };
                continues = true;
                let cell = Arc::clone(&node.cell);
                *element.at(path, &cell) = node;
            }
            if !filled && !continues {
                continue;
            }
            if let (false, true, Some((_, _, before)), Some((list, _))) =
                (filled, continues, &mut pending, records.continued)
            {
                before.member(list, || Node::list(&row_cell)).push(element);
                continue;
            }
            if let Some((owner, cell, record)) = pending.take() {
                self.place(grid, records, owner, &cell, record, None);
            }
            if let Some((list, _)) = records.continued.filter(|_| continues) {
                record.member(list, || Node::list(&row_cell)).push(element);
            }
            let owner = owner.and_then(|node| match node.kind {
                tree::Kind::Leaf(literal) => Some(literal),
                _ => None,
            });
            if records.continued.is_some() {
                pending = Some((owner, row_cell, record));
            } else {
                self.place(grid, records, owner, &row_cell, record, key);
            }
        }
        if let Some((owner, cell, record)) = pending {
            self.place(grid, records, owner, &cell, record, None);
        }
    }

    /// Values under no header.
    fn strays(&mut self, grid: &Grid, row: u32) {
        let headers = &grid.rows[&HEADERS];
        let strays: Vec<(u32, String)> = grid.rows[&row]
            .iter()
            .filter(|(column, _)| !headers.contains_key(column))
            .map(|(column, cell)| (*column, cell.text()))
            .collect();
        for (column, text) in strays {
            let at = format!("{}!{}", grid.name, reference(row, column));
            self.fault_in(&at, &text, code::HEADER, "这一格没有表头", "写明表头，或删去这一格".to_owned());
        }
    }

    fn place(
        &mut self,
        grid: &Grid,
        records: &Records,
        owner: Option<String>,
        cell: &Arc<str>,
        record: Node,
        key: Option<Node>,
    ) {
        let home = match &owner {
            None => records.homes.iter().find(|home| home.owner.is_none()),
            Some(_) => records.homes.iter().find(|home| home.owner.is_some()),
        };
        let Some(home) = home.copied() else {
            let title = records.homes[0].owner.map(columns::of_owner).map(|member| member.title).unwrap_or_default();
            return self.fault(cell, code::OWNER, format!("没有填写{title}"), format!("填写{title}"));
        };
        let is_map = columns::is_map(home);
        let found = match (home.owner, owner) {
            (Some(of), Some(literal)) => {
                let elements = self.root.elements(of.list);
                elements.iter_mut().find(|element| element.literal(of.key) == Some(literal.as_str()))
            }
            _ => Some(&mut self.root),
        };
        let Some(found) = found else {
            let of = home.owner.map(columns::of_owner).map(|member| member.title).unwrap_or_default();
            let sheet = home.owner.map_or("", owners);
            return self.fault(
                cell,
                code::OWNER,
                format!("“{sheet}”中没有这个{of}"),
                format!("核对{of}，或在“{sheet}”中补上一行"),
            );
        };
        let held = found.at(home.member, cell);
        if is_map {
            let Some(Node { kind: tree::Kind::Leaf(literal), .. }) = key else {
                let title = columns::of_record(home, KEY).title;
                return self.fault(
                    cell,
                    code::OWNER,
                    format!("没有填写{title}"),
                    format!("在“{}”的这一行填写{title}", grid.name),
                );
            };
            let name = serde_json::from_str::<String>(&literal).unwrap_or(literal);
            held.add(&name, record);
        } else {
            if !matches!(held.kind, tree::Kind::List(_)) {
                *held = Node::list(cell);
            }
            held.push(record);
        }
    }

    /// Members that the data format wants although a workbook has nothing to say of them.
    fn complete(&mut self) {
        let nowhere: Arc<str> = Arc::from("");
        for name in ["duties", "units", "lines"] {
            self.root.member(name, || Node::list(&nowhere));
        }
        if self.root.has("state_assets") {
            let assets = self.root.member("state_assets", || Node::map(&nowhere));
            let cell = Arc::clone(&assets.cell);
            assets.member("vehicles", || Node::map(&cell));
        }
        for project in self.root.elements("projects") {
            let cell = Arc::clone(&project.cell);
            project.member("lines", || Node::list(&cell));
            if project.has("plan") {
                project.at("plan", &cell).member("indicators", || Node::list(&cell));
            }
        }
    }
}

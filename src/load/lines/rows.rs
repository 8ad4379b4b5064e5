//! Rows of the list to lines.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::Row;
use super::mapping::{Category, Mapping};
use crate::diagnostic::{Code, Diagnostic, Place, code, quoted};
use crate::load::workbook::columns::Holds;
use crate::load::workbook::sheets::{Cell, Grid, Value, reference};
use crate::load::workbook::values;
use crate::model::{Amount, EconomicCode, FunctionCode, ProjectCategory};

/// Rows among which the headers are looked for: titles and units stand above them.
const SEARCHED: usize = 20;
/// Columns that a list must have.
const NEEDED: [(&str, &str); 4] =
    [("function", "支出功能分类"), ("economic", "部门预算支出经济分类"), ("fund", "资金性质"), ("amount", "金额")];
/// Words of rows that add others up.
const TOTALS: [&str; 5] = ["合计", "小计", "总计", "累计", "共计"];
/// Most faults that are told.
const TOLD: usize = 1_000;

/// Columns by what they hold: position, and how near the front of its names the header stands.
type Columns = BTreeMap<String, (u32, usize)>;

struct Reader<'a> {
    file: Arc<str>,
    grid: &'a Grid,
    mapping: &'a Mapping,
    columns: Columns,
    /// Amounts in 万元.
    wan: bool,
    faults: Vec<Diagnostic>,
}

/// The lines of the sheet that has them, and how many rows of totals it has.
pub(super) fn read(file: &str, grids: &[Grid], mapping: &Mapping) -> Result<(Vec<Row>, usize), Vec<Diagnostic>> {
    let found = grids.iter().find_map(|grid| headers(grid, mapping).map(|found| (grid, found)));
    let Some((grid, (row, columns))) = found else {
        let lacking = missing(grids, mapping);
        let message = format!("{file}：没有找到预算明细的表头，缺少：{}", lacking.join("、"));
        let hint = "在前 20 行中应有一行表头；表头与程序所知不同的，用 --mapping 对应表.toml 写明".to_owned();
        return Err(vec![Diagnostic::error(code::HEADER, message).hint(hint)]);
    };
    let header =
        columns.get("amount").and_then(|(column, _)| grid.rows[&row].get(column)).map(Cell::text).unwrap_or_default();
    // A unit in the header says more than one that is stated for all.
    let wan = header.contains('万') || !header.contains('元') && mapping.amount_unit.as_deref() == Some("万元");
    let mut reader = Reader { file: Arc::from(file), grid, mapping, columns, wan, faults: Vec::new() };
    let (mut rows, mut totals) = (Vec::new(), 0);
    let merged = merged_values(grid, row);
    for at in grid.rows.keys().copied().filter(|at| *at > row) {
        if reader.faults.len() >= TOLD {
            break;
        }
        match reader.row(at, &merged) {
            Some(Some(row)) => rows.push(row),
            Some(None) => totals += 1,
            None => {}
        }
    }
    if reader.faults.is_empty() { Ok((rows, totals)) } else { Err(reader.faults) }
}

/// The row of headers with its columns: the first that has all that are needed.
fn headers(grid: &Grid, mapping: &Mapping) -> Option<(u32, Columns)> {
    grid.rows.iter().take(SEARCHED).find_map(|(row, cells)| {
        let columns = columns(cells, mapping);
        NEEDED.iter().all(|(name, _)| columns.contains_key(*name)).then_some((*row, columns))
    })
}

fn columns(cells: &BTreeMap<u32, Cell>, mapping: &Mapping) -> Columns {
    let mut columns = Columns::new();
    for (column, cell) in cells {
        let Some((name, at)) = mapping.holds(&cell.text()) else { continue };
        // Of two columns of one meaning the one with the better known name: a code before a name.
        if columns.get(name).is_none_or(|(_, before)| at < *before) {
            columns.insert(name.to_owned(), (*column, at));
        }
    }
    columns
}

/// What the best row lacks.
fn missing(grids: &[Grid], mapping: &Mapping) -> Vec<&'static str> {
    let lacking = |cells: &BTreeMap<u32, Cell>| -> Vec<&'static str> {
        let columns = columns(cells, mapping);
        NEEDED.iter().filter(|(name, _)| !columns.contains_key(*name)).map(|(_, title)| *title).collect()
    };
    let all = grids.iter().flat_map(|grid| grid.rows.values().take(SEARCHED)).map(lacking);
    all.min_by_key(Vec::len).unwrap_or_else(|| NEEDED.iter().map(|(_, title)| *title).collect())
}

/// The cells that merged ones below stand for.
fn merged_values(grid: &Grid, headers: u32) -> BTreeMap<(u32, u32), (u32, u32)> {
    let mut stand_for = BTreeMap::new();
    for (first, last, left, right) in grid.merged.iter().filter(|(first, ..)| *first > headers) {
        // A row over several columns is a heading within the list.
        if left == right {
            stand_for.extend((*first + 1..=*last).map(|row| ((row, *left), (*first, *left))));
        }
    }
    stand_for
}

/// The digits of a code that may stand before its name: `2010301 行政运行`.
fn digits(text: &str) -> String {
    let half = values::half_width(text);
    half.trim_start_matches(['[', '（', '(']).chars().take_while(char::is_ascii_digit).collect()
}

impl Reader<'_> {
    fn place(&self, row: u32, column: u32, said: &str) -> Place {
        let sheet = if self.grid.name.is_empty() { "第1张" } else { &self.grid.name };
        Place::of_cell(Arc::clone(&self.file), Arc::from(format!("{sheet}!{}", reference(row, column))), said)
    }

    fn fault(&mut self, row: u32, column: u32, said: &str, kind: Code, message: String, hint: &str) {
        let place = self.place(row, column, said);
        self.faults.push(Diagnostic::error(kind, message).at(place).hint(hint.to_owned()));
    }

    /// A cell by what it holds, with where it stands; a merged one has the value of its first.
    fn cell(&self, row: u32, name: &str, merged: &BTreeMap<(u32, u32), (u32, u32)>) -> Option<(u32, &Cell)> {
        let (column, _) = *self.columns.get(name)?;
        // An amount that stands for several rows would be counted as often.
        let at = if name == "amount" { (row, column) } else { *merged.get(&(row, column)).unwrap_or(&(row, column)) };
        self.grid.rows.get(&at.0)?.get(&at.1).map(|cell| (column, cell))
    }

    /// A line; `Some(None)` for a row of totals, nothing for a row that says nothing.
    fn row(&mut self, row: u32, merged: &BTreeMap<(u32, u32), (u32, u32)>) -> Option<Option<Row>> {
        let cells = &self.grid.rows[&row];
        let has = |name: &str| self.cell(row, name, merged).is_some();
        let has_government = has("government_economic");
        let said: Vec<String> =
            cells.values().filter(|cell| matches!(cell.value, Value::Text(_))).map(Cell::text).collect();
        let adds_up = said.iter().any(|text| {
            let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
            TOTALS.iter().any(|word| text == *word || text.starts_with(word) || text.ends_with(word))
        });
        if adds_up && !(has("function") && has("economic")) {
            return Some(None);
        }
        if !has("amount") && !has("function") && !has("economic") {
            // A heading within the list, a note below it.
            return None;
        }
        let before = self.faults.len();
        let function =
            self.code(row, "function", merged, |text| text.parse::<FunctionCode>().map_err(|error| error.to_string()));
        let economic =
            self.code(row, "economic", merged, |text| text.parse::<EconomicCode>().map_err(|error| error.to_string()));
        let government = if has_government {
            self.code(row, "government_economic", merged, |text| {
                text.parse::<EconomicCode>().map_err(|error| error.to_string())
            })
        } else {
            None
        };
        let unit = match self.cell(row, "unit", merged).map(|(column, cell)| (column, cell.text())) {
            None => None,
            Some((column, said)) => {
                let code = digits(&said);
                let parsed = code.parse();
                if parsed.is_err() {
                    self.fault(
                        row,
                        column,
                        &said,
                        code::CELL,
                        format!("单位代码{}不正确", quoted(&said)),
                        "应为数字编码",
                    );
                }
                parsed.ok()
            }
        };
        let fund = self.fund(row, merged);
        let amount = self.amount(row, merged);
        let carried_over = self.cell(row, "carried_over", merged).is_some_and(|(_, cell)| {
            matches!(cell.text().as_str(), "是" | "1" | "true" | "TRUE" | "Y")
                || matches!(cell.value, Value::Boolean(true))
        });
        let project = self.project(row, merged);
        if self.faults.len() > before {
            return None;
        }
        Some(Some(Row {
            unit,
            function: function?,
            economic: economic?,
            government_economic: government,
            fund: fund?,
            carried_over,
            amount: amount?,
            project,
        }))
    }

    fn code<T>(
        &mut self,
        row: u32,
        name: &str,
        merged: &BTreeMap<(u32, u32), (u32, u32)>,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let title =
            NEEDED.iter().find(|(of, _)| *of == name).map_or("政府预算支出经济分类", |(_, title)| *title);
        let Some((column, said)) = self.cell(row, name, merged).map(|(column, cell)| (column, cell.text())) else {
            let column = self.columns.get(name).map_or(0, |(column, _)| *column);
            self.fault(row, column, "", code::CELL, format!("没有填写{title}"), "补上编码；合计行应写明“合计”");
            return None;
        };
        match parse(&digits(&said)) {
            Ok(code) => Some(code),
            Err(error) => {
                self.fault(
                    row,
                    column,
                    &said,
                    code::CELL,
                    format!("{title}{}不正确：{error}", quoted(&said)),
                    "核对编码的位数",
                );
                None
            }
        }
    }

    fn fund(&mut self, row: u32, merged: &BTreeMap<(u32, u32), (u32, u32)>) -> Option<crate::model::Fund> {
        let Some((column, said)) = self.cell(row, "fund", merged).map(|(column, cell)| (column, cell.text())) else {
            let column = self.columns.get("fund").map_or(0, |(column, _)| *column);
            self.fault(row, column, "", code::CELL, "没有填写资金性质".to_owned(), "补上资金性质");
            return None;
        };
        let found = self.mapping.fund(said.trim());
        if found.is_none() {
            let message = format!("不认识的资金性质{}", quoted(&said));
            self.fault(row, column, &said, code::CELL, message, "在对应表（--mapping）的 [funds] 中写明");
        }
        found
    }

    fn amount(&mut self, row: u32, merged: &BTreeMap<(u32, u32), (u32, u32)>) -> Option<Amount> {
        let column = self.columns.get("amount").map_or(0, |(column, _)| *column);
        if merged.contains_key(&(row, column)) {
            self.fault(row, column, "", code::CELL, "金额的单元格合并了".to_owned(), "取消合并，逐行填写金额");
            return None;
        }
        let Some((column, cell)) = self.cell(row, "amount", merged) else {
            self.fault(row, column, "", code::CELL, "没有填写金额".to_owned(), "补上金额，没有的填 0");
            return None;
        };
        let said = cell.text();
        let literal =
            match values::literal(&cell.value, if self.wan { &Holds::Quantity } else { &Holds::Amount }, "金额") {
                Ok(literal) => literal,
                Err(fault) => {
                    self.fault(row, column, &said, code::CELL, fault.to_string(), fault.hint());
                    return None;
                }
            };
        let digits = literal.trim_matches('"');
        let digits = digits.strip_suffix('元').unwrap_or(digits);
        let yuan = if self.wan {
            let product = digits.parse::<Decimal>().ok().and_then(|wan| wan.checked_mul(Decimal::from(10_000)));
            product.map(|yuan| yuan.normalize().to_string())
        } else {
            Some(digits.to_owned())
        };
        match yuan.as_deref().unwrap_or(digits).parse::<Amount>() {
            Ok(amount) => Some(amount),
            Err(error) => {
                self.fault(row, column, &said, code::CELL, format!("金额{}不正确：{error}", quoted(&said)), "核对金额");
                None
            }
        }
    }

    /// The project of a line; none of 人员类 and 公用经费类, which the system also calls projects.
    fn project(
        &mut self,
        row: u32,
        merged: &BTreeMap<(u32, u32), (u32, u32)>,
    ) -> Option<(String, String, ProjectCategory)> {
        let said = |name: &str| self.cell(row, name, merged).map(|(column, cell)| (column, cell.text()));
        let (_, code) = said("project")?;
        let name = said("project_name").map_or_else(|| code.clone(), |(_, name)| name);
        let Some((column, category)) = said("category") else {
            return Some((code, name, ProjectCategory::SpecificTarget));
        };
        match self.mapping.category(category.trim()) {
            Some(Category::Basic) => None,
            Some(Category::SpecificTarget) => Some((code, name, ProjectCategory::SpecificTarget)),
            Some(Category::OtherOperating) => Some((code, name, ProjectCategory::OtherOperating)),
            None => {
                let message = format!("不认识的项目类别{}", quoted(&category));
                self.fault(row, column, &category, code::CELL, message, "在对应表（--mapping）的 [categories] 中写明");
                None
            }
        }
    }
}

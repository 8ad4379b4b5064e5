//! 预算明细 exported by the 预算管理一体化 system: a list of lines, from a workbook or a CSV file.
//!
//! What is a line, what a total of theirs, and which column says what is decided here and by a mapping that a person can change;
//! a cell that cannot be read for certain is refused with its place, never guessed.

mod mapping;
mod rows;
pub(crate) mod table;

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;

pub use self::mapping::{Mapping, MappingError};
use crate::diagnostic::Diagnostic;
use crate::model::{Amount, EconomicCode, FunctionCode, Fund, Line, ProjectCategory, UnitCode};

/// 导入的预算明细。
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// 基本支出.
    pub lines: Vec<Line>,
    /// 项目 by code, in the order of their first line.
    pub projects: Vec<ImportedProject>,
    /// Rows of totals that were left out.
    pub totals: usize,
}

/// A project of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedProject {
    /// 项目代码。
    pub code: String,
    /// 项目名称, the code where the list has none.
    pub name: String,
    /// 项目类别; 特定目标类 where the list does not say.
    pub category: ProjectCategory,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Imported {
    /// Sum of all lines, in 元.
    #[must_use]
    pub fn total(&self) -> Decimal {
        let lines = self.lines.iter().chain(self.projects.iter().flat_map(|project| &project.lines));
        lines.map(|line| line.amount.yuan()).sum()
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lines.len() + self.projects.iter().map(|project| project.lines.len()).sum::<usize>()
    }
}

/// What one row says.
struct Row {
    unit: Option<UnitCode>,
    function: FunctionCode,
    economic: EconomicCode,
    government_economic: Option<EconomicCode>,
    fund: Fund,
    carried_over: bool,
    amount: Amount,
    project: Option<(String, String, ProjectCategory)>,
}

/// Reads a list of lines.
///
/// # Errors
/// Everything that is wrong with it, each with its cell.
pub fn read(path: &Path, bytes: &[u8], mapping: &Mapping) -> Result<Imported, Vec<Diagnostic>> {
    let name = path.display().to_string();
    let table = table::read(&name, path, bytes)?;
    let (rows, totals) = rows::read(&name, &table, mapping)?;
    let mut imported = Imported { totals, ..Imported::default() };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let line = Line {
            unit: row.unit,
            function: row.function,
            economic: row.economic,
            government_economic: row.government_economic,
            fund: row.fund,
            carried_over: row.carried_over,
            nature: None,
            origin: Default::default(),
            counterparty: None,
            amount: row.amount,
        };
        match row.project {
            None => imported.lines.push(line),
            Some((code, name, category)) => {
                let at = *places.entry(code.clone()).or_insert_with(|| {
                    imported.projects.push(ImportedProject { code, name, category, lines: Vec::new() });
                    imported.projects.len() - 1
                });
                imported.projects[at].lines.push(line);
            }
        }
    }
    Ok(imported)
}

#[cfg(test)]
mod tests;

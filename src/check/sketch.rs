//! What the rules of a batch need of one file, so that a batch need not hold its files.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::facts::Facts;
use crate::model::{Basis, Pointer, PreviousFigures, Scope};

/// Shorter texts may agree by chance.
const LONG_TEXT: usize = 20;

/// A text or a list by its hash: equal ones are the same.
pub(super) type Sum = [u8; 32];

/// 概要。One file of a batch: some kilobytes, whatever the size of the file.
#[derive(Debug, Clone)]
pub struct Sketch {
    /// The file's name.
    pub file: String,
    pub(super) region: String,
    pub(super) year: u16,
    pub(super) scope: Scope,
    /// 部门代码.
    pub(super) code: String,
    /// 部门简称.
    pub(super) name: String,
    /// 部门全称.
    pub(super) full_name: String,
    /// 单位代码, in the order of the file.
    pub(super) units: Vec<String>,
    /// How many lines enter the ledger, and what they are in any order.
    pub(super) lines: (usize, Sum),
    /// Long texts that every department writes for itself.
    pub(super) texts: Vec<SketchedText>,
    /// The figures of the year before that are stated as 年初预算数, and where.
    pub(super) last_year: Option<(usize, PreviousFigures)>,
    /// This year's figures as next year's file will compare itself with them; see [`compared_with`].
    pub(super) figures: Option<PreviousFigures>,
}

/// A long text.
#[derive(Debug, Clone)]
pub(super) struct SketchedText {
    pub(super) sum: Sum,
    /// Its first characters.
    pub(super) beginning: String,
    pub(super) pointer: Pointer,
}

impl Sketch {
    /// The sketch of the file with these facts.
    #[must_use]
    pub fn new(file: &str, facts: &Facts<'_>) -> Self {
        let disclosure = facts.disclosure;
        let last = disclosure.year.0 - 1;
        let stated = disclosure.previous_years.iter().position(|previous| previous.year.0 == last);
        let stated = stated.map(|index| (index, &disclosure.previous_years[index]));
        let texts = facts.texts.iter().filter(|text| is_own_text(text.pointer.as_str()));
        let texts = texts.filter(|text| text.text.chars().count() >= LONG_TEXT).map(|text| SketchedText {
            sum: Sha256::digest(text.text).into(),
            beginning: text.text.chars().take(LONG_TEXT).collect(),
            pointer: text.pointer.clone(),
        });
        Self {
            file: file.to_owned(),
            region: disclosure.region.clone(),
            year: disclosure.year.0,
            scope: disclosure.scope.clone(),
            code: disclosure.agency.code.as_str().to_owned(),
            name: disclosure.agency.name.clone(),
            full_name: disclosure.agency.full_name.clone(),
            units: disclosure.units.iter().map(|unit| unit.code.as_str().to_owned()).collect(),
            lines: lines(facts),
            texts: texts.collect(),
            last_year: stated
                .filter(|(_, previous)| previous.basis == Basis::Budget)
                .map(|(index, previous)| (index, previous.figures.clone())),
            figures: None,
        }
    }

    /// Adds what the file of the year after is compared with.
    pub fn add_figures(&mut self, facts: &Facts<'_>) {
        self.figures = facts.figures().cloned();
    }

    /// Region, 部门代码 and year of a department's file.
    pub(super) fn department(&self) -> Option<(&str, &str, u16)> {
        (self.scope == Scope::Department).then_some((&self.region, &self.code, self.year))
    }
}

/// The sketches, by index, whose own figures another of them is compared with: they cost a derivation each.
#[must_use]
pub fn compared_with(sketches: &[Sketch]) -> Vec<usize> {
    let stating = sketches.iter().filter(|sketch| sketch.last_year.is_some());
    let wanted: BTreeSet<_> =
        stating.filter_map(Sketch::department).map(|(region, code, year)| (region, code, year - 1)).collect();
    let is_wanted = |sketch: &Sketch| sketch.department().is_some_and(|department| wanted.contains(&department));
    (0..sketches.len()).filter(|index| is_wanted(&sketches[*index])).collect()
}

/// What makes two lines the same: 功能分类, 经济分类, 资金, whether of a project, 金额.
fn lines(facts: &Facts<'_>) -> (usize, Sum) {
    let entries = &facts.ledger.entries;
    let mut lines: Vec<_> = entries
        .iter()
        .map(|entry| {
            (entry.function.as_str(), entry.economic.as_str(), entry.fund, entry.project.is_some(), entry.amount)
        })
        .collect();
    lines.sort_unstable();
    let mut hasher = Sha256::new();
    for (function, economic, fund, project, amount) in lines {
        // Normalized: 1.0 and 1.00 are one amount. Codes are digits, so nothing moves over a separator.
        hasher.update(format!("{function}|{economic}|{fund:?}|{project}|{}\n", amount.normalize()));
    }
    (entries.len(), hasher.finalize().into())
}

/// What every department writes for itself; 依据, 职能 and 名词解释 may be common.
fn is_own_text(pointer: &str) -> bool {
    let plan = pointer.starts_with("projects");
    pointer.starts_with("reasons")
        || pointer.starts_with("performance.last_year_results") && pointer.ends_with("result")
        || pointer == "performance.annual_goal"
        || plan && (pointer.ends_with(".use") || pointer.ends_with(".annual_goal"))
}

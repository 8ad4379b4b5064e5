//! Level 2: the printed figures that changed, matched by what they are.

use rust_decimal::Decimal;

use super::printed::root;
use super::tree::{self, Leaf};
use crate::derive::report::Report;
use crate::model::TableKind;

/// 公开文本的一部分。
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Cover and file name: publisher, year, date.
    Cover,
    /// 概况。
    Overview,
    /// 预算情况说明。
    Narrative,
    /// 名词解释。
    Glossary,
}

impl Part {
    /// What [`Heading::part`](crate::typeset::layout::Heading::part) says of it; nothing of what stands all over the document.
    #[must_use]
    pub fn content(self) -> Option<&'static str> {
        match self {
            Self::Cover => None,
            Self::Overview => Some("overview"),
            Self::Narrative => Some("narrative"),
            Self::Glossary => Some("glossary"),
        }
    }
}

/// Where a figure or text is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Site {
    /// A cell of a table.
    Cell {
        /// 表的种类。
        kind: TableKind,
        /// 表号 in the new document, or in the old one if the new one lacks it.
        number: u32,
        /// 表名。
        title: String,
        /// What the row is called: its code and name.
        row: String,
        /// The path of the column's header.
        column: String,
    },
    /// A form of 绩效目标, or what stands above or below a table.
    Form {
        /// 表的种类。
        kind: TableKind,
        /// 表号。
        number: u32,
        /// 表名。
        title: String,
        /// 项目名称 of a project's form.
        name: Option<String>,
    },
    /// A sentence of a part; its heading is known from the pages.
    Prose(Part),
}

/// The id of a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// The figure is marked itself.
    Own(String),
    /// Another figure of the same clause or section is.
    Beside(String),
}

/// 公开文本中的一处数字或文字。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// As printed.
    pub text: String,
    /// The number, if it is one.
    pub number: Option<Decimal>,
    /// Where.
    pub site: Site,
    /// The mark that stands at it on the pages, of a figure in prose, or beside it: of a figure of the same clause.
    pub(super) mark: Option<Mark>,
    /// Place in the report, for the order of changes.
    pub(super) order: usize,
}

/// 变化的数字或文字。At least one side is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// The figure's id; `kind/row/column` of a cell; the path in the report of a text.
    pub id: String,
    /// Before; none if it was not printed.
    pub old: Option<Printed>,
    /// After; none if it is no longer printed.
    pub new: Option<Printed>,
}

impl FigureChange {
    /// After less before, if it is a number; what is not printed counts as zero.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let number = |side: &Option<Printed>| side.as_ref().map_or(Some(Decimal::ZERO), |printed| printed.number);
        Some(number(&self.new)? - number(&self.old)?)
    }

    /// Where it is printed now, or was.
    #[must_use]
    pub fn site(&self) -> Option<&Site> {
        self.new.as_ref().or(self.old.as_ref()).map(|printed| &printed.site)
    }
}

/// What the two documents print differently, in the order of the new one, then what is gone.
#[must_use]
pub fn figures(old: &Report, new: &Report) -> Vec<FigureChange> {
    let (old, new) = (root(old), root(new));
    let printed = |leaf: &Leaf<Printed>| leaf.payload.clone();
    let change = |found: tree::Difference<'_, Printed>| FigureChange {
        id: found.identity,
        old: found.old.map(printed),
        new: found.new.map(printed),
    };
    let mut changes: Vec<_> = tree::differences(&old, &new).into_iter().map(change).collect();
    changes.sort_by_key(|change| {
        let order = |side: &Option<Printed>| side.as_ref().map(|printed| printed.order);
        (change.new.is_none(), order(&change.new), order(&change.old))
    });
    changes
}

#[cfg(test)]
mod tests;

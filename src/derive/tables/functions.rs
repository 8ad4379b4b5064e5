//! Tables by 支出功能分类: 支出总表, 一般公共预算支出表, 政府性基金预算支出表, 国有资本经营预算支出表.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::ledger::{Entry, Kind};
use crate::derive::report::RowRole;
use crate::model::{FunctionLevel, Fund, TableKind};
use crate::reference::ProjectIncludes;

pub(super) const COLUMNS: &[&str] = &[
    "code",
    "code.class",
    "code.group",
    "code.item",
    "name",
    "total",
    "basic",
    "personnel",
    "public",
    "project",
    "business_operation",
    "remittance_to_superior",
    "subsidy_to_affiliate",
];

/// The rows of a tree by 支出功能分类.
pub(super) const LEVELS: [(FunctionLevel, RowRole); 3] = [
    (FunctionLevel::Class, RowRole::Class),
    (FunctionLevel::Group, RowRole::Group),
    (FunctionLevel::Item, RowRole::Item),
];

/// Amounts of one row by kind, in 元.
type Sums = BTreeMap<Kind, Decimal>;

fn wanted(kind: TableKind, entry: &Entry<'_>) -> bool {
    match kind {
        TableKind::GeneralPublicBudget => entry.fund == Fund::GeneralPublicBudget,
        TableKind::GovernmentFund => entry.fund == Fund::GovernmentFund,
        TableKind::StateCapitalBudget => entry.fund == Fund::StateCapitalBudget,
        _ => true,
    }
}

pub(super) fn draft(context: &Context<'_>, kind: TableKind) -> Draft {
    let mut sums: BTreeMap<&str, (RowRole, Sums)> = BTreeMap::new();
    let mut all = Sums::new();
    for entry in context.ledger.entries.iter().filter(|entry| wanted(kind, entry)) {
        for (level, role) in LEVELS {
            let (_, row) = sums.entry(entry.function.at(level)).or_insert_with(|| (role, Sums::new()));
            *row.entry(column(context, entry.kind)).or_default() += entry.amount;
        }
        *all.entry(column(context, entry.kind)).or_default() += entry.amount;
    }
    // Codes sort as text into 类 before its 款 before its 项.
    let rows: Vec<_> = sums
        .iter()
        .map(|(code, (role, sums))| {
            amounts(DraftRow::new(*code, *role).code(code).text("name", context.names.function(code)), sums)
        })
        .collect();
    let empty = rows.is_empty();
    let total = DraftRow::new("total", RowRole::Total).text("name", &context.region.row_labels.total);
    Draft { rows, total: Some(amounts(total, &all)), empty }
}

/// The kind of expenditure in whose column a region counts another: 项目支出, where its tables have no column for it.
pub(super) fn column(context: &Context<'_>, kind: Kind) -> Kind {
    let other = match kind {
        Kind::BusinessOperation => ProjectIncludes::BusinessOperation,
        Kind::RemittanceToSuperior => ProjectIncludes::RemittanceToSuperior,
        Kind::SubsidyToAffiliate => ProjectIncludes::SubsidyToAffiliate,
        Kind::Personnel | Kind::Public | Kind::Project => return kind,
    };
    if context.region.tables.project_includes.contains(&other) { Kind::Project } else { kind }
}

fn amounts(row: DraftRow, sums: &Sums) -> DraftRow {
    let of = |kind: Kind| sums.get(&kind).copied().unwrap_or_default();
    row.money("total", sums.values().sum())
        .money("basic", of(Kind::Personnel) + of(Kind::Public))
        .money("personnel", of(Kind::Personnel))
        .money("public", of(Kind::Public))
        .money("project", of(Kind::Project))
        .money("business_operation", of(Kind::BusinessOperation))
        .money("remittance_to_superior", of(Kind::RemittanceToSuperior))
        .money("subsidy_to_affiliate", of(Kind::SubsidyToAffiliate))
}

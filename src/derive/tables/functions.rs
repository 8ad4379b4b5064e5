//! Tables by 支出功能分类: 支出总表, 一般公共预算支出表, 政府性基金预算支出表.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::ledger::{Entry, Kind};
use crate::derive::report::RowRole;
use crate::model::{FunctionLevel, Fund, TableKind};

pub(super) const COLUMNS: &[&str] = &[
    "code",
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

/// Amounts of one row by kind, in 元.
type Sums = BTreeMap<Kind, Decimal>;

fn wanted(kind: TableKind, entry: &Entry<'_>) -> bool {
    match kind {
        TableKind::GeneralPublicBudget => entry.fund == Fund::GeneralPublicBudget,
        TableKind::GovernmentFund => entry.fund == Fund::GovernmentFund,
        _ => true,
    }
}

pub(super) fn draft(context: &Context<'_>, kind: TableKind) -> Draft {
    let mut sums: BTreeMap<&str, (RowRole, Sums)> = BTreeMap::new();
    let mut all = Sums::new();
    for entry in context.ledger.entries.iter().filter(|entry| wanted(kind, entry)) {
        let levels = [
            (FunctionLevel::Class, RowRole::Class),
            (FunctionLevel::Group, RowRole::Group),
            (FunctionLevel::Item, RowRole::Item),
        ];
        for (level, role) in levels {
            let (_, row) = sums.entry(entry.function.at(level)).or_insert_with(|| (role, Sums::new()));
            *row.entry(entry.kind).or_default() += entry.amount;
        }
        *all.entry(entry.kind).or_default() += entry.amount;
    }
    // Codes sort as text into 类 before its 款 before its 项.
    let rows: Vec<_> = sums
        .iter()
        .map(|(code, (role, sums))| {
            amounts(DraftRow::new(*code, *role).text("code", *code).text("name", context.names.function(code)), sums)
        })
        .collect();
    let empty = rows.is_empty();
    let total = DraftRow::new("total", RowRole::Total).text("name", &context.region.row_labels.total);
    Draft { rows, total: Some(amounts(total, &all)), empty }
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

//! 一般公共预算基本支出表, by 部门预算支出经济分类.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::ledger::Kind;
use crate::derive::report::RowRole;
use crate::model::Fund;

pub(super) const COLUMNS: &[&str] = &["code", "code.class", "code.group", "name", "total", "personnel", "public"];

/// 人员经费 and 公用经费 of one row, in 元.
#[derive(Default)]
struct Sums {
    personnel: Decimal,
    public: Decimal,
}

pub(super) fn draft(context: &Context<'_>) -> Draft {
    let mut sums: BTreeMap<&str, (RowRole, Sums)> = BTreeMap::new();
    let mut all = Sums::default();
    let basic = |kind: Kind, fund: Fund| kind.is_basic() && fund == Fund::GeneralPublicBudget;
    for entry in context.ledger.entries.iter().filter(|entry| basic(entry.kind, entry.fund)) {
        let add = |sums: &mut Sums| match entry.kind {
            Kind::Personnel => sums.personnel += entry.amount,
            _ => sums.public += entry.amount,
        };
        for (code, role) in [(entry.economic.class(), RowRole::Class), (entry.economic.as_str(), RowRole::Group)] {
            add(&mut sums.entry(code).or_insert_with(|| (role, Sums::default())).1);
        }
        add(&mut all);
    }
    let rows: Vec<_> = sums
        .iter()
        .map(|(code, (role, sums))| {
            amounts(DraftRow::new(*code, *role).code(code).text("name", context.names.economic(code)), sums)
        })
        .collect();
    let empty = rows.is_empty();
    let total = DraftRow::new("total", RowRole::Total).text("name", &context.region.row_labels.total);
    Draft { rows, total: Some(amounts(total, &all)), empty }
}

fn amounts(row: DraftRow, sums: &Sums) -> DraftRow {
    row.money("total", sums.personnel + sums.public).money("personnel", sums.personnel).money("public", sums.public)
}

//! 收入总表, by unit.

use rust_decimal::Decimal;

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::report::RowRole;
use crate::model::Fund;

pub(super) const COLUMNS: &[&str] = &[
    "code",
    "name",
    "total",
    "current",
    "current.general_public_budget",
    "current.government_fund",
    "current.state_capital_budget",
    "current.fiscal_special_account",
    "current.institutional_income",
    "current.business_income",
    "current.superior_subsidy",
    "current.affiliate_remittance",
    "current.other_income",
    "current.unit_funds",
    "carried_over",
    "carried_over.general_public_budget",
    "carried_over.government_fund",
    "carried_over.state_capital_budget",
    "carried_over.fiscal_special_account",
    "carried_over.institutional_income",
    "carried_over.business_income",
    "carried_over.superior_subsidy",
    "carried_over.affiliate_remittance",
    "carried_over.other_income",
    "carried_over.unit_funds",
];

pub(super) fn draft(context: &Context<'_>) -> Draft {
    let everyone = |_| true;
    let mut rows = Vec::new();
    if context.unit.is_none() {
        let agency = &context.disclosure.agency;
        let row = DraftRow::new(agency.code.as_str(), RowRole::Class)
            .text("code", agency.code.as_str())
            .text("name", &agency.name);
        rows.push(amounts(context, row, everyone));
    }
    for (index, unit) in context.disclosure.units.iter().enumerate() {
        if context.unit.is_none_or(|scope| scope == index) {
            let role = if context.unit.is_none() { RowRole::Group } else { RowRole::Plain };
            let row = DraftRow::new(unit.code.as_str(), role).text("code", unit.code.as_str()).text("name", &unit.name);
            rows.push(amounts(context, row, |of| of == index));
        }
    }
    let total = DraftRow::new("total", RowRole::Total).text("name", &context.region.row_labels.total);
    Draft { rows, total: Some(amounts(context, total, everyone)), empty: false }
}

fn amounts(context: &Context<'_>, mut row: DraftRow, wanted: impl Fn(usize) -> bool) -> DraftRow {
    let sum = |funds: &dyn Fn(Fund) -> bool, carried: bool| -> Decimal {
        context.income.sum(|unit, fund, over| wanted(unit) && funds(fund) && over == carried)
    };
    for (group, carried) in [("current", false), ("carried_over", true)] {
        for fund in Fund::ALL {
            if let Some(key) = key(group, fund.key()) {
                row = row.money(key, sum(&|of| of == fund, carried));
            }
        }
        if let Some(key) = key(group, "unit_funds") {
            row = row.money(key, sum(&Fund::is_unit_fund, carried));
        }
    }
    let (current, carried_over) = (sum(&|_| true, false), sum(&|_| true, true));
    row.money("total", current + carried_over).money("current", current).money("carried_over", carried_over)
}

/// The column key `group.name`.
pub(super) fn key(group: &str, name: &str) -> Option<&'static str> {
    let found = |key: &&'static str| key.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')) == Some(name);
    COLUMNS.iter().copied().find(|key| found(key))
}

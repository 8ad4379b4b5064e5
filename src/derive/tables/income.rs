//! 收入总表, by unit or by 支出功能分类.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Draft;
use super::functions::LEVELS;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::report::RowRole;
use crate::model::Fund;
use crate::reference::{CarryOver, RowLayout};

pub(super) const COLUMNS: &[&str] = &[
    "code",
    "code.class",
    "code.group",
    "code.item",
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

/// The beginning of the column key of a source of income, which the region names.
pub(super) const SOURCE: &str = "source.";

/// Amounts of one row by fund and whether carried over, in 元.
type Sums = BTreeMap<(Fund, bool), Decimal>;

pub(super) fn draft(context: &Context<'_>, rows: RowLayout) -> Draft {
    let total = DraftRow::new("total", RowRole::Total).text("name", &context.region.row_labels.total);
    Draft {
        rows: match rows {
            RowLayout::Units => units(context),
            RowLayout::Functions => functions(context),
        },
        total: Some(amounts(context, total, &of_units(context, |_| true))),
        empty: false,
    }
}

fn units(context: &Context<'_>) -> Vec<DraftRow> {
    let mut rows = Vec::new();
    if context.unit.is_none() {
        let agency = &context.disclosure.agency;
        let row = DraftRow::new(agency.code.as_str(), RowRole::Class)
            .text("code", agency.code.as_str())
            .text("name", &agency.name);
        rows.push(amounts(context, row, &of_units(context, |_| true)));
    }
    for (index, unit) in context.disclosure.units.iter().enumerate() {
        if context.unit.is_none_or(|scope| scope == index) {
            let role = if context.unit.is_none() { RowRole::Group } else { RowRole::Plain };
            let row = DraftRow::new(unit.code.as_str(), role).text("code", unit.code.as_str()).text("name", &unit.name);
            rows.push(amounts(context, row, &of_units(context, |of| of == index)));
        }
    }
    rows
}

/// What each 类, 款 and 项 is paid from; 年终结转结余 belongs to none of them and has a row of its own.
fn functions(context: &Context<'_>) -> Vec<DraftRow> {
    let mut by_code: BTreeMap<&str, (RowRole, Sums)> = BTreeMap::new();
    let mut spent = Sums::new();
    for entry in &context.ledger.entries {
        let key = (entry.fund, entry.carried_over);
        for (level, role) in LEVELS {
            let (_, sums) = by_code.entry(entry.function.at(level)).or_insert_with(|| (role, Sums::new()));
            *sums.entry(key).or_default() += entry.amount;
        }
        *spent.entry(key).or_default() += entry.amount;
    }
    // Codes sort as text into 类 before its 款 before its 项.
    let mut rows: Vec<_> = by_code
        .iter()
        .map(|(code, (role, sums))| {
            let row = DraftRow::new(*code, *role).code(code).text("name", context.names.function(code));
            amounts(context, row, sums)
        })
        .collect();
    let mut left = of_units(context, |_| true);
    for (key, amount) in spent {
        *left.entry(key).or_default() -= amount;
    }
    let of_fund =
        |fund: Fund| left.iter().filter(|((of, _), _)| *of == fund).map(|(_, amount)| *amount).sum::<Decimal>();
    if Fund::ALL.into_iter().any(|fund| !of_fund(fund).is_zero()) {
        let label = &context.region.row_labels.expenditure_carry_over;
        rows.push(amounts(context, DraftRow::new("year_end_carry_over", RowRole::Class).text("name", label), &left));
    }
    rows
}

fn of_units(context: &Context<'_>, wanted: impl Fn(usize) -> bool) -> Sums {
    let mut sums = Sums::new();
    for fund in Fund::ALL {
        for carried in [false, true] {
            let amount = context.income.sum(|unit, of, over| wanted(unit) && of == fund && over == carried);
            sums.insert((fund, carried), amount);
        }
    }
    sums
}

fn amounts(context: &Context<'_>, mut row: DraftRow, sums: &Sums) -> DraftRow {
    let sum = |funds: &dyn Fn(Fund) -> bool, wanted: &dyn Fn(bool) -> bool| -> Decimal {
        sums.iter().filter(|((fund, over), _)| funds(*fund) && wanted(*over)).map(|(_, amount)| *amount).sum()
    };
    for (group, carried) in [("current", false), ("carried_over", true)] {
        for fund in Fund::ALL {
            if let Some(key) = key(group, fund.key()) {
                row = row.money(key, sum(&|of| of == fund, &|over| over == carried));
            }
        }
        if let Some(key) = key(group, "unit_funds") {
            row = row.money(key, sum(&Fund::is_unit_fund, &|over| over == carried));
        }
        row = row.money(group, sum(&|_| true, &|over| over == carried));
    }
    let apart = context.region.sources.carry_over == CarryOver::Apart;
    for (name, source) in context.region.sources() {
        row = row.money(format!("{SOURCE}{name}"), sum(&|fund| source.funds.contains(&fund), &|over| !(over && apart)));
    }
    row.money("total", sum(&|_| true, &|_| true))
}

/// The column key `group.name`.
pub(super) fn key(group: &str, name: &str) -> Option<&'static str> {
    let found = |key: &&'static str| key.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')) == Some(name);
    COLUMNS.iter().copied().find(|key| found(key))
}

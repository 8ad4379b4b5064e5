//! 收支预算总体, 收入, 支出, 财政拨款收支.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::amount::misses_by_rounding;
use crate::derive::context::Context;
use crate::derive::narrative::{
    CarriedOver, ExpenditureKey, Fiscal, FiscalExpenditure, FiscalIncome, IncomeKey, Overall, Share, Shares,
};
use crate::model::{Amount, Fund};

fn income_parts(context: &Context<'_>) -> Vec<(IncomeKey, &'static str, Decimal)> {
    let funds = Fund::ALL.map(|fund| (IncomeKey::Current(fund), fund.key(), context.income.current(fund)));
    let carried = context.income.sum(|_, _, over| over);
    let carried = (IncomeKey::CarriedOver(CarriedOver::CarriedOver), "carried_over", carried);
    funds.into_iter().chain([carried]).filter(|(_, _, amount)| !amount.is_zero()).collect()
}

fn key_name(key: ExpenditureKey) -> &'static str {
    match key {
        ExpenditureKey::Basic => "basic",
        ExpenditureKey::Project => "project",
        ExpenditureKey::BusinessOperation => "business_operation",
        ExpenditureKey::RemittanceToSuperior => "remittance_to_superior",
        ExpenditureKey::SubsidyToAffiliate => "subsidy_to_affiliate",
        ExpenditureKey::YearEndCarryOver => "year_end_carry_over",
    }
}

/// Expenditure in scope by kind, no zeros, in 元.
fn expenditure_parts(context: &Context<'_>, wanted: impl Fn(Fund) -> bool) -> BTreeMap<ExpenditureKey, Decimal> {
    let mut parts: BTreeMap<_, Decimal> = BTreeMap::new();
    for entry in context.ledger.entries.iter().filter(|entry| wanted(entry.fund)) {
        *parts.entry(entry.kind.expenditure()).or_default() += entry.amount;
    }
    parts.retain(|_, amount| !amount.is_zero());
    parts
}

pub(super) fn overall(context: &Context<'_>) -> Overall {
    let total = context.income.sum(|_, _, _| true);
    let last = context.previous.and_then(|previous| previous.figures.total).map(Amount::yuan);
    let mut expenditure: Vec<_> = expenditure_parts(context, |_| true).into_keys().collect();
    if !context.income.year_end(|_| true).is_zero() {
        expenditure.push(ExpenditureKey::YearEndCarryOver);
    }
    Overall {
        total: context.printer.wan("total", total),
        change: context.change("total", total, last, &["total"]),
        income: income_parts(context).into_iter().map(|(key, _, _)| key).collect(),
        expenditure,
    }
}

pub(super) fn income(context: &Context<'_>) -> Shares<IncomeKey> {
    let total = context.income.sum(|_, _, _| true);
    let parts = income_parts(context);
    Shares {
        total: context.printer.wan("income.total", total),
        rounded: misses_by_rounding(total, parts.iter().map(|(_, _, amount)| *amount)),
        parts: parts
            .into_iter()
            .map(|(key, name, amount)| share(context, key, &format!("income.{name}"), amount, total))
            .collect(),
    }
}

pub(super) fn expenditure(context: &Context<'_>) -> Shares<ExpenditureKey> {
    let total = context.ledger.sum(|_| true);
    let parts = expenditure_parts(context, |_| true);
    Shares {
        total: context.printer.wan("expenditure.total", total),
        rounded: misses_by_rounding(total, parts.values().copied()),
        parts: parts
            .into_iter()
            .map(|(key, amount)| share(context, key, &format!("expenditure.{}", key_name(key)), amount, total))
            .collect(),
    }
}

fn share<K>(context: &Context<'_>, key: K, id: &str, amount: Decimal, total: Decimal) -> Share<K> {
    Share {
        key,
        amount: context.printer.wan(format!("{id}.amount"), amount),
        share: context.printer.share(format!("{id}.share"), amount, total),
    }
}

pub(super) fn fiscal(context: &Context<'_>) -> Option<Fiscal> {
    let of_fiscal = Fund::is_fiscal_appropriation;
    let total = context.income.sum(|_, fund, _| of_fiscal(fund));
    if total.is_zero() {
        return None;
    }
    let mut income = Vec::new();
    for carried_over in [false, true] {
        for fund in Fund::ALL.into_iter().filter(|fund| of_fiscal(*fund)) {
            let amount = if carried_over { context.income.carried_over(fund) } else { context.income.current(fund) };
            if !amount.is_zero() {
                income.push((fund, carried_over, amount));
            }
        }
    }
    let mut expenditure = expenditure_parts(context, of_fiscal);
    let left = context.income.year_end(of_fiscal);
    if !left.is_zero() {
        expenditure.insert(ExpenditureKey::YearEndCarryOver, left);
    }
    Some(Fiscal {
        total: context.printer.wan("fiscal.total", total),
        rounded: misses_by_rounding(total, income.iter().map(|(_, _, amount)| *amount))
            || misses_by_rounding(total, expenditure.values().copied()),
        income: income
            .into_iter()
            .map(|(fund, carried_over, amount)| FiscalIncome {
                fund,
                carried_over,
                amount: context.printer.wan(
                    format!("fiscal.income.{}{}", if carried_over { "carried_over." } else { "" }, fund.key()),
                    amount,
                ),
            })
            .collect(),
        expenditure: expenditure
            .into_iter()
            .map(|(key, amount)| FiscalExpenditure {
                key,
                amount: context.printer.wan(format!("fiscal.expenditure.{}", key_name(key)), amount),
            })
            .collect(),
    })
}

//! 收支 by source and fund, as regions tell it that list all of them.

use rust_decimal::Decimal;

use super::last;
use crate::derive::amount::misses_by_rounding;
use crate::derive::context::Context;
use crate::derive::narrative::{Changed, FundAmount, SourceAmount, Summary};
use crate::model::{Amount, Fund};

pub(super) fn summary(context: &Context<'_>) -> Summary {
    let income = context.income.sum(|_, _, _| true);
    let spent = context.ledger.sum(|_| true) + context.income.year_end(|_| true);
    let fiscal = Fund::is_fiscal_appropriation;
    let of_fund = |fund: Fund| context.ledger.sum(|entry| entry.fund == fund);
    let funds: Vec<(Fund, Decimal)> =
        Fund::ALL.into_iter().filter(|fund| fiscal(*fund)).map(|fund| (fund, of_fund(fund))).collect();
    let of_funds: Decimal = funds.iter().map(|(_, amount)| *amount).sum();
    // Last year's is the sum of what the funds spent, where all of them are stated.
    let last_fiscal: Option<Decimal> = funds.iter().map(|(fund, _)| last(context, *fund).map(Amount::yuan)).sum();
    let sources: Vec<_> = context
        .region
        .sources()
        .map(|(key, source)| (key, source, context.income.sum(|_, fund, _| source.funds.contains(&fund))))
        .collect();
    let rounded = misses_by_rounding(income, sources.iter().map(|(_, _, amount)| *amount))
        || misses_by_rounding(of_funds, funds.iter().map(|(_, amount)| *amount));
    Summary {
        income: context.printer.wan("summary.income", income),
        sources: sources
            .into_iter()
            .map(|(key, source, amount)| {
                let all_fiscal = Fund::ALL.into_iter().all(|fund| fiscal(fund) == source.funds.contains(&fund));
                let last = context.previous.and_then(|previous| previous.figures.fiscal_income).filter(|_| all_fiscal);
                SourceAmount {
                    key: key.to_owned(),
                    name: source.label.clone(),
                    amount: changed(context, &format!("summary.source.{key}"), amount, last.map(Amount::yuan), &[]),
                }
            })
            .collect(),
        expenditure: context.printer.wan("summary.expenditure", spent),
        fiscal: changed(context, "summary.fiscal", of_funds, last_fiscal, REASONS),
        funds: funds
            .into_iter()
            .map(|(fund, amount)| FundAmount {
                fund,
                amount: changed(
                    context,
                    &format!("summary.fund.{}", fund.key()),
                    amount,
                    last(context, fund).map(Amount::yuan),
                    &[],
                ),
            })
            .collect(),
        rounded,
    }
}

/// One reason is told for all that moved.
const REASONS: &[&str] = &["general_public_budget", "total"];

/// An amount with its change.
fn changed(context: &Context<'_>, id: &str, this: Decimal, last: Option<Decimal>, reasons: &[&str]) -> Changed {
    Changed {
        amount: context.printer.wan(id, this),
        zero: this.is_zero(),
        change: context.change(id, this, last, reasons),
    }
}

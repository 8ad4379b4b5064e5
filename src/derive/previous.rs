//! 上年数 from last year's disclosure.

use super::fault::DeriveFault;
use crate::model::{Amount, Disclosure, Fund, PreviousFigures, PreviousThreePublic};
use crate::reference::{Catalogue, Region};
use rust_decimal::Decimal;

/// The figures of `disclosure` that the next year's document compares itself with.
///
/// # Errors
/// As [`super::derive`].
pub fn figures_of(
    disclosure: &Disclosure,
    region: &Region,
    catalogue: &Catalogue,
) -> Result<PreviousFigures, Vec<DeriveFault>> {
    let context = super::context(disclosure, region, catalogue)?;
    // Sums of amounts have at most two decimals and are not negative.
    let amount = |yuan: Decimal| yuan.normalize().to_string().parse::<Amount>().ok();
    let fund = |fund: Fund| context.ledger.sum(|entry| entry.fund == fund);
    let fiscal = context.income.sum(|_, fund, _| fund.is_fiscal_appropriation());
    let other = context.income.sum(|_, fund, _| !fund.is_fiscal_appropriation());
    let procurement = context.procurement().flat_map(|record| &record.funding);
    let mut functions = std::collections::BTreeMap::<_, Decimal>::new();
    for entry in context.ledger.entries.iter().filter(|entry| entry.fund.is_fiscal_appropriation()) {
        *functions.entry(entry.function.clone()).or_default() += entry.amount;
    }
    let three_public = &context.three_public;
    Ok(PreviousFigures {
        total: amount(context.income.sum(|_, _, _| true)),
        general_public_budget: amount(fund(Fund::GeneralPublicBudget)),
        government_fund: amount(fund(Fund::GovernmentFund)),
        state_capital_budget: amount(fund(Fund::StateCapitalBudget)),
        fiscal_income: amount(fiscal),
        other_income: amount(other),
        basic: amount(context.ledger.sum(|entry| entry.kind.is_basic())),
        project: amount(context.ledger.sum(|entry| entry.project.is_some())),
        three_public: Option::zip(amount(three_public.overseas), amount(three_public.vehicle_purchase))
            .zip(Option::zip(amount(three_public.vehicle_running), amount(three_public.reception)))
            .map(|((overseas, vehicle_purchase), (vehicle_running, reception))| PreviousThreePublic {
                overseas,
                vehicle_purchase,
                vehicle_running,
                reception,
            }),
        operating_cost: amount(context.operating_cost()),
        procurement: amount(procurement.map(|part| part.amount.yuan()).sum()),
        functions: functions.into_iter().filter_map(|(code, yuan)| Some((code, amount(yuan)?))).collect(),
    })
}

//! 第三部分: the figures of its sentences, those that the region prints.

mod basic;
mod fund;
mod items;
mod matters;
mod overall;
mod statements;
mod summary;
mod three_public;

use super::context::Context;
use super::narrative::{Change, FundSection, Narrative, NullOr, NullSection};
use crate::model::{Amount, Fund, TableKind};
use crate::reference::NarrativePart as Part;

/// 第三部分 预算情况说明.
pub(super) fn narrative(context: &Context<'_>) -> Narrative {
    let tells = |part: Part| context.region.tells(part);
    let null = |part: Part, kind, section: &dyn Fn() -> Option<FundSection>, change: &dyn Fn() -> Option<Change>| {
        tells(part).then(|| or_null(context, kind, section(), change))
    };
    let fund = |part: Part, kind: TableKind, fund: Fund| {
        let last = last(context, fund);
        null(part, kind, &|| fund::section(context, fund, last), &|| fund::null_change(context, fund, last))
    };
    Narrative {
        overall: tells(Part::Overall).then(|| overall::overall(context)),
        income: tells(Part::Income).then(|| overall::income(context)),
        expenditure: tells(Part::Expenditure).then(|| overall::expenditure(context)),
        fiscal: tells(Part::Fiscal).then(|| overall::fiscal(context)).flatten(),
        general_public_budget: tells(Part::GeneralPublicBudget)
            .then(|| fund::section(context, Fund::GeneralPublicBudget, last(context, Fund::GeneralPublicBudget)))
            .flatten(),
        basic: tells(Part::Basic).then(|| basic::section(context)).flatten(),
        three_public: tells(Part::ThreePublic).then(|| three_public::section(context)),
        government_fund: fund(Part::GovernmentFund, TableKind::GovernmentFund, Fund::GovernmentFund),
        state_capital_budget: fund(Part::StateCapitalBudget, TableKind::StateCapitalBudget, Fund::StateCapitalBudget),
        operating_cost: tells(Part::OperatingCost).then(|| matters::operating_cost(context)).flatten(),
        procurement: tells(Part::Procurement).then(|| {
            or_null(context, TableKind::Procurement, matters::procurement(context), || {
                matters::procurement_null_change(context)
            })
        }),
        service_purchase: tells(Part::ServicePurchase)
            .then(|| or_null(context, TableKind::ServicePurchase, matters::service_purchase(context), || None)),
        state_assets: tells(Part::StateAssets).then(|| matters::state_assets(context)).flatten(),
        performance: tells(Part::Performance).then(|| matters::performance(context)).flatten(),
        summary: tells(Part::Summary).then(|| summary::summary(context)),
        goals: tells(Part::Goals).then(|| statements::goals(context)),
        items: tells(Part::Items).then(|| items::items(context)),
        projects: tells(Part::Projects).then(|| statements::statements(context)),
    }
}

/// 上年支出 of a fund.
fn last(context: &Context<'_>, fund: Fund) -> Option<Amount> {
    let figures = &context.previous?.figures;
    match fund {
        Fund::GeneralPublicBudget => figures.general_public_budget,
        Fund::GovernmentFund => figures.government_fund,
        Fund::StateCapitalBudget => figures.state_capital_budget,
        _ => None,
    }
}

fn or_null<T>(
    context: &Context<'_>,
    kind: TableKind,
    section: Option<T>,
    change: impl FnOnce() -> Option<Change>,
) -> NullOr<T> {
    NullOr::from_option(section, || NullSection { reason: context.absence(kind), change: change() })
}

//! 第三部分: the figures of its sentences.

mod basic;
mod fund;
mod matters;
mod overall;
mod three_public;

use super::context::Context;
use super::narrative::{Narrative, NullOr};
use crate::model::{Fund, TableKind};

/// 第三部分 预算情况说明.
pub(super) fn narrative(context: &Context<'_>) -> Narrative {
    let previous = context.previous.map(|previous| &previous.figures);
    Narrative {
        overall: overall::overall(context),
        income: overall::income(context),
        expenditure: overall::expenditure(context),
        fiscal: overall::fiscal(context),
        general_public_budget: fund::section(
            context,
            Fund::GeneralPublicBudget,
            previous.and_then(|figures| figures.general_public_budget),
        ),
        basic: basic::section(context),
        three_public: three_public::section(context),
        government_fund: or_null(
            context,
            TableKind::GovernmentFund,
            fund::section(context, Fund::GovernmentFund, previous.and_then(|figures| figures.government_fund)),
            || fund::null_change(context, Fund::GovernmentFund, previous.and_then(|figures| figures.government_fund)),
        ),
        state_capital_budget: NullOr::from_option(
            fund::section(context, Fund::StateCapitalBudget, previous.and_then(|figures| figures.state_capital_budget)),
            || super::narrative::NullSection {
                reason: Default::default(),
                change: fund::null_change(
                    context,
                    Fund::StateCapitalBudget,
                    previous.and_then(|figures| figures.state_capital_budget),
                ),
            },
        ),
        operating_cost: matters::operating_cost(context),
        procurement: or_null(context, TableKind::Procurement, matters::procurement(context), || {
            matters::procurement_null_change(context)
        }),
        service_purchase: or_null(context, TableKind::ServicePurchase, matters::service_purchase(context), || None),
        state_assets: matters::state_assets(context),
        performance: matters::performance(context),
    }
}

fn or_null<T>(
    context: &Context<'_>,
    kind: TableKind,
    section: Option<T>,
    change: impl FnOnce() -> Option<super::narrative::Change>,
) -> NullOr<T> {
    NullOr::from_option(section, || super::narrative::NullSection { reason: context.absence(kind), change: change() })
}

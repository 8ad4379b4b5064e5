//! 其他重要事项: 机关运行经费, 政府采购, 政府购买服务, 国有资产, 绩效目标.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::amount::misses_by_rounding;
use crate::derive::context::{Context, funded};
use crate::derive::narrative::{
    Change, OperatingCost, OperatingUnits, PerformanceSection, ProcurementPart, ProcurementSection, ResultView,
    ServiceAmount, ServicePurchaseSection, StateAssetsSection, VehicleKind,
};
use crate::model::{Amount, Coverage, Fund, Level, Procurement, ProcurementKind, UnitKind};

pub(super) fn operating_cost(context: &Context<'_>) -> Option<OperatingCost> {
    let units = &context.disclosure.units;
    let in_scope = |index: &usize| context.unit.is_none_or(|unit| unit == *index);
    let amount = context.operating_cost();
    if amount.is_zero() {
        return None;
    }
    let mut kinds: BTreeMap<_, u64> = BTreeMap::new();
    for (_, unit) in units.iter().enumerate().filter(|(index, unit)| in_scope(index) && unit.kind.has_operating_cost())
    {
        *kinds.entry((unit.level, unit.kind)).or_default() += 1;
    }
    let last = context.previous.and_then(|previous| previous.figures.operating_cost).map(Amount::yuan);
    Some(OperatingCost {
        amount: context.printer.wan("operating_cost", amount),
        change: context.change("operating_cost", amount, last, &["operating_cost"]),
        units: kinds
            .into_iter()
            .map(|((level, kind), count)| {
                let name = if kind == UnitKind::Administrative { "administrative" } else { "civil_service_like" };
                let count = (context.unit.is_none() && level == Level::Subordinate)
                    .then(|| context.printer.count(format!("operating_cost.units.{name}"), count));
                OperatingUnits { level, kind, count }
            })
            .collect(),
    })
}

pub(super) fn procurement(context: &Context<'_>) -> Option<ProcurementSection> {
    let mut kinds: BTreeMap<ProcurementKind, Decimal> = BTreeMap::new();
    for record in context.procurement() {
        *kinds.entry(record.kind).or_default() += funded(&record.funding, |_| true);
    }
    kinds.retain(|_, amount| !amount.is_zero());
    let total: Decimal = kinds.values().sum();
    if total.is_zero() {
        return None;
    }
    let reserved = |id: &str, pick: fn(&Procurement) -> Option<Amount>| {
        let sum: Decimal = context.procurement().filter_map(pick).map(Amount::yuan).sum();
        (!sum.is_zero()).then(|| context.printer.wan(id, sum))
    };
    Some(ProcurementSection {
        total: context.printer.wan("procurement.total", total),
        change: procurement_change(context, total),
        reserved_for_small: reserved("procurement.reserved_for_small", |record| record.reserved_for_small),
        reserved_for_micro: reserved("procurement.reserved_for_micro", |record| record.reserved_for_micro),
        rounded: misses_by_rounding(total, kinds.values().copied()),
        kinds: kinds
            .into_iter()
            .map(|(kind, amount)| {
                let name = match kind {
                    ProcurementKind::Goods => "goods",
                    ProcurementKind::Works => "works",
                    ProcurementKind::Services => "services",
                };
                ProcurementPart { kind, amount: context.printer.wan(format!("procurement.{name}"), amount) }
            })
            .collect(),
    })
}

/// The change to nothing; none without a prior figure.
pub(super) fn procurement_null_change(context: &Context<'_>) -> Option<Change> {
    procurement_change(context, Decimal::ZERO)
}

fn procurement_change(context: &Context<'_>, this: Decimal) -> Option<Change> {
    let last = context.previous.and_then(|previous| previous.figures.procurement).map(Amount::yuan);
    context.change("procurement", this, last, &["procurement"])
}

pub(super) fn service_purchase(context: &Context<'_>) -> Option<ServicePurchaseSection> {
    let mut services: Vec<(&[String], Decimal)> = Vec::new();
    for record in context.service_purchases() {
        let name = record.catalogue.path.as_slice();
        let amount = funded(&record.funding, |_| true);
        match services.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += amount,
            None => services.push((name, amount)),
        }
    }
    services.retain(|(_, amount)| !amount.is_zero());
    let total: Decimal = services.iter().map(|(_, amount)| amount).sum();
    let mut counts = BTreeMap::new();
    (!total.is_zero()).then(|| ServicePurchaseSection {
        total: context.printer.wan("service_purchase.total", total),
        rounded: misses_by_rounding(total, services.iter().map(|(_, amount)| *amount)),
        services: services.into_iter().map(|(path, amount)| service(context, path, amount, &mut counts)).collect(),
    })
}

/// One service; its figure is known by the name that is printed, equal ones by a number besides.
fn service(
    context: &Context<'_>,
    path: &[String],
    amount: Decimal,
    counts: &mut BTreeMap<String, usize>,
) -> ServiceAmount {
    let name = path.last().cloned().unwrap_or_default();
    let count = counts.entry(name.clone()).or_default();
    *count += 1;
    let id = match *count {
        1 => format!("service_purchase.service.{name}"),
        count => format!("service_purchase.service.{name}#{count}"),
    };
    ServiceAmount { name, amount: context.printer.wan(id, amount) }
}

pub(super) fn state_assets(context: &Context<'_>) -> Option<StateAssetsSection> {
    let assets = context.disclosure.state_assets.as_ref().filter(|_| context.whole)?;
    let count = |id: String, count: u32| context.printer.count(id, u64::from(count));
    let positive = |id: &str, number: u32| (number > 0).then(|| count(id.to_owned(), number));
    Some(StateAssetsSection {
        as_of: assets.as_of.parts().into(),
        vehicles: positive("state_assets.vehicles", assets.vehicles.total()),
        kinds: assets
            .vehicles
            .kinds()
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(kind, number)| VehicleKind {
                kind: kind.to_owned(),
                count: count(format!("state_assets.vehicles.{kind}"), number),
            })
            .collect(),
        equipment_over_1m: positive("state_assets.equipment_over_1m", assets.equipment_over_1m),
    })
}

/// 绩效目标: amounts of 本年财政拨款 that the goals cover, by the data's 口径.
pub(super) fn performance(context: &Context<'_>) -> Option<PerformanceSection> {
    let performance = context.disclosure.performance.as_ref()?;
    let covered = |id: &str, fund: Fund| {
        let amount = match performance.coverage {
            Coverage::WholeBudget => context.income.current(fund),
            Coverage::Projects => {
                context.ledger.sum(|entry| entry.fund == fund && entry.project.is_some() && !entry.carried_over)
            }
        };
        (!amount.is_zero()).then(|| context.printer.wan(id, amount))
    };
    let (goals, results) = if context.whole {
        (performance.goals.clone(), performance.last_year_results.as_slice())
    } else {
        (Vec::new(), [].as_slice())
    };
    let projects = context.disclosure.projects.iter().enumerate();
    let in_scope = projects.filter(|(index, _)| context.has_project(*index)).map(|(_, project)| project);
    Some(PerformanceSection {
        coverage: performance.coverage,
        general_public_budget: covered("performance.general_public_budget", Fund::GeneralPublicBudget),
        government_fund: covered("performance.government_fund", Fund::GovernmentFund),
        state_capital_budget: covered("performance.state_capital_budget", Fund::StateCapitalBudget),
        complete: in_scope.clone().next().is_some() && in_scope.clone().all(|project| project.plan.is_some()),
        last_year_results: results
            .iter()
            .map(|result| ResultView {
                goal: result.goal.clone(),
                result: result.result.clone(),
                completion: result.completion.clone(),
            })
            .collect(),
        goals,
    })
}

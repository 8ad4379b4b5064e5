//! Which tables hold data in whose document.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Facts, purchases};
use crate::derive::three_public::{OVERSEAS, RECEPTION, VEHICLE_PURCHASE, VEHICLE_RUNNING};
use crate::derive::{
    Entry, ThreePublicAmounts, counts_as_operating_cost, operating_cost_of_lines, shows_operating_cost,
};
use crate::model::{Fund, TableKind};

/// Whether the table holds data in every document that the file gives: the department's and each unit's.
pub(super) fn is_filled_everywhere(facts: &Facts<'_>, kind: TableKind) -> bool {
    // Only of “三公”经费 can the department state less than its units' lines give.
    let department = kind != TableKind::ThreePublic
        || !ThreePublicAmounts::new(facts.disclosure, facts.region, &facts.ledger, true).total().is_zero()
        || shows_operating_cost(facts.region) && !operating_cost(facts).is_zero();
    department && units_with(facts, kind).len() == facts.disclosure.units.len()
}

/// The units in whose documents the table holds data, by index into `units`.
///
/// The rule of `derive`, which a test holds against it.
fn units_with(facts: &Facts<'_>, kind: TableKind) -> BTreeSet<usize> {
    let units = facts.disclosure.units.len();
    let entries = |wanted: &dyn Fn(&Entry<'_>) -> bool| -> BTreeSet<usize> {
        facts.ledger.entries.iter().filter(|entry| wanted(entry)).map(|entry| entry.unit).collect()
    };
    let general = |entry: &Entry<'_>| entry.fund == Fund::GeneralPublicBudget;
    match kind {
        TableKind::IncomeExpenditure | TableKind::Income | TableKind::Expenditure => (0..units).collect(),
        TableKind::FiscalIncomeExpenditure => (0..units).filter(|unit| has_fiscal_money(facts, *unit)).collect(),
        TableKind::GeneralPublicBudget => entries(&general),
        TableKind::Basic => entries(&|entry| general(entry) && entry.kind.is_basic()),
        TableKind::ThreePublic if units == 1 => {
            let amounts = ThreePublicAmounts::new(facts.disclosure, facts.region, &facts.ledger, true);
            let nothing_else = !shows_operating_cost(facts.region) || operating_cost(facts).is_zero();
            if amounts.total().is_zero() && nothing_else { BTreeSet::new() } else { [0].into() }
        }
        TableKind::ThreePublic => entries(&|entry| {
            let code = entry.economic.as_str();
            [OVERSEAS, VEHICLE_PURCHASE, VEHICLE_RUNNING, RECEPTION].iter().any(|codes| codes.contains(&code))
                && facts.region.figures.three_public_funds.contains(&entry.fund)
                || shows_operating_cost(facts.region) && counts_as_operating_cost(facts.disclosure, entry)
        }),
        TableKind::GovernmentFund => entries(&|entry| entry.fund == Fund::GovernmentFund),
        TableKind::StateCapitalBudget => entries(&|entry| entry.fund == Fund::StateCapitalBudget),
        TableKind::Projects | TableKind::ProjectPerformance => entries(&|entry| entry.project.is_some()),
        TableKind::Procurement => buyers(facts, &facts.disclosure.procurement),
        TableKind::ServicePurchase => buyers(facts, &facts.disclosure.service_purchases),
        TableKind::AssetAcquisition => buyers(facts, &facts.disclosure.asset_acquisitions),
        // Stated for the department, which only its single unit shares.
        TableKind::DepartmentPerformance => {
            (0..units).filter(|_| units == 1 && facts.disclosure.performance.is_some()).collect()
        }
    }
}

/// 机关运行经费 of the department, in 元.
fn operating_cost(facts: &Facts<'_>) -> Decimal {
    let stated = facts.disclosure.overrides.operating_cost.as_ref();
    stated.map_or_else(|| operating_cost_of_lines(facts.disclosure, &facts.ledger), |stated| stated.amount.yuan())
}

fn has_fiscal_money(facts: &Facts<'_>, unit: usize) -> bool {
    let received = facts.income.sum(|of, fund, _| of == unit && fund.is_fiscal_appropriation());
    let spent = facts.ledger.entries.iter().any(|entry| entry.unit == unit && entry.fund.is_fiscal_appropriation());
    let mut funds = Fund::ALL.into_iter().filter(|fund| fund.is_fiscal_appropriation());
    !received.is_zero() || spent || funds.any(|fund| !facts.income.year_end_of(unit, fund).is_zero())
}

fn buyers<R: purchases::Purchase>(facts: &Facts<'_>, list: &[R]) -> BTreeSet<usize> {
    purchases::parts(facts, list).iter().map(|part| part.purse.unit).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::{Scope, ScopeKind};
    use crate::pipeline::Pipeline;
    use crate::reference::Catalogue;

    #[test]
    fn the_same_tables_are_empty_as_in_the_documents() {
        for name in ["420107-kexie-2023", "420107-shili-2024"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.json"));
            let document = crate::load::load_file(&path).unwrap();
            let region = Pipeline::new(None, Vec::new()).unwrap().region(&document, ScopeKind::Unit).unwrap();
            let catalogue = Catalogue::for_year(document.disclosure.year).unwrap();
            let facts = Facts::new(&document.disclosure, &region, catalogue);
            for (index, unit) in document.disclosure.units.iter().enumerate() {
                let mut own = document.disclosure.clone();
                own.scope = Scope::Unit(unit.code.clone());
                for table in crate::derive::derive(&own, &region, catalogue).unwrap().tables {
                    let holds = units_with(&facts, table.kind).contains(&index);
                    assert_eq!(holds, table.note.is_none(), "{name} {} {:?}", unit.code, table.kind);
                }
            }
        }
    }
}

//! What every part of the derivation reads.

use rust_decimal::Decimal;

use super::amount::{Printer, percent, wan};
use super::income::Income;
use super::ledger::{Entry, Kind, Ledger};
use super::names::Names;
use super::narrative::{Change, Direction};
use super::three_public::ThreePublicAmounts;
use crate::model::{
    AbsenceReason, AssetAcquisition, Disclosure, Fund, Funding, PreviousYear, Procurement, ServicePurchase, TableKind,
    UnitCode,
};
use crate::reference::{ChangeFrom, Region};

/// The facts in scope and how to print them.
pub struct Context<'a> {
    /// All facts.
    pub disclosure: &'a Disclosure,
    /// The region's profile.
    pub region: &'a Region,
    /// Names of subjects.
    pub names: Names<'a>,
    /// Lines in scope.
    pub ledger: Ledger<'a>,
    /// Income in scope.
    pub income: Income,
    /// “三公”经费 in scope.
    pub three_public: ThreePublicAmounts,
    /// The unit whose document this is.
    pub unit: Option<usize>,
    /// Whether facts that are stated for the whole department apply: in its own document, and in that of its only unit.
    pub whole: bool,
    /// Prints figures.
    pub printer: Printer<'a>,
    /// Last year's figures, where they apply.
    pub previous: Option<&'a PreviousYear>,
}

impl<'a> Context<'a> {
    /// 政府采购 in scope; records of zero say nothing.
    pub fn procurement(&self) -> impl Iterator<Item = &'a Procurement> + Clone {
        self.disclosure.procurement.iter().filter(|record| self.shows(record.unit.as_ref(), &record.funding))
    }

    /// 政府购买服务 in scope, likewise.
    pub fn service_purchases(&self) -> impl Iterator<Item = &'a ServicePurchase> + Clone {
        self.disclosure.service_purchases.iter().filter(|record| self.shows(record.unit.as_ref(), &record.funding))
    }

    /// 资产配置 in scope, likewise.
    pub fn asset_acquisitions(&self) -> impl Iterator<Item = &'a AssetAcquisition> + Clone {
        self.disclosure.asset_acquisitions.iter().filter(|record| self.shows(record.unit.as_ref(), &record.funding))
    }

    fn shows(&self, code: Option<&UnitCode>, funding: &[Funding]) -> bool {
        let in_scope = self.unit.is_none_or(|unit| super::ledger::unit_index(self.disclosure, code) == unit);
        in_scope && !funded(funding, |_| true).is_zero()
    }

    /// Whether a project has money in scope.
    #[must_use]
    pub fn has_project(&self, index: usize) -> bool {
        self.ledger.entries.iter().any(|entry| entry.project == Some(index))
    }

    /// 机关运行经费: 公用经费 of 一般公共预算 in 行政 and 参公 units (domain.md R38), unless overridden. In 元.
    #[must_use]
    pub fn operating_cost(&self) -> Decimal {
        let stated = self.disclosure.overrides.operating_cost.as_ref().filter(|_| self.whole);
        stated.map_or_else(|| operating_cost_of_lines(self.disclosure, &self.ledger), |stated| stated.amount.yuan())
    }

    /// Why a table is empty: as stated, else 没有预算.
    #[must_use]
    pub fn absence(&self, kind: TableKind) -> AbsenceReason {
        self.disclosure.absent.get(&kind).map(|absence| absence.reason).unwrap_or_default()
    }

    /// The name of the project with this code.
    #[must_use]
    pub fn project_name(&self, code: &str) -> &'a str {
        self.disclosure.projects.iter().find(|project| project.code == code).map_or("", |project| &project.name)
    }

    /// 增减变化 of `this` year's amount (元) against last year's; none without a prior figure.
    ///
    /// 增减额 by the region's [`ChangeFrom`], 增减幅度 from the exact amounts. `reason_keys` are tried in their order.
    #[must_use]
    pub fn change(&self, id: &str, this: Decimal, last: Option<Decimal>, reason_keys: &[&str]) -> Option<Change> {
        let (previous, last) = (self.previous?, last?);
        let difference = match self.printer.style.change_from {
            ChangeFrom::Printed => wan(this) - wan(last),
            ChangeFrom::Exact => wan(this - last),
        };
        let direction = if difference.is_zero() {
            Direction::Equal
        } else if difference.is_sign_negative() {
            Direction::Decrease
        } else {
            Direction::Increase
        };
        let moved = direction != Direction::Equal;
        let decimals = self.printer.style.change_decimals;
        Some(Change {
            direction,
            year: previous.year.0,
            basis: previous.basis,
            amount: moved.then(|| self.printer.rounded(format!("{id}.change.amount"), difference.abs(), 2)),
            percent: (moved && !last.is_zero())
                .then(|| percent((this - last).abs(), last, decimals))
                // “增加0%” would contradict the amount beside it.
                .filter(|share| !share.is_zero())
                .map(|share| self.printer.rounded(format!("{id}.change.percent"), share, decimals)),
            base_zero: moved && last.is_zero(),
            reason: if moved { self.reason(reason_keys) } else { None },
        })
    }

    /// The first of these reasons that the data state; none in the document of one of several units.
    #[must_use]
    pub fn reason(&self, keys: &[&str]) -> Option<String> {
        if !self.whole {
            return None;
        }
        keys.iter().find_map(|key| self.disclosure.reasons.get(*key)).cloned()
    }
}

/// 机关运行经费 as the lines give it, overrides left aside. In 元.
#[must_use]
pub fn operating_cost_of_lines(disclosure: &Disclosure, ledger: &Ledger<'_>) -> Decimal {
    ledger.sum(|entry| counts_as_operating_cost(disclosure, entry))
}

/// Whether an entry is part of 机关运行经费.
#[must_use]
pub fn counts_as_operating_cost(disclosure: &Disclosure, entry: &Entry<'_>) -> bool {
    entry.kind == Kind::Public
        && entry.fund == Fund::GeneralPublicBudget
        && disclosure.units[entry.unit].kind.has_operating_cost()
}

/// Sum of the funding of one record, in 元.
#[must_use]
pub fn funded(funding: &[Funding], wanted: impl Fn(Fund) -> bool) -> Decimal {
    funding.iter().filter(|part| wanted(part.fund)).map(|part| part.amount.yuan()).sum()
}

//! Income by unit and fund: what the lines need, unless stated.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::fault::{DeriveFault, DeriveFaultKind};
use super::ledger::{Kind, Ledger, unit_index};
use crate::model::{Disclosure, Fund};

/// 收入 of the units in scope.
#[derive(Debug, Clone, Default)]
pub struct Income {
    /// By unit, fund and whether it is 上年结转结余, in 元; no zeros.
    amounts: BTreeMap<(usize, Fund, bool), Decimal>,
    /// 年终结转结余 by unit and fund, in 元.
    year_end: BTreeMap<(usize, Fund), Decimal>,
}

impl Income {
    /// Derives the income of all units from all lines; stated income takes precedence.
    ///
    /// Default by unit and fund: 本年收入 = Σ lines not carried over + 年终结转结余; 上年结转结余 = Σ lines carried over.
    pub fn new(disclosure: &Disclosure, ledger: &Ledger<'_>) -> Self {
        let mut amounts: BTreeMap<_, Decimal> = BTreeMap::new();
        let mut year_end: BTreeMap<_, Decimal> = BTreeMap::new();
        for entry in &ledger.entries {
            *amounts.entry((entry.unit, entry.fund, entry.carried_over)).or_default() += entry.amount;
        }
        for left in &disclosure.year_end_carry_over {
            let unit = unit_index(disclosure, left.unit.as_ref());
            *year_end.entry((unit, left.fund)).or_default() += left.amount.yuan();
            *amounts.entry((unit, left.fund, false)).or_default() += left.amount.yuan();
        }
        let mut stated: BTreeMap<_, Decimal> = BTreeMap::new();
        for income in &disclosure.income {
            let unit = unit_index(disclosure, income.unit.as_ref());
            *stated.entry((unit, income.fund, income.carried_over)).or_default() += income.amount.yuan();
        }
        amounts.extend(stated);
        amounts.retain(|_, amount| !amount.is_zero());
        year_end.retain(|_, amount| !amount.is_zero());
        Self { amounts, year_end }
    }

    /// Takes out what one unit of the department receives from another.
    ///
    /// `ledger` still holds the transfers. The receiver's 附属单位上缴收入 or 上级补助收入 falls by the amount of the line;
    /// the payer's line is left out by [`Ledger::in_scope`].
    pub fn eliminate_transfers(&mut self, disclosure: &Disclosure, ledger: &Ledger<'_>, faults: &mut Vec<DeriveFault>) {
        for entry in &ledger.entries {
            let Some(counterparty) = entry.counterparty else { continue };
            let (fund, name) = match entry.kind {
                Kind::RemittanceToSuperior => (Fund::AffiliateRemittance, "附属单位上缴收入"),
                Kind::SubsidyToAffiliate => (Fund::SuperiorSubsidy, "上级补助收入"),
                _ => continue,
            };
            let key = (counterparty, fund, false);
            let available = self.amounts.get(&key).copied().unwrap_or_default();
            if available < entry.amount {
                let code = disclosure.units.get(counterparty).map(|unit| unit.code.clone());
                faults.extend(code.map(|counterparty| DeriveFault {
                    pointer: entry.pointer.key("counterparty"),
                    kind: DeriveFaultKind::Unmatched {
                        counterparty,
                        income: name,
                        available: available.to_string(),
                        amount: entry.amount.to_string(),
                    },
                }));
            } else if available == entry.amount {
                self.amounts.remove(&key);
            } else {
                self.amounts.insert(key, available - entry.amount);
            }
        }
    }

    /// Leaves one unit's income only.
    #[must_use]
    pub fn of_unit(mut self, unit: usize) -> Self {
        self.amounts.retain(|(owner, _, _), _| *owner == unit);
        self.year_end.retain(|(owner, _), _| *owner == unit);
        self
    }

    /// Sum over what `wanted` holds for: unit, fund, whether carried over. In 元.
    pub fn sum(&self, wanted: impl Fn(usize, Fund, bool) -> bool) -> Decimal {
        self.amounts
            .iter()
            .filter(|((unit, fund, over), _)| wanted(*unit, *fund, *over))
            .map(|(_, amount)| *amount)
            .sum()
    }

    /// 本年收入 of a fund, in 元.
    #[must_use]
    pub fn current(&self, fund: Fund) -> Decimal {
        self.sum(|_, of, over| of == fund && !over)
    }

    /// 上年结转结余 of a fund, in 元.
    #[must_use]
    pub fn carried_over(&self, fund: Fund) -> Decimal {
        self.sum(|_, of, over| of == fund && over)
    }

    /// 年终结转结余 of one unit and fund, in 元.
    #[must_use]
    pub fn year_end_of(&self, unit: usize, fund: Fund) -> Decimal {
        self.year_end.get(&(unit, fund)).copied().unwrap_or_default()
    }

    /// 年终结转结余 of the funds that `wanted` holds for, in 元.
    pub fn year_end(&self, wanted: impl Fn(Fund) -> bool) -> Decimal {
        self.year_end.iter().filter(|((_, fund), _)| wanted(*fund)).map(|(_, amount)| *amount).sum()
    }
}

//! “三公”经费 from the lines.

use rust_decimal::Decimal;

use super::ledger::Ledger;
use crate::model::{Amount, Disclosure, Override};
use crate::reference::Region;

/// 因公出国（境）费. Codes of 部门预算支出经济分类, domain.md R37.
pub const OVERSEAS: &[&str] = &["30212"];
/// 公务用车购置费, of 资本性支出 and of 基本建设.
pub const VEHICLE_PURCHASE: &[&str] = &["31013", "30913"];
/// 公务用车运行维护费。
pub const VEHICLE_RUNNING: &[&str] = &["30231"];
/// 公务接待费。
pub const RECEPTION: &[&str] = &["30217"];

/// “三公”经费 in 元.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ThreePublicAmounts {
    /// 因公出国（境）费。
    pub overseas: Decimal,
    /// 公务用车购置费。
    pub vehicle_purchase: Decimal,
    /// 公务用车运行费。
    pub vehicle_running: Decimal,
    /// 公务接待费。
    pub reception: Decimal,
}

impl ThreePublicAmounts {
    /// Sums the lines of the funds that the region counts; overrides of the whole department take precedence.
    #[must_use]
    pub fn new(disclosure: &Disclosure, region: &Region, ledger: &Ledger<'_>, whole: bool) -> Self {
        let lines = Self::of_lines(region, ledger);
        let amount = |of_lines: Decimal, stated: &Option<Override>| {
            stated.as_ref().filter(|_| whole).map(|stated| stated.amount).map_or(of_lines, Amount::yuan)
        };
        let overrides = &disclosure.overrides;
        Self {
            overseas: amount(lines.overseas, &overrides.overseas),
            vehicle_purchase: amount(lines.vehicle_purchase, &overrides.vehicle_purchase),
            vehicle_running: amount(lines.vehicle_running, &overrides.vehicle_running),
            reception: amount(lines.reception, &overrides.reception),
        }
    }

    /// What the lines give, overrides left aside.
    #[must_use]
    pub fn of_lines(region: &Region, ledger: &Ledger<'_>) -> Self {
        let amount = |codes: &[&str]| {
            ledger.sum(|entry| {
                codes.contains(&entry.economic.as_str()) && region.figures.three_public_funds.contains(&entry.fund)
            })
        };
        Self {
            overseas: amount(OVERSEAS),
            vehicle_purchase: amount(VEHICLE_PURCHASE),
            vehicle_running: amount(VEHICLE_RUNNING),
            reception: amount(RECEPTION),
        }
    }

    /// 公务用车购置及运行费。
    #[must_use]
    pub fn vehicle(&self) -> Decimal {
        self.vehicle_purchase + self.vehicle_running
    }

    /// “三公”经费合计。
    #[must_use]
    pub fn total(&self) -> Decimal {
        self.overseas + self.vehicle() + self.reception
    }
}

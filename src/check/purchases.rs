//! 政府采购, 政府购买服务 and 资产配置: views on lines, with what is needed to compare them with lines.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Facts;
use super::sums::Sums;
use crate::derive::Entry;
use crate::diagnostic::quoted;
use crate::model::{AssetAcquisition, Disclosure, Fund, Funding, Pointer, Procurement, ServicePurchase, UnitCode};

/// A record that is paid by lines.
pub(super) trait Purchase {
    /// Its list in the data format.
    const LIST: &'static str;
    /// 预算单位。
    fn unit(&self) -> Option<&UnitCode>;
    /// 项目。
    fn project(&self) -> Option<&str>;
    /// 资金来源。
    fn funding(&self) -> &[Funding];
}

macro_rules! purchase {
    ($($record:ty, $list:literal;)*) => {$(
        impl Purchase for $record {
            const LIST: &'static str = $list;
            fn unit(&self) -> Option<&UnitCode> {
                self.unit.as_ref()
            }
            fn project(&self) -> Option<&str> {
                self.project.as_deref()
            }
            fn funding(&self) -> &[Funding] {
                &self.funding
            }
        }
    )*};
}

purchase! {
    Procurement, "procurement";
    ServicePurchase, "service_purchases";
    AssetAcquisition, "asset_acquisitions";
}

/// 同一单位、同一项目（或非项目支出）、同一资金性质的钱。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Purse {
    /// Index into `units`.
    pub unit: usize,
    /// Index into `projects`; none for what is no 项目支出.
    pub project: Option<usize>,
    /// 资金性质。
    pub fund: Fund,
}

impl Purse {
    /// That of a line.
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        Self { unit: entry.unit, project: entry.project, fund: entry.fund }
    }

    /// `单位 901001 项目“…”的一般公共预算资金`.
    pub(super) fn name(self, disclosure: &Disclosure) -> String {
        let whose = match self.project.map(|index| &disclosure.projects[index]) {
            Some(project) => format!("项目{}", quoted(&project.name)),
            None => "非项目支出".to_owned(),
        };
        format!("单位 {} {whose}的{}资金", disclosure.units[self.unit].code, fund_name(self.fund))
    }
}

/// What one fund pays of one record.
#[derive(Debug)]
pub(super) struct Part<'a, R> {
    /// The record.
    pub record: &'a R,
    /// Where it stands.
    pub at: Pointer,
    /// Who pays.
    pub purse: Purse,
    /// How much, in 元.
    pub amount: Decimal,
    /// Where that stands.
    pub place: Pointer,
}

/// All parts of all records of a list; those of zero say nothing.
pub(super) fn parts<'a, R: Purchase>(facts: &Facts<'_>, list: &'a [R]) -> Vec<Part<'a, R>> {
    let projects: BTreeMap<&str, usize> =
        facts.disclosure.projects.iter().enumerate().map(|(index, project)| (project.code.as_str(), index)).collect();
    let mut parts = Vec::new();
    for (index, record) in list.iter().enumerate() {
        let at = Pointer::root().key(R::LIST).index(index);
        let project = record.project().and_then(|code| projects.get(code).copied());
        let unit = facts.unit(record.unit());
        for (number, part) in record.funding().iter().enumerate().filter(|(_, part)| !part.amount.yuan().is_zero()) {
            parts.push(Part {
                record,
                at: at.clone(),
                purse: Purse { unit, project, fund: part.fund },
                amount: part.amount.yuan(),
                place: at.key("funding").index(number).key("amount"),
            });
        }
    }
    parts
}

/// The parts for which `wanted` holds, by who pays.
pub(super) fn by_purse<R: Purchase>(facts: &Facts<'_>, list: &[R], wanted: impl Fn(&R) -> bool) -> Sums<Purse> {
    let mut sums = Sums::new();
    for part in parts(facts, list).into_iter().filter(|part| wanted(part.record)) {
        sums.add(part.purse, part.amount, || part.place);
    }
    sums
}

/// The lines by who pays, as far as `asked` holds such money.
pub(super) fn lines_by_purse(facts: &Facts<'_>, asked: &Sums<Purse>) -> Sums<Purse> {
    let mut sums = Sums::new();
    for entry in &facts.ledger.entries {
        let purse = Purse::of(entry);
        if asked.get(&purse).is_some() {
            sums.add(purse, entry.amount, || entry.pointer.key("amount"));
        }
    }
    sums
}

/// 资金性质的名称。
pub(super) fn fund_name(fund: Fund) -> &'static str {
    match fund {
        Fund::GeneralPublicBudget => "一般公共预算",
        Fund::GovernmentFund => "政府性基金预算",
        Fund::StateCapitalBudget => "国有资本经营预算",
        Fund::FiscalSpecialAccount => "财政专户管理",
        Fund::InstitutionalIncome => "事业收入",
        Fund::BusinessIncome => "事业单位经营收入",
        Fund::SuperiorSubsidy => "上级补助收入",
        Fund::AffiliateRemittance => "附属单位上缴收入",
        Fund::OtherIncome => "其他收入",
    }
}

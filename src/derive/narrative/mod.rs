//! The figures of 第三部分, in the terms of the sentences that print them.
//!
//! A part that does not apply is absent, so that a template's branch is a test for `none`.

mod basic;
mod change;
mod fund;
mod matters;
mod overall;
mod summary;
mod three_public;

use serde::{Deserialize, Serialize};

pub use self::basic::{BasicClass, BasicPart, BasicSection};
pub use self::change::{Change, Changed, Direction};
pub use self::fund::{FundBasic, FundProject, FundSection, ProjectFunction, ProjectUse};
pub use self::matters::{
    OperatingCost, OperatingUnits, PerformanceSection, ProcurementPart, ProcurementSection, ResultView, ServiceAmount,
    ServicePurchaseSection, StateAssetsSection, VehicleKind,
};
pub use self::overall::{
    CarriedOver, ExpenditureKey, Fiscal, FiscalExpenditure, FiscalIncome, IncomeKey, Overall, Share, Shares,
};
pub use self::summary::{FundAmount, GoalsSection, Item, ProjectStatement, SourceAmount, Summary};
pub use self::three_public::ThreePublic;
use crate::derive::report::DateParts;
use crate::model::AbsenceReason;

/// 第三部分 预算情况说明。All amounts in 万元, shares and changes in %.
///
/// A member is absent if the region's sentences do not print it (`document.narrative` of its profile), or as it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrative {
    /// 收支预算总体。
    pub overall: Option<Overall>,
    /// 收入预算。
    pub income: Option<Shares<IncomeKey>>,
    /// 支出预算。
    pub expenditure: Option<Shares<ExpenditureKey>>,
    /// 财政拨款收支; absent without 财政拨款.
    pub fiscal: Option<Fiscal>,
    /// 一般公共预算支出; absent without it.
    pub general_public_budget: Option<FundSection>,
    /// 一般公共预算基本支出; absent without it.
    pub basic: Option<BasicSection>,
    /// “三公”经费。
    pub three_public: Option<NullOr<ThreePublic>>,
    /// 政府性基金预算支出。
    pub government_fund: Option<NullOr<FundSection>>,
    /// 国有资本经营预算支出。
    pub state_capital_budget: Option<NullOr<FundSection>>,
    /// 机关运行经费; absent without a unit that has it.
    pub operating_cost: Option<OperatingCost>,
    /// 政府采购。
    pub procurement: Option<NullOr<ProcurementSection>>,
    /// 政府购买服务。
    pub service_purchase: Option<NullOr<ServicePurchaseSection>>,
    /// 国有资产占有使用; absent when the data state nothing.
    pub state_assets: Option<StateAssetsSection>,
    /// 绩效目标; absent when the data state nothing.
    pub performance: Option<PerformanceSection>,
    /// 收支 by source and fund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// 项目绩效目标编报.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goals: Option<GoalsSection>,
    /// 财政拨款支出主要内容, by 项.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<Item>>,
    /// 项目经费情况说明, by project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<ProjectStatement>>,
}

/// A section with figures, or the reason why there are none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NullOr<T> {
    /// `{"null": {"reason": "no_budget", "change": …}}`
    Null(NullSection),
    /// `{"some": …}`
    Some(T),
}

/// Nothing this year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NullSection {
    /// 空表原因。
    pub reason: AbsenceReason,
    /// Against last year, where a prior figure is stated: 持平, or 减少 to nothing.
    pub change: Option<Change>,
}

impl<T> NullOr<T> {
    /// The section, or what `null` says of its absence.
    pub fn from_option(section: Option<T>, null: impl FnOnce() -> NullSection) -> Self {
        section.map_or_else(|| Self::Null(null()), Self::Some)
    }
}

impl From<(i32, u8, u8)> for DateParts {
    fn from((year, month, day): (i32, u8, u8)) -> Self {
        Self { year, month, day }
    }
}

//! The figures of 第三部分, in the terms of the sentences that print them.
//!
//! A part that does not apply is absent, so that a template's branch is a test for `none`.

use serde::{Deserialize, Serialize};

use super::report::{DateParts, Figure};
use crate::model::{AbsenceReason, Basis, Coverage, Fund, Level, ProcurementKind, UnitKind};

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

/// 收入 by source and 支出 by fund, all of them, zeros too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// 收入预算（万元）。
    pub income: Figure,
    /// 收入来源, as the region groups them.
    pub sources: Vec<SourceAmount>,
    /// 支出预算（万元）。
    pub expenditure: Figure,
    /// 财政拨款支出; the reason of its change is that of 财政拨款收支.
    pub fiscal: Changed,
    /// 财政拨款支出 by fund.
    pub funds: Vec<FundAmount>,
    /// Whether printed parts miss their printed total by rounding.
    pub rounded: bool,
}

/// One source of income.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceAmount {
    /// The source's name in the profile.
    pub key: String,
    /// Its name as printed.
    pub name: String,
    /// 金额（万元） and its change, which only 财政拨款收入 has.
    pub amount: Changed,
}

/// 财政拨款支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundAmount {
    /// 资金性质。
    pub fund: Fund,
    /// 金额（万元） and its change.
    pub amount: Changed,
}

/// 项目绩效目标编报: the projects in scope that have their goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalsSection {
    /// 编报的预算单位（个）of a department; none when zero, as of the others.
    pub units: Option<Figure>,
    /// 编报绩效目标的项目（个）。
    pub projects: Option<Figure>,
    /// 涉及项目预算资金（万元）。
    pub amount: Option<Figure>,
}

/// 财政拨款支出 of one 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// 项编码。
    pub code: String,
    /// 类名称。
    pub class: String,
    /// 款名称。
    pub group: String,
    /// 项名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 用途 as the data state it, as it stands after “主要用于”.
    pub purpose: Option<String>,
    /// Where the data state no 用途: the names of the economic 款 of 基本支出.
    pub subjects: Vec<String>,
    /// Likewise: the names of the projects.
    pub projects: Vec<String>,
    /// 上年数（万元）, none when not stated.
    pub last: Option<Figure>,
    /// Against last year.
    pub change: Option<Change>,
}

/// 项目经费情况说明 of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectStatement {
    /// 项目名称。
    pub name: String,
    /// 项目概述。
    pub overview: String,
    /// 立项依据, none without a plan, as of the others.
    pub basis: Option<String>,
    /// 实施主体。
    pub unit: String,
    /// 实施方案。
    pub implementation: Option<String>,
    /// 实施周期的开始, such as `2025年1月`.
    pub starts: Option<String>,
    /// 实施周期的结束。
    pub ends: Option<String>,
    /// 年度预算安排（万元）。
    pub amount: Figure,
    /// 绩效目标。
    pub goal: Option<String>,
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

/// 增减变化: one value for direction, amount, percent and basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// 增加、减少、持平。
    pub direction: Direction,
    /// 上年。
    pub year: u16,
    /// 上年数的口径。
    pub basis: Basis,
    /// 增减额（万元）; absent when 持平.
    pub amount: Option<Figure>,
    /// 增减幅度（%）; absent when 持平, on a base of zero, and when it rounds to zero.
    pub percent: Option<Figure>,
    /// 上年无该预算: a growth rate would mean nothing.
    pub base_zero: bool,
    /// 原因, as it stands after “主要是”.
    pub reason: Option<String>,
}

/// 增减方向。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 增加。
    Increase,
    /// 减少。
    Decrease,
    /// 持平。
    Equal,
}

/// 收支预算总体。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overall {
    /// 收支总预算（万元）。
    pub total: Figure,
    /// Against last year; absent without a prior figure.
    pub change: Option<Change>,
    /// Kinds of income with an amount.
    pub income: Vec<IncomeKey>,
    /// Kinds of expenditure with an amount.
    pub expenditure: Vec<ExpenditureKey>,
}

/// 收入来源: a fund of this year, or 上年结转结余.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", untagged)]
pub enum IncomeKey {
    /// 本年收入, by its fund's key.
    Current(Fund),
    /// `carried_over`: 上年结转结余.
    CarriedOver(CarriedOver),
}

/// The one word `carried_over`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarriedOver {
    /// 上年结转结余。
    CarriedOver,
}

/// 支出种类。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpenditureKey {
    /// 基本支出。
    Basic,
    /// 项目支出。
    Project,
    /// 事业单位经营支出。
    BusinessOperation,
    /// 上缴上级支出。
    RemittanceToSuperior,
    /// 对附属单位补助支出。
    SubsidyToAffiliate,
    /// 年终结转结余。
    YearEndCarryOver,
}

/// A total and the parts of it that are not zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares<K> {
    /// 合计（万元）。
    pub total: Figure,
    /// 各部分。
    pub parts: Vec<Share<K>>,
    /// Whether the printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// One part of a total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share<K> {
    /// Which part.
    pub key: K,
    /// 金额（万元）。
    pub amount: Figure,
    /// 占比（%）。
    pub share: Figure,
}

/// 财政拨款收支。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fiscal {
    /// 总预算（万元）。
    pub total: Figure,
    /// 本年拨款 and 上年结转, by fund.
    pub income: Vec<FiscalIncome>,
    /// 基本支出, 项目支出, 年终结转结余.
    pub expenditure: Vec<FiscalExpenditure>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 财政拨款收入的一部分。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalIncome {
    /// 资金性质。
    pub fund: Fund,
    /// 上年结转, not 本年收入.
    pub carried_over: bool,
    /// 金额（万元）。
    pub amount: Figure,
}

/// 财政拨款支出的一部分。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalExpenditure {
    /// 支出种类。
    pub key: ExpenditureKey,
    /// 金额（万元）。
    pub amount: Figure,
}

/// Expenditure of one fund: 一般公共预算, 政府性基金 or 国有资本经营预算.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundSection {
    /// 支出预算（万元）。
    pub total: Figure,
    /// Against last year.
    pub change: Option<Change>,
    /// 基本支出。
    pub basic: Option<FundBasic>,
    /// 项目支出。
    pub project: Option<FundProject>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 基本支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundBasic {
    /// 金额（万元）。
    pub amount: Figure,
    /// Has 人员经费.
    pub personnel: bool,
    /// Has 公用经费.
    pub public: bool,
}

/// 项目支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundProject {
    /// 金额（万元）。
    pub amount: Figure,
    /// By 项, then project.
    pub functions: Vec<ProjectFunction>,
}

/// 项目支出 of one 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectFunction {
    /// 项名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 项目。
    pub projects: Vec<ProjectUse>,
}

/// A project's money in one 项 and fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectUse {
    /// 项目名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 用途, as it stands after “主要用于：”.
    pub purpose: String,
}

/// 一般公共预算基本支出。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicSection {
    /// 基本支出（万元）。
    pub total: Figure,
    /// 人员经费。
    pub personnel: Option<BasicPart>,
    /// 公用经费。
    pub public: Option<BasicPart>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 人员经费 or 公用经费.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicPart {
    /// 金额（万元）。
    pub amount: Figure,
    /// By economic 类.
    pub classes: Vec<BasicClass>,
}

/// One economic 类 of 人员经费 or 公用经费.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicClass {
    /// 类编码, such as `301`.
    pub code: String,
    /// 类名称。
    pub name: String,
    /// 金额（万元）; absent where the class is the whole part, whose amount is printed.
    pub amount: Option<Figure>,
    /// 款, by their printed names, those with an amount.
    pub subjects: Vec<String>,
}

/// “三公”经费支出。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreePublic {
    /// 合计。
    pub total: Changed,
    /// 因公出国（境）费。
    pub overseas: Changed,
    /// 公务用车购置及运行费。
    pub vehicle: Changed,
    /// 公务用车购置费。
    pub vehicle_purchase: Changed,
    /// 公务用车运行费。
    pub vehicle_running: Changed,
    /// 公务接待费。
    pub reception: Changed,
    /// 购置数（辆）, none when zero.
    pub vehicles_to_buy: Option<Figure>,
    /// 保有量（辆）, none when zero.
    pub vehicles_kept: Option<Figure>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// An amount with its change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// 金额（万元）。
    pub amount: Figure,
    /// Whether the amount is zero.
    pub zero: bool,
    /// Against last year.
    pub change: Option<Change>,
}

/// 机关运行经费。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatingCost {
    /// 金额（万元）。
    pub amount: Figure,
    /// Against last year.
    pub change: Option<Change>,
    /// The kinds of unit that spend it, with how many there are.
    pub units: Vec<OperatingUnits>,
}

/// Units of one level and kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatingUnits {
    /// 级次。
    pub level: Level,
    /// 性质。
    pub kind: UnitKind,
    /// 家数 of subordinate units; the 本级, and the unit whose document this is, are named instead.
    pub count: Option<Figure>,
}

/// 政府采购。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcurementSection {
    /// 合计（万元）。
    pub total: Figure,
    /// Against last year.
    pub change: Option<Change>,
    /// 货物、工程、服务, those that are not zero.
    pub kinds: Vec<ProcurementPart>,
    /// 面向中小企业预留, none when zero or not stated.
    pub reserved_for_small: Option<Figure>,
    /// 其中预留给小微企业, none when zero or not stated.
    pub reserved_for_micro: Option<Figure>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 采购类别的金额。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcurementPart {
    /// 类别。
    pub kind: ProcurementKind,
    /// 金额（万元）。
    pub amount: Figure,
}

/// 政府购买服务。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePurchaseSection {
    /// 合计（万元）。
    pub total: Figure,
    /// By service, the last level of the catalogue.
    pub services: Vec<ServiceAmount>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// One purchased service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceAmount {
    /// 服务名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
}

/// 国有资产占有使用。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateAssetsSection {
    /// 截至日期。
    pub as_of: DateParts,
    /// 车辆总数, none when zero.
    pub vehicles: Option<Figure>,
    /// Vehicles by kind, those that are not zero.
    pub kinds: Vec<VehicleKind>,
    /// 单价 100 万元以上设备（台/套）, none when zero.
    pub equipment_over_1m: Option<Figure>,
}

/// Vehicles of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VehicleKind {
    /// The kind's name in the data format.
    pub kind: String,
    /// 辆数。
    pub count: Figure,
}

/// 绩效目标设置情况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerformanceSection {
    /// Which money the amounts are.
    pub coverage: Coverage,
    /// 一般公共预算本年财政拨款（万元）, none when zero.
    pub general_public_budget: Option<Figure>,
    /// 政府性基金预算本年财政拨款（万元）, none when zero.
    pub government_fund: Option<Figure>,
    /// 国有资本经营预算本年财政拨款（万元）, none when zero.
    pub state_capital_budget: Option<Figure>,
    /// 全覆盖: there are projects in scope, and each has its goals.
    pub complete: bool,
    /// 上年绩效目标完成情况。
    pub last_year_results: Vec<ResultView>,
    /// 绩效目标清单。
    pub goals: Vec<String>,
}

/// 上年一项绩效目标的完成情况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultView {
    /// 目标。
    pub goal: String,
    /// 完成情况。
    pub result: String,
    /// 完成率。
    pub completion: Option<String>,
}

impl From<(i32, u8, u8)> for DateParts {
    fn from((year, month, day): (i32, u8, u8)) -> Self {
        Self { year, month, day }
    }
}

impl<T> NullOr<T> {
    /// The section, or what `null` says of its absence.
    pub fn from_option(section: Option<T>, null: impl FnOnce() -> NullSection) -> Self {
        section.map_or_else(|| Self::Null(null()), Self::Some)
    }
}

//! The disclosure itself.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keyed::Keyed;
use super::line::is_default;
use super::{
    Agency, Amount, AssetAcquisition, Date, FunctionCode, Fund, Line, Performance, PreviousYear, Procurement, Project,
    ServicePurchase, StateAssets, Unit, UnitCode, Year,
};

/// The name of this format in the `format` field.
pub const FORMAT: &str = "gongkai/1";

/// 数据格式版本。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Format {
    /// 第一版。
    #[serde(rename = "gongkai/1")]
    One,
}

/// 部门预算公开数据。一个部门、一个年度；只填最明细的事实，合计、占比、增减、空表说明都由程序计算。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// 数据格式版本。
    pub format: Format,
    /// 地区方案。例：420107-qingshan
    pub region: String,
    /// 预算年度。
    pub year: Year,
    /// 公开日期。
    pub published_on: Date,
    /// 公开范围。默认整个部门；填 {"unit": "206001"} 时生成该单位的单位预算公开。
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: Scope,
    /// 财政批复。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// 更正。公开后发现错误、更正数据后填写，供生成更正说明；公开日期仍填原来的日期。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// 部门。
    pub agency: Agency,
    /// 部门主要职能。一条一段，不写序号。
    pub duties: Vec<String>,
    /// 预算单位。至少一个。
    #[schemars(length(min = 1))]
    pub units: Vec<Unit>,
    /// 基本支出及其他非项目支出明细。
    pub lines: Vec<Line>,
    /// 项目支出。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// 收入。只在与支出所需不同时填写，填写后必须收支平衡。
    ///
    /// By unit and fund. Default: this year's income is what the lines not carried over and the year-end carry-over
    /// need, 上年结转结余 is what the carried-over lines need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub income: Vec<StatedIncome>,
    /// 年终结转结余。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub year_end_carry_over: Vec<YearEndCarryOver>,
    /// 公务用车购置数和保有量。
    #[serde(default, skip_serializing_if = "is_default")]
    pub three_public_counts: ThreePublicCounts,
    /// 由明细推算而需要改写的金额。
    #[serde(default, skip_serializing_if = "is_default")]
    pub overrides: Overrides,
    /// 政府采购预算。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub procurement: Vec<Procurement>,
    /// 政府购买服务预算。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_purchases: Vec<ServicePurchase>,
    /// 资产配置预算。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asset_acquisitions: Vec<AssetAcquisition>,
    /// 国有资产占有使用情况。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state_assets: Option<StateAssets>,
    /// 绩效目标。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance: Option<Performance>,
    /// 以前年度数。新的在前。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous_years: Vec<PreviousYear>,
    /// 功能分类项级科目的主要用途。接在“主要用于”之后，结尾不加句号；默认按经济分类和项目名称列出。
    ///
    /// Printed by regions that describe 财政拨款支出 by 项.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "Keyed<FunctionCode, String>")]
    pub function_uses: BTreeMap<FunctionCode, String>,
    /// 增减变化的原因。接在“主要是”之后，结尾不加句号。键为 total、general_public_budget、three_public.reception、functions.2010301 等。
    ///
    /// `general_public_budget` defaults to `total` when both changes are equal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, String>,
    /// 空表的原因。没有填写的空表按“没有预算”说明。
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "Keyed<TableKind, Absence>")]
    pub absent: BTreeMap<TableKind, Absence>,
    /// 名词解释的补充。
    #[serde(default, skip_serializing_if = "is_default")]
    pub glossary: GlossaryChoice,
    /// 科目的补充和印刷简称。
    #[serde(default, skip_serializing_if = "is_default")]
    pub subjects: Subjects,
}

/// 发布主体: under which code and names a document is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublisherNames<'a> {
    /// 部门代码 or 单位代码.
    pub code: &'a str,
    /// 简称.
    pub name: &'a str,
    /// 全称, for cover, title and file name.
    pub full_name: &'a str,
}

impl Disclosure {
    /// Who publishes the document of one of the units, or the department's.
    #[must_use]
    pub fn publisher<'a>(&'a self, unit: Option<&'a Unit>) -> PublisherNames<'a> {
        let Agency { code, name, full_name, .. } = &self.agency;
        match unit {
            None => PublisherNames { code: code.as_str(), name, full_name },
            Some(Unit { code, name, full_name, .. }) => {
                PublisherNames { code: code.as_str(), name, full_name: full_name.as_ref().unwrap_or(name) }
            }
        }
    }
}

/// 公开范围。
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// 整个部门。
    #[default]
    Department,
    /// 一个预算单位。
    Unit(UnitCode),
}

impl Scope {
    /// Which kind of document it asks for.
    #[must_use]
    pub fn kind(&self) -> ScopeKind {
        match self {
            Self::Department => ScopeKind::Department,
            Self::Unit(_) => ScopeKind::Unit,
        }
    }
}

/// Which document this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeKind {
    /// 部门预算。
    Department,
    /// 单位预算。
    Unit,
}

impl ScopeKind {
    /// 部门 or 单位.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Department => "部门",
            Self::Unit => "单位",
        }
    }
}

/// 财政批复。
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Approval {
    /// 批复文号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// 批复日期。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// 批复的支出总额（元），按资金性质。起草时可不填。
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "Keyed<Fund, Amount>")]
    pub totals: ApprovedTotals,
}

/// 批复的支出总额（元）。
///
/// The one independent control of the lines, for the checks to compare.
pub type ApprovedTotals = BTreeMap<Fund, Amount>;

/// 更正。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// 更正日期。
    pub date: Date,
    /// 更正原因。接在“因”之后，结尾不加句号。例：项目支出数据录入有误
    ///
    /// Printed by the 更正说明 alone.
    pub reason: String,
}

/// 与支出所需不同的收入。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedIncome {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 资金性质。
    pub fund: Fund,
    /// 是否上年结转结余。默认否。
    #[serde(default, skip_serializing_if = "is_default")]
    pub carried_over: bool,
    /// 金额（元）。
    pub amount: Amount,
}

/// 年终结转结余。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearEndCarryOver {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 资金性质。
    pub fund: Fund,
    /// 金额（元）。
    pub amount: Amount,
}

/// 公务用车购置数和保有量。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ThreePublicCounts {
    /// 公务用车购置数（辆）。
    pub vehicles_to_buy: u32,
    /// 公务用车保有量（辆）。
    pub vehicles_kept: u32,
}

/// 由明细推算而需要改写的金额。
///
/// Only where the lines cannot give the published figure; each needs a reason.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Overrides {
    /// 机关运行经费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operating_cost: Option<Override>,
    /// 因公出国（境）费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overseas: Option<Override>,
    /// 公务用车购置费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vehicle_purchase: Option<Override>,
    /// 公务用车运行费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vehicle_running: Option<Override>,
    /// 公务接待费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reception: Option<Override>,
}

impl Overrides {
    /// Each with its name in the data format.
    #[must_use]
    pub fn all(&self) -> [(&'static str, Option<&Override>); 5] {
        [
            ("operating_cost", self.operating_cost.as_ref()),
            ("overseas", self.overseas.as_ref()),
            ("vehicle_purchase", self.vehicle_purchase.as_ref()),
            ("vehicle_running", self.vehicle_running.as_ref()),
            ("reception", self.reception.as_ref()),
        ]
    }
}

/// 改写的金额和原因。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// 金额（元）。
    pub amount: Amount,
    /// 原因。
    pub reason: String,
}

/// 表的种类。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// 收支总表。
    IncomeExpenditure,
    /// 收入总表。
    Income,
    /// 支出总表。
    Expenditure,
    /// 财政拨款收支总表。
    FiscalIncomeExpenditure,
    /// 一般公共预算支出表。
    GeneralPublicBudget,
    /// 一般公共预算基本支出表。
    Basic,
    /// 一般公共预算“三公”经费支出表。
    ThreePublic,
    /// 政府性基金预算支出表。
    GovernmentFund,
    /// 国有资本经营预算支出表。
    StateCapitalBudget,
    /// 项目支出表。
    Projects,
    /// 政府采购预算表。
    Procurement,
    /// 政府购买服务预算表。
    ServicePurchase,
    /// 资产配置预算表。
    AssetAcquisition,
    /// 整体支出绩效目标表。
    DepartmentPerformance,
    /// 项目支出绩效目标表。
    ProjectPerformance,
}

impl TableKind {
    /// The name in the data format.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::IncomeExpenditure => "income_expenditure",
            Self::Income => "income",
            Self::Expenditure => "expenditure",
            Self::FiscalIncomeExpenditure => "fiscal_income_expenditure",
            Self::GeneralPublicBudget => "general_public_budget",
            Self::Basic => "basic",
            Self::ThreePublic => "three_public",
            Self::GovernmentFund => "government_fund",
            Self::StateCapitalBudget => "state_capital_budget",
            Self::Projects => "projects",
            Self::Procurement => "procurement",
            Self::ServicePurchase => "service_purchase",
            Self::AssetAcquisition => "asset_acquisition",
            Self::DepartmentPerformance => "department_performance",
            Self::ProjectPerformance => "project_performance",
        }
    }
}

/// 空表的原因代码。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AbsenceReason {
    /// 没有预算。
    #[default]
    NoBudget,
    /// 没有资质。
    NotEntitled,
    /// 本年度没有安排。
    NoneThisYear,
    /// 由上级统筹安排。
    ArrangedCentrally,
}

/// 空表的原因。
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// 原因代码。
    pub reason: AbsenceReason,
    /// 表下说明的整句。默认用地区方案的写法。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// 名词解释的补充。
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GlossaryChoice {
    /// 没有金额也要列出的功能分类项级科目。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_list_functions: Vec<FunctionCode>,
    /// 补充的名词。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraTerm>,
}

/// 补充的名词。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtraTerm {
    /// 名词。
    pub term: String,
    /// 解释。
    pub text: String,
}

/// 科目的补充和印刷简称。
///
/// The bundled catalogue is incomplete and changes by year; a code that it lacks is legal once named here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Subjects {
    /// 支出功能分类科目（3、5、7 位）。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functional: Vec<LocalSubject>,
    /// 部门预算支出经济分类科目（3、5 位）。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub economic: Vec<LocalSubject>,
}

/// 补充的科目。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalSubject {
    /// 科目编码。
    #[schemars(regex(pattern = r"^[0-9]{3}([0-9]{2}){0,2}$"), extend("format" = "subject-code"))]
    pub code: String,
    /// 科目名称。
    pub name: String,
    /// 正文中的印刷简称。默认与名称相同。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
}

//! 绩效目标 forms, the only tables that are drawn by hand.

use serde::{Deserialize, Serialize};

use super::report::Figure;

/// 整体支出绩效目标表（表13），万元。
///
/// In the empty table all texts are empty, those of the figures as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentPerformanceForm {
    /// 部门名称。
    pub name: String,
    /// 填报人。
    pub preparer: Option<String>,
    /// 联系电话。
    pub phone: String,
    /// The two years before: 前年, 上年.
    pub previous_years: [u16; 2],
    /// 收入构成: 财政拨款, 其他资金, 合计.
    pub income: Vec<FundingRow>,
    /// 支出构成: 基本支出, 项目支出, 其他支出 (with 年终结转结余) where there is any, 合计.
    pub expenditure: Vec<FundingRow>,
    /// 部门职能概述。
    pub duties_summary: Option<String>,
    /// 年度工作任务。
    pub annual_tasks: Vec<String>,
    /// 项目支出情况。
    pub projects: Vec<ProjectSummary>,
    /// 整体绩效长期目标。
    pub long_term_goal: Option<String>,
    /// 整体绩效年度目标。
    pub annual_goal: Option<String>,
    /// 年度绩效指标。
    pub indicators: Vec<IndicatorView>,
}

/// 总体资金情况的一行。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingRow {
    /// `fiscal`, `other`, `total` of income; `basic`, `project`, `other` or `other_and_carry_over`, `total` of expenditure.
    pub key: String,
    /// 当年金额（万元）。
    pub amount: Figure,
    /// 占比（%）。
    pub share: Figure,
    /// 近两年金额（万元）: 前年, 上年; empty where not stated.
    pub previous: [String; 2],
}

/// 项目支出情况的一行。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectSummary {
    /// 项目名称。
    pub name: String,
    /// 项目类别, as printed.
    pub category: String,
    /// 项目总预算（万元）。
    pub total_budget: Figure,
    /// 项目本年度预算（万元）。
    pub amount: Figure,
    /// 主要支出方向和用途。
    pub purpose: String,
}

/// 绩效指标的一行。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorView {
    /// 一级、二级指标。
    pub path: Vec<String>,
    /// 三级指标。
    pub name: String,
    /// 预期当年实现值, as printed: `≥20场`.
    pub target: String,
    /// 前年、上年, empty where not stated.
    pub previous: [String; 2],
    /// 指标值确定依据。
    pub basis: Option<String>,
}

/// 项目支出绩效目标表（表14），one project, 元.
///
/// A project without a stated plan has its form as well, with what the lines give; its other texts are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectForm {
    /// 项目代码。
    pub code: String,
    /// 项目名称。
    pub name: String,
    /// 项目类别, as printed.
    pub category: String,
    /// 一级项目。
    pub parent: Option<String>,
    /// 延续项目 rather than a new one; none where not stated.
    pub continuing: Option<bool>,
    /// 经常性项目 rather than 阶段性项目, if the region's form tells it; none where not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurring: Option<bool>,
    /// 主管部门。
    pub supervising_department: String,
    /// 实施单位。
    pub implementing_unit: String,
    /// 项目负责人。
    pub manager: Option<String>,
    /// 联系电话。
    pub phone: Option<String>,
    /// 起始时间, such as `2023年1月`.
    pub starts: String,
    /// 完成时间。
    pub ends: String,
    /// 立项依据。
    pub basis: String,
    /// 实施方案。
    pub implementation: String,
    /// 项目总预算。
    pub total_budget: Figure,
    /// 本年预算。
    pub amount: Figure,
    /// 当年财政拨款。
    pub fiscal: Figure,
    /// 上年结转。
    pub carried_over: Figure,
    /// 其他资金。
    pub other: Figure,
    /// 项目总预算 by source, if the region's form tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_by_source: Option<TotalBySource>,
    /// 以前年度预算与执行, in the order of the data.
    pub history: Vec<HistoryView>,
    /// 成本构成与测算。
    pub costs: Vec<CostView>,
    /// 长期绩效目标。
    pub long_term_goal: Option<String>,
    /// 年度绩效目标。
    pub annual_goal: String,
    /// 绩效指标。
    pub indicators: Vec<IndicatorView>,
}

/// 项目总预算 by source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalBySource {
    /// 财政资金。
    pub fiscal: Figure,
    /// 其他资金。
    pub other: Figure,
}

/// 以前年度预算与执行。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// 年度。
    pub year: u16,
    /// 预算数, empty where not stated.
    pub budget: String,
    /// 执行数, empty where not stated.
    pub executed: String,
}

/// 成本构成与测算。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostView {
    /// 支出内容。
    pub item: String,
    /// 金额。
    pub amount: String,
    /// 测算依据。
    pub basis: String,
}

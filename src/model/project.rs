//! 项目支出: published projects and their performance plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, Indicator, Line, Month, UnitCode, Year};

/// 项目类别。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProjectCategory {
    /// 特定目标类。
    SpecificTarget,
    /// 其他运转类。
    OtherOperating,
}

/// 项目。人员类和公用经费类项目属于基本支出，请填在 `lines`。
///
/// PRO_CODE of the 预算管理一体化 system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// 项目代码。
    pub code: String,
    /// 项目名称。
    pub name: String,
    /// 项目类别。
    pub category: ProjectCategory,
    /// 一级项目名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// 主要用途。接在“主要用于：”之后，结尾不加句号。
    #[serde(rename = "use")]
    pub purpose: String,
    /// 项目预算明细。
    pub lines: Vec<Line>,
    /// 项目支出绩效目标表的内容。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
}

/// 项目支出绩效目标。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// 主管部门。默认为本部门。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervising_department: Option<String>,
    /// 实施单位代码。默认为项目明细所属的单位。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 项目负责人。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    /// 联系电话。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// 是否延续项目。
    pub continuing: bool,
    /// 是否经常性项目；否为阶段性项目。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurring: Option<bool>,
    /// 开始年月。
    pub starts: Month,
    /// 完成年月。
    pub ends: Month,
    /// 项目概述。默认用项目的主要用途。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overview: Option<String>,
    /// 立项依据。
    pub basis: String,
    /// 实施方案。
    pub implementation: String,
    /// 项目总预算（元）。跨年度项目填写，默认等于本年预算。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_budget: Option<Amount>,
    /// 项目总预算中的财政资金（元）。总预算大于本年预算且有其他资金时填写；默认除本年的其他资金外都是财政资金。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_fiscal: Option<Amount>,
    /// 以前年度预算执行情况。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<History>,
    /// 成本构成与测算依据。合计须等于本年预算。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// 长期绩效目标。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_term_goal: Option<String>,
    /// 年度绩效目标。
    pub annual_goal: String,
    /// 绩效指标。
    pub indicators: Vec<Indicator>,
}

/// 以前年度预算执行情况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// 年度。
    pub year: Year,
    /// 预算数（元）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Amount>,
    /// 执行数（元）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executed: Option<Amount>,
}

/// 成本构成。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// 支出内容。
    pub item: String,
    /// 金额（元）。
    pub amount: Amount,
    /// 测算依据。例：30,000份×2元
    pub basis: String,
}

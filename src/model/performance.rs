//! 绩效目标: indicators, and the performance of the whole department.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Quantity;

/// 指标值的比较符。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Operator {
    /// 不少于（≥）。
    #[serde(rename = ">=")]
    AtLeast,
    /// 不多于（≤）。
    #[serde(rename = "<=")]
    AtMost,
    /// 等于（=）。
    #[serde(rename = "=")]
    Equal,
    /// 大于（>）。
    #[serde(rename = ">")]
    MoreThan,
    /// 小于（<）。
    #[serde(rename = "<")]
    LessThan,
}

/// 指标值。数值写 `operator`、`value`、`measure`，文字写 `text`。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum Target {
    /// 数值。例：≥20 场
    Number {
        /// 比较符。
        operator: Operator,
        /// 数值。
        value: Quantity,
        /// 计量单位。
        measure: String,
    },
    /// 文字。例：达标
    Text {
        /// 文字。
        text: String,
    },
}

/// 绩效指标。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// 一级、二级指标名称。例：["产出指标", "数量指标"]
    #[schemars(length(min = 1, max = 2))]
    pub path: Vec<String>,
    /// 三级指标名称。
    pub name: String,
    /// 预期当年实现值。
    pub target: Target,
    /// 近两年指标值。前年在前，上年在后。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2))]
    pub previous: Vec<String>,
    /// 指标值确定依据。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// 绩效目标覆盖的资金口径。
///
/// Which amount section 九(五) names: the source document names the whole budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// 部门全部预算。
    WholeBudget,
    /// 项目支出。
    #[default]
    Projects,
}

/// 部门整体支出绩效目标。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Performance {
    /// 绩效目标覆盖的资金口径。默认项目支出。
    #[serde(default)]
    pub coverage: Coverage,
    /// 部门职能概述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duties_summary: Option<String>,
    /// 年度工作任务。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annual_tasks: Vec<String>,
    /// 整体绩效长期目标。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_term_goal: Option<String>,
    /// 整体绩效年度目标。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_goal: Option<String>,
    /// 年度绩效指标。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// 绩效目标清单。说明书中“序号、绩效目标”表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<String>,
    /// 上年绩效目标完成情况。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub last_year_results: Vec<LastYearResult>,
}

/// 上年一项绩效目标的完成情况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LastYearResult {
    /// 目标。
    pub goal: String,
    /// 完成情况。
    pub result: String,
    /// 完成率。整句填写。例：完成率为100%。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<String>,
}

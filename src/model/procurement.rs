//! 政府采购 and 政府购买服务: views on lines, never added to expenditure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, EconomicCode, FunctionCode, Fund, Quantity, UnitCode};

/// 采购类别。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProcurementKind {
    /// 货物。
    Goods,
    /// 工程。
    Works,
    /// 服务。
    Services,
}

/// 采购组织形式。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Organisation {
    /// 政府集中采购。
    Centralized,
    /// 部门集中采购。
    Departmental,
    /// 分散采购。
    Decentralized,
}

/// 资金来源。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// 资金性质。
    pub fund: Fund,
    /// 金额（元）。
    pub amount: Amount,
}

/// 政府采购品目。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcurementCatalogue {
    /// 品目编码。例：A05040101
    pub code: String,
    /// 品目名称。例：复印纸
    pub name: String,
}

/// 政府采购预算。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procurement {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 项目代码。公用经费采购不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// 功能分类科目编码。
    pub function: FunctionCode,
    /// 部门预算支出经济分类科目编码。
    pub economic: EconomicCode,
    /// 采购品目。
    pub catalogue: ProcurementCatalogue,
    /// 采购类别。
    pub kind: ProcurementKind,
    /// 采购组织形式。
    pub organisation: Organisation,
    /// 数量。
    pub quantity: Quantity,
    /// 计量单位。
    pub measure: String,
    /// 单价（元）。
    pub unit_price: Amount,
    /// 资金来源。合计须等于数量乘以单价。
    pub funding: Vec<Funding>,
    /// 面向中小企业预留金额（元）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved_for_small: Option<Amount>,
    /// 其中预留给小微企业的金额（元）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved_for_micro: Option<Amount>,
}

/// 政府购买服务指导性目录。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceCatalogue {
    /// 目录代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 一级、二级、三级目录名称。
    #[schemars(length(min = 1, max = 3))]
    pub path: Vec<String>,
}

/// 政府购买服务预算。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServicePurchase {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 项目代码。公用经费购买不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// 购买服务内容。
    pub catalogue: ServiceCatalogue,
    /// 数量。
    pub quantity: Quantity,
    /// 计量单位。
    pub measure: String,
    /// 是否政府采购。
    pub is_procurement: bool,
    /// 资金来源。
    pub funding: Vec<Funding>,
}

//! The budget line, from which tables 1 to 9 follow.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, EconomicCode, FunctionCode, Fund, Origin, UnitCode};

/// 支出性质。
///
/// Left out, it follows from the economic 款 by the region's map (301, 303 → 人员; 302, 310 → 公用).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 人员经费。
    Personnel,
    /// 公用经费。
    Public,
    /// 事业单位经营支出。
    BusinessOperation,
    /// 上缴上级支出。
    RemittanceToSuperior,
    /// 对附属单位补助支出。
    SubsidyToAffiliate,
}

/// 预算明细。一行一笔支出；同一编码的多行自动相加。
///
/// The grain is that of the 预算管理一体化 system. Lines inside a project are 项目支出 and carry no `nature`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 功能分类科目编码。项级，7 位。
    pub function: FunctionCode,
    /// 部门预算支出经济分类科目编码。款级，5 位。
    pub economic: EconomicCode,
    /// 政府预算支出经济分类科目编码。款级，5 位，只有个别地区的表格需要。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub government_economic: Option<EconomicCode>,
    /// 资金性质。
    pub fund: Fund,
    /// 是否上年结转结余。默认否。
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried_over: bool,
    /// 支出性质。默认按经济分类确定；307、309、312、399 必须写明。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// 资金来源渠道。默认本级财力。
    #[serde(default, skip_serializing_if = "is_default")]
    pub origin: Origin,
    /// 对方单位代码。部门内部上缴或补助时填写，部门汇总时抵销。
    ///
    /// The eliminated pair is this line and the counterparty's income of the same amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterparty: Option<UnitCode>,
    /// 金额（元）。
    pub amount: Amount,
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

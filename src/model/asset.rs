//! 资产: what is bought this year, and what the department holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::line::is_default;
use super::{Amount, Date, Funding, Quantity, UnitCode};

/// 资产分类。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetClass {
    /// 分类代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 分类名称。
    pub name: String,
}

/// 资产配置预算。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetAcquisition {
    /// 预算单位代码。只有一个单位时可不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// 项目代码。公用经费购置不填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// 资产分类。
    pub asset_class: AssetClass,
    /// 资产名称。
    pub name: String,
    /// 数量。
    pub quantity: Quantity,
    /// 计量单位。
    pub measure: String,
    /// 单价（元）。
    pub unit_price: Amount,
    /// 是否政府采购。
    pub is_procurement: bool,
    /// 资金来源。合计须等于数量乘以单价。
    pub funding: Vec<Funding>,
}

/// 国有资产占有使用情况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateAssets {
    /// 统计截止日期。
    pub as_of: Date,
    /// 车辆数。
    pub vehicles: Vehicles,
    /// 单价 100 万元（含）以上设备（不含车辆）台（套）数。
    #[serde(default, skip_serializing_if = "is_default")]
    pub equipment_over_1m: u32,
}

/// 各类车辆数（辆）。
///
/// The kinds of domain.md c.2, 资产.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vehicles {
    /// 主要领导干部用车。
    pub leaders: u32,
    /// 机要通信用车。
    pub confidential: u32,
    /// 应急保障用车。
    pub emergency: u32,
    /// 执法执勤用车。
    pub law_enforcement: u32,
    /// 特种专业技术用车。
    pub special_technical: u32,
    /// 离退休干部用车。
    pub retired_cadres: u32,
    /// 其他用车。
    pub other: u32,
}

impl Vehicles {
    /// The kinds with their names in the data format, in the order of publication.
    #[must_use]
    pub fn kinds(self) -> [(&'static str, u32); 7] {
        [
            ("leaders", self.leaders),
            ("confidential", self.confidential),
            ("emergency", self.emergency),
            ("law_enforcement", self.law_enforcement),
            ("special_technical", self.special_technical),
            ("retired_cadres", self.retired_cadres),
            ("other", self.other),
        ]
    }

    /// 车辆总数。
    #[must_use]
    pub fn total(self) -> u32 {
        self.kinds().iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

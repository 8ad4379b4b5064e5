//! Who publishes: the department and its budget units.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::UnitCode;
use super::line::is_default;

/// 部门。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// 部门代码。
    pub code: UnitCode,
    /// 部门简称。正文和表格中使用。例：区科协
    pub name: String,
    /// 部门全称。封面和文件名中使用。例：青山区科学技术协会
    pub full_name: String,
    /// 咨询电话。
    pub phone: String,
    /// 填报人。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparer: Option<String>,
}

/// 单位级次。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 部门本级。
    Headquarters,
    /// 所属二级单位。
    Subordinate,
}

/// 单位性质。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 行政单位。
    Administrative,
    /// 参照公务员法管理的事业单位。
    CivilServiceLike,
    /// 公益一类事业单位。
    #[serde(rename = "public_welfare_1")]
    PublicWelfareOne,
    /// 公益二类事业单位。
    #[serde(rename = "public_welfare_2")]
    PublicWelfareTwo,
    /// 生产经营类事业单位。
    Business,
    /// 其他。
    Other,
}

impl UnitKind {
    /// 有机关运行经费的单位：行政单位和参公事业单位。
    ///
    /// Source: domain.md R38, the definition in every glossary.
    #[must_use]
    pub fn has_operating_cost(self) -> bool {
        matches!(self, Self::Administrative | Self::CivilServiceLike)
    }
}

/// 预算单位。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// 单位代码。
    pub code: UnitCode,
    /// 单位简称。
    pub name: String,
    /// 单位全称。默认与简称相同；单位预算公开的封面和文件名中使用。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
    /// 单位级次。
    pub level: Level,
    /// 单位性质。
    pub kind: UnitKind,
    /// 单位职责。单位预算公开时使用；部门预算用 `duties`。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
    /// 内设机构。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub internal_offices: Vec<InternalOffice>,
    /// 人员构成。
    pub staffing: Staffing,
}

/// 内设机构。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InternalOffice {
    /// 机构名称。
    pub name: String,
    /// 加挂牌子。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also_named: Option<String>,
}

/// 人员构成。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Staffing {
    /// 编制人数。
    pub authorized: Staff,
    /// 在职实有人数。
    pub in_service: Staff,
    /// 离退休人数。
    pub retired: Retired,
}

/// 按编制类别的人数。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// 行政编制人数。
    pub administrative: u32,
    /// 事业编制人数。含参照公务员法管理的人数。
    pub institutional: u32,
    /// 事业编制中参照公务员法管理的人数。
    #[serde(default, skip_serializing_if = "is_default")]
    pub institutional_civil_service_like: u32,
    /// 工勤编制人数。
    #[serde(default, skip_serializing_if = "is_default")]
    pub worker: u32,
}

/// 离退休人数。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// 离休人数。
    pub pre_1949_cadre: u32,
    /// 退休人数。
    pub ordinary: u32,
}

//! 其他重要事项: 机关运行经费, 政府采购, 国有资产, 绩效.

use serde::{Deserialize, Serialize};

use super::Change;
use crate::derive::report::{DateParts, Figure};
use crate::model::{Coverage, Level, ProcurementKind, UnitKind};

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

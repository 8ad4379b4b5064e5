//! 一 to 四: all income and all expenditure, and 财政拨款 of them.

use serde::{Deserialize, Serialize};

use super::Change;
use crate::derive::report::Figure;
use crate::model::Fund;

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

//! 一般公共预算基本支出, by 人员经费 and 公用经费.

use serde::{Deserialize, Serialize};

use crate::derive::report::Figure;

/// 一般公共预算基本支出。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicSection {
    /// 基本支出（万元）。
    pub total: Figure,
    /// 人员经费。
    pub personnel: Option<BasicPart>,
    /// 公用经费。
    pub public: Option<BasicPart>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 人员经费 or 公用经费.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicPart {
    /// 金额（万元）。
    pub amount: Figure,
    /// By economic 类.
    pub classes: Vec<BasicClass>,
}

/// One economic 类 of 人员经费 or 公用经费.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicClass {
    /// 类编码, such as `301`.
    pub code: String,
    /// 类名称。
    pub name: String,
    /// 金额（万元）; absent where the class is the whole part, whose amount is printed.
    pub amount: Option<Figure>,
    /// 款, by their printed names, those with an amount.
    pub subjects: Vec<String>,
}

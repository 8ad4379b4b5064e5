//! 增减变化, of an amount against a year before.

use serde::{Deserialize, Serialize};

use crate::derive::report::Figure;
use crate::model::Basis;

/// 增减变化: one value for direction, amount, percent and basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// 增加、减少、持平。
    pub direction: Direction,
    /// 上年。
    pub year: u16,
    /// 上年数的口径。
    pub basis: Basis,
    /// 增减额（万元）; absent when 持平.
    pub amount: Option<Figure>,
    /// 增减幅度（%）; absent when 持平, on a base of zero, and when it rounds to zero.
    pub percent: Option<Figure>,
    /// 上年无该预算: a growth rate would mean nothing.
    pub base_zero: bool,
    /// 原因, as it stands after “主要是”.
    pub reason: Option<String>,
}

/// 增减方向。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 增加。
    Increase,
    /// 减少。
    Decrease,
    /// 持平。
    Equal,
}

/// An amount with its change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// 金额（万元）。
    pub amount: Figure,
    /// Whether the amount is zero.
    pub zero: bool,
    /// Against last year.
    pub change: Option<Change>,
}

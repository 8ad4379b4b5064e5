//! “三公”经费.

use serde::{Deserialize, Serialize};

use super::Changed;
use crate::derive::report::Figure;

/// “三公”经费支出。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreePublic {
    /// 合计。
    pub total: Changed,
    /// 因公出国（境）费。
    pub overseas: Changed,
    /// 公务用车购置及运行费。
    pub vehicle: Changed,
    /// 公务用车购置费。
    pub vehicle_purchase: Changed,
    /// 公务用车运行费。
    pub vehicle_running: Changed,
    /// 公务接待费。
    pub reception: Changed,
    /// 购置数（辆）, none when zero.
    pub vehicles_to_buy: Option<Figure>,
    /// 保有量（辆）, none when zero.
    pub vehicles_kept: Option<Figure>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

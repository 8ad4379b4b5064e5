//! Groups of figures of regions that print them item by item or project by project.

use serde::{Deserialize, Serialize};

use super::{Change, Changed};
use crate::derive::report::Figure;
use crate::model::Fund;

/// 收入 by source and 支出 by fund, all of them, zeros too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// 收入预算（万元）。
    pub income: Figure,
    /// 收入来源, as the region groups them.
    pub sources: Vec<SourceAmount>,
    /// 支出预算（万元）。
    pub expenditure: Figure,
    /// 财政拨款支出; the reason of its change is that of 财政拨款收支.
    pub fiscal: Changed,
    /// 财政拨款支出 by fund.
    pub funds: Vec<FundAmount>,
    /// Whether printed parts miss their printed total by rounding.
    pub rounded: bool,
}

/// One source of income.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceAmount {
    /// The source's name in the profile.
    pub key: String,
    /// Its name as printed.
    pub name: String,
    /// 金额（万元） and its change, which only 财政拨款收入 has.
    pub amount: Changed,
}

/// 财政拨款支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundAmount {
    /// 资金性质。
    pub fund: Fund,
    /// 金额（万元） and its change.
    pub amount: Changed,
}

/// 项目绩效目标编报: the projects in scope that have their goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalsSection {
    /// 编报的预算单位（个）of a department; none when zero, as of the others.
    pub units: Option<Figure>,
    /// 编报绩效目标的项目（个）。
    pub projects: Option<Figure>,
    /// 涉及项目预算资金（万元）。
    pub amount: Option<Figure>,
}

/// 财政拨款支出 of one 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// 项编码。
    pub code: String,
    /// 类名称。
    pub class: String,
    /// 款名称。
    pub group: String,
    /// 项名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 用途 as the data state it, as it stands after “主要用于”.
    pub purpose: Option<String>,
    /// Where the data state no 用途: the names of the economic 款 of 基本支出.
    pub subjects: Vec<String>,
    /// Likewise: the names of the projects.
    pub projects: Vec<String>,
    /// 上年数（万元）, none when not stated.
    pub last: Option<Figure>,
    /// Against last year.
    pub change: Option<Change>,
}

/// 项目经费情况说明 of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectStatement {
    /// 项目名称。
    pub name: String,
    /// 项目概述。
    pub overview: String,
    /// 立项依据, none without a plan, as of the others.
    pub basis: Option<String>,
    /// 实施主体。
    pub unit: String,
    /// 实施方案。
    pub implementation: Option<String>,
    /// 实施周期的开始, such as `2025年1月`.
    pub starts: Option<String>,
    /// 实施周期的结束。
    pub ends: Option<String>,
    /// 年度预算安排（万元）。
    pub amount: Figure,
    /// 绩效目标。
    pub goal: Option<String>,
}

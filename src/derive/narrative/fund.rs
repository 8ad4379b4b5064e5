//! Expenditure of one fund: 一般公共预算, 政府性基金, 国有资本经营预算.

use serde::{Deserialize, Serialize};

use super::Change;
use crate::derive::report::Figure;

/// Expenditure of one fund: 一般公共预算, 政府性基金 or 国有资本经营预算.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundSection {
    /// 支出预算（万元）。
    pub total: Figure,
    /// Against last year.
    pub change: Option<Change>,
    /// 基本支出。
    pub basic: Option<FundBasic>,
    /// 项目支出。
    pub project: Option<FundProject>,
    /// Whether printed parts miss the printed total by rounding.
    pub rounded: bool,
}

/// 基本支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundBasic {
    /// 金额（万元）。
    pub amount: Figure,
    /// Has 人员经费.
    pub personnel: bool,
    /// Has 公用经费.
    pub public: bool,
}

/// 项目支出 of one fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundProject {
    /// 金额（万元）。
    pub amount: Figure,
    /// By 项, then project.
    pub functions: Vec<ProjectFunction>,
}

/// 项目支出 of one 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectFunction {
    /// 项名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 项目。
    pub projects: Vec<ProjectUse>,
}

/// A project's money in one 项 and fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectUse {
    /// 项目名称。
    pub name: String,
    /// 金额（万元）。
    pub amount: Figure,
    /// 用途, as it stands after “主要用于：”.
    pub purpose: String,
}

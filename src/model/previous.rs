//! 以前年度: the figures that this year is compared with.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keyed::Keyed;
use super::{Amount, FunctionCode, Year};

/// 以前年度数的口径。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 年初预算数。
    Budget,
    /// 调整预算数。
    AdjustedBudget,
    /// 预算执行数。
    Execution,
    /// 决算数。
    FinalAccounts,
}

/// 以前年度数。没有填写的项目不写增减变化。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousYear {
    /// 年度。
    pub year: Year,
    /// 口径。一个年度只有一个口径。
    pub basis: Basis,
    /// 上年的数据文件名。只能用于年初预算数口径。
    ///
    /// Relative to this file; figures stated here take precedence over those derived from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// 以前年度金额（元）。
    #[serde(default)]
    pub figures: PreviousFigures,
}

/// 以前年度金额（元）。
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PreviousFigures {
    /// 收支总预算。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
    /// 一般公共预算支出。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub general_public_budget: Option<Amount>,
    /// 政府性基金预算支出。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub government_fund: Option<Amount>,
    /// 国有资本经营预算支出。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_capital_budget: Option<Amount>,
    /// 财政拨款收入。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_income: Option<Amount>,
    /// 其他资金收入。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_income: Option<Amount>,
    /// 基本支出。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basic: Option<Amount>,
    /// 项目支出。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Amount>,
    /// “三公”经费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub three_public: Option<PreviousThreePublic>,
    /// 机关运行经费。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operating_cost: Option<Amount>,
    /// 政府采购预算。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procurement: Option<Amount>,
    /// 按功能分类项级科目的财政拨款支出。
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "Keyed<FunctionCode, Amount>")]
    pub functions: BTreeMap<FunctionCode, Amount>,
}

/// 以前年度“三公”经费（元）。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousThreePublic {
    /// 因公出国（境）费。
    pub overseas: Amount,
    /// 公务用车购置费。
    pub vehicle_purchase: Amount,
    /// 公务用车运行费。
    pub vehicle_running: Amount,
    /// 公务接待费。
    pub reception: Amount,
}

impl PreviousFigures {
    /// Fills what is not stated from figures that are derived.
    pub fn complete_from(&mut self, derived: Self) {
        let Self {
            total,
            general_public_budget,
            government_fund,
            state_capital_budget,
            fiscal_income,
            other_income,
            basic,
            project,
            three_public,
            operating_cost,
            procurement,
            functions,
        } = derived;
        self.total = self.total.or(total);
        self.general_public_budget = self.general_public_budget.or(general_public_budget);
        self.government_fund = self.government_fund.or(government_fund);
        self.state_capital_budget = self.state_capital_budget.or(state_capital_budget);
        self.fiscal_income = self.fiscal_income.or(fiscal_income);
        self.other_income = self.other_income.or(other_income);
        self.basic = self.basic.or(basic);
        self.project = self.project.or(project);
        self.three_public = self.three_public.take().or(three_public);
        self.operating_cost = self.operating_cost.or(operating_cost);
        self.procurement = self.procurement.or(procurement);
        for (function, amount) in functions {
            self.functions.entry(function).or_insert(amount);
        }
    }
}

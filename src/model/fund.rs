//! Where money comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 资金性质。
///
/// FUND_TYPE_CODE of the 预算管理一体化 system. The last five are 单位资金, which some tables show as one column;
/// a line always names the leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fund {
    /// 一般公共预算。
    GeneralPublicBudget,
    /// 政府性基金预算。
    GovernmentFund,
    /// 国有资本经营预算。
    StateCapitalBudget,
    /// 财政专户管理资金。
    FiscalSpecialAccount,
    /// 事业收入。
    InstitutionalIncome,
    /// 事业单位经营收入。
    BusinessIncome,
    /// 上级补助收入。
    SuperiorSubsidy,
    /// 附属单位上缴收入。
    AffiliateRemittance,
    /// 其他收入。
    OtherIncome,
}

impl Fund {
    /// All funds in the order of 收支总表.
    pub const ALL: [Self; 9] = [
        Self::GeneralPublicBudget,
        Self::GovernmentFund,
        Self::StateCapitalBudget,
        Self::FiscalSpecialAccount,
        Self::InstitutionalIncome,
        Self::BusinessIncome,
        Self::SuperiorSubsidy,
        Self::AffiliateRemittance,
        Self::OtherIncome,
    ];

    /// 财政拨款 are the first three.
    #[must_use]
    pub fn is_fiscal_appropriation(self) -> bool {
        self <= Self::StateCapitalBudget
    }

    /// 单位资金 are the last five.
    #[must_use]
    pub fn is_unit_fund(self) -> bool {
        self >= Self::InstitutionalIncome
    }

    /// The name in the data format.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::GeneralPublicBudget => "general_public_budget",
            Self::GovernmentFund => "government_fund",
            Self::StateCapitalBudget => "state_capital_budget",
            Self::FiscalSpecialAccount => "fiscal_special_account",
            Self::InstitutionalIncome => "institutional_income",
            Self::BusinessIncome => "business_income",
            Self::SuperiorSubsidy => "superior_subsidy",
            Self::AffiliateRemittance => "affiliate_remittance",
            Self::OtherIncome => "other_income",
        }
    }
}

/// 资金来源渠道。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// 本级财力。
    #[default]
    Local,
    /// 非税收入安排。
    NonTax,
    /// 中央转移支付。
    CentralTransfer,
    /// 省级转移支付。
    ProvincialTransfer,
    /// 市级转移支付。
    MunicipalTransfer,
    /// 一般债券。
    GeneralBond,
    /// 专项债券。
    SpecialBond,
}

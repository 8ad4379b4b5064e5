//! Facts from which no document can be derived.

use crate::diagnostic::{Code, Diagnostic, Place, code};
use crate::model::{EconomicCode, Pointer, UnitCode};

/// The keys of `reasons`: the changes that sentences print.
pub(super) const REASONS: &[&str] = &[
    "total",
    "general_public_budget",
    "government_fund",
    "state_capital_budget",
    "three_public",
    "three_public.overseas",
    "three_public.vehicle",
    "three_public.vehicle_purchase",
    "three_public.vehicle_running",
    "three_public.reception",
    "operating_cost",
    "procurement",
];

/// A fact that the derivation cannot use, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeriveFault {
    /// The fact.
    pub pointer: Pointer,
    /// What is wrong with it.
    pub kind: DeriveFaultKind,
}

/// What is wrong with a fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeriveFaultKind {
    /// The catalogue of the year lacks the code and the data do not name it.
    #[error("支出功能分类科目表中没有 {code} 在 {year} 年的名称")]
    UnknownFunction {
        /// 类, 款 or 项 code.
        code: String,
        /// 年度。
        year: u16,
        /// The name to propose.
        name: String,
    },
    /// The same of an economic code.
    #[error("部门预算支出经济分类科目表中没有 {code} 在 {year} 年的名称")]
    UnknownEconomic {
        /// 类 or 款 code.
        code: String,
        /// 年度。
        year: u16,
        /// The name to propose.
        name: String,
    },
    /// A line outside projects whose 类 has no default 支出性质.
    #[error("经济分类 {0} 没有默认的支出性质，须写明 nature")]
    NatureMissing(EconomicCode),
    /// 上缴 or 补助 within the department for which the other unit shows no income.
    #[error("对方单位 {counterparty} 的{income}只有 {available} 元，少于本行的 {amount} 元，无法抵销")]
    Unmatched {
        /// 对方单位。
        counterparty: UnitCode,
        /// 附属单位上缴收入 or 上级补助收入.
        income: &'static str,
        /// What the other unit has (元).
        available: String,
        /// What is to be eliminated (元).
        amount: String,
    },
    /// A counterparty on a line that is neither 上缴 nor 补助, or that is the line's own unit.
    #[error("counterparty 只用于上缴上级支出和对附属单位补助支出，且不能是本单位")]
    CounterpartyWithoutTransfer,
    /// 经营支出, 上缴上级支出 or 对附属单位补助支出 out of 财政拨款: the tables of 财政拨款 have no column for it.
    #[error("{0}不能用财政拨款安排")]
    FiscalMoney(&'static str),
    /// The scope names a unit that the data lack.
    #[error("数据中没有单位 {0}")]
    UnknownUnit(UnitCode),
    /// A reason for a change that no sentence prints.
    #[error("没有名为 {key} 的增减变化")]
    UnknownReason {
        /// The key in `reasons`.
        key: String,
    },
}

impl DeriveFault {
    /// The fault as a finding, its pointer resolved by `place`.
    #[must_use]
    pub fn diagnostic(&self, place: impl Fn(&Pointer) -> Place) -> Diagnostic {
        Diagnostic::error(self.kind.code(), self.kind.to_string()).at(place(&self.pointer)).hint(self.kind.hint())
    }
}

impl DeriveFaultKind {
    /// The code of the fault, continuing those of [`crate::load`].
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::UnknownFunction { .. } | Self::UnknownEconomic { .. } => code::UNKNOWN_SUBJECT,
            Self::NatureMissing(_) => code::NATURE_LEFT_OUT,
            Self::Unmatched { .. } => code::UNMATCHED_TRANSFER,
            Self::CounterpartyWithoutTransfer => code::COUNTERPARTY,
            Self::FiscalMoney(_) => code::FISCAL_MONEY,
            Self::UnknownUnit(_) => code::UNKNOWN_SCOPE,
            Self::UnknownReason { .. } => code::UNKNOWN_REASON,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::UnknownFunction { code, name, .. } => format!(
                "核对编码；确有此科目时，在 subjects.functional 中写明名称，例如 {{ \"code\": \"{code}\", \"name\": \"{name}\" }}"
            ),
            Self::UnknownEconomic { code, name, .. } => format!(
                "核对编码；确有此科目时，在 subjects.economic 中写明名称，例如 {{ \"code\": \"{code}\", \"name\": \"{name}\" }}"
            ),
            Self::NatureMissing(_) => {
                "加上 \"nature\": \"personnel\"（人员经费）或 \"public\"（公用经费）等；若属于项目，请移到 projects 中"
                    .to_owned()
            }
            Self::Unmatched { .. } => "核对两个单位的收支，或删去 counterparty".to_owned(),
            Self::CounterpartyWithoutTransfer => {
                "删去或改正 counterparty，或写明 \"nature\": \"remittance_to_superior\" / \"subsidy_to_affiliate\""
                    .to_owned()
            }
            Self::FiscalMoney(_) => "核对 fund 与 nature：这类支出用事业收入、经营收入等单位资金安排".to_owned(),
            Self::UnknownUnit(_) => "核对 scope.unit 与 units 中的 code".to_owned(),
            Self::UnknownReason { .. } => {
                format!("可用的名称：{}，以及 functions. 加七位功能分类编码", REASONS.join("、"))
            }
        }
    }
}

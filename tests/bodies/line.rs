//! 预算明细.

use serde_json::{Value, json};

use super::agency::Agency;
use super::money::{Fen, yuan};

/// One line.
#[derive(Debug, Clone)]
pub struct Line {
    pub unit: usize,
    pub function: &'static str,
    pub economic: &'static str,
    pub fund: &'static str,
    pub carried_over: bool,
    pub nature: Option<&'static str>,
    pub origin: Option<&'static str>,
    pub counterparty: Option<usize>,
    pub fen: Fen,
}

/// 一般公共预算.
pub const GENERAL: &str = "general_public_budget";

impl Line {
    /// A line of 一般公共预算.
    pub fn new(unit: usize, function: &'static str, economic: &'static str, fen: Fen) -> Self {
        let (carried_over, nature, origin, counterparty) = (false, None, None, None);
        Self { unit, function, economic, fund: GENERAL, carried_over, nature, origin, counterparty, fen }
    }

    /// Out of another fund.
    pub fn of(self, fund: &'static str) -> Self {
        Self { fund, ..self }
    }

    /// Whether it is 人员经费, in a line outside projects.
    pub fn is_personnel(&self) -> bool {
        self.nature == Some("personnel") || self.nature.is_none() && matches!(&self.economic[..3], "301" | "303")
    }

    /// Whether it is 公用经费, likewise.
    pub fn is_public(&self) -> bool {
        self.nature.is_none() && !self.is_personnel()
    }

    /// As the data state it.
    pub fn data(&self, agency: &Agency) -> Value {
        let mut line = json!({
            "unit": agency.units[self.unit].code,
            "function": self.function,
            "economic": self.economic,
            "fund": self.fund,
            "amount": yuan(self.fen),
        });
        if self.carried_over {
            line["carried_over"] = true.into();
        }
        if let Some(nature) = self.nature {
            line["nature"] = nature.into();
        }
        if let Some(origin) = self.origin {
            line["origin"] = origin.into();
        }
        if let Some(counterparty) = self.counterparty {
            line["counterparty"] = agency.units[counterparty].code.as_str().into();
        }
        line
    }
}

/// Sum of the lines that `wanted` holds for.
pub fn sum(lines: &[&Line], wanted: impl Fn(&Line) -> bool) -> Fen {
    lines.iter().filter(|line| wanted(line)).map(|line| line.fen).sum()
}

/// Whether a fund is 财政拨款.
pub fn is_fiscal(fund: &str) -> bool {
    matches!(fund, "general_public_budget" | "government_fund" | "state_capital_budget")
}

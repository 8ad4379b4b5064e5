//! 数量 × 单价 of a procurement against its funding.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

use crate::check::facts::funded;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{Amount, Funding, Pointer, Quantity};

rule! {
    /// # 检查内容
    ///
    /// 政府采购预算每条记录的数量乘以单价等于各项资金来源之和，精确到分；乘积不足一分的部分四舍五入。
    ///
    /// # 依据
    ///
    /// 政府采购预算表：金额 = 数量 × 单价 = 各资金来源之和（domain.md R19）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].quantity = "21"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].funding[0].amount = "3200.01"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].quantity = "0.5"
    /// procurement[0].unit_price = "6400.01"
    /// procurement[0].funding[0].amount = "3200.01"
    /// ```
    "GK121", "采购数量、单价与资金不符", Error, Facts
}

/// 数量 × 单价, rounded to 分, against the funding.
pub(super) fn equation(quantity: Quantity, price: Amount, funding: &[Funding]) -> Equation {
    // Money is stated to 分: a price per ton times a fraction of a ton cannot be stated exactly.
    let product: Decimal = (quantity.value() * price.yuan()).round_dp_with_strategy(2, MidpointAwayFromZero);
    Equation::yuan("数量乘以单价", product).equals("资金来源合计", funded(funding))
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, record) in facts.disclosure.procurement.iter().enumerate() {
        let equation = equation(record.quantity, record.unit_price, &record.funding);
        if !equation.holds() {
            let at = Pointer::root().key("procurement").index(index);
            judge
                .find(at.key("funding"), format!("采购“{}”的资金来源合计不等于数量乘以单价", record.catalogue.name))
                .equation(equation)
                .label(at.key("quantity"), "数量")
                .label(at.key("unit_price"), "单价")
                .hint("核对数量、单价和各项资金来源的金额");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_figures_that_a_file_may_state_can_be_multiplied() {
        let equation = equation("999999999999.9999".parse().unwrap(), "1000000000000".parse().unwrap(), &[]);
        assert!(!equation.holds());
    }
}

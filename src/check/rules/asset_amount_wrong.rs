//! 数量 × 单价 of an asset against its funding.

use super::procurement_amount_wrong::equation;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 资产配置预算每条记录的数量乘以单价等于各项资金来源之和，精确到分；乘积不足一分的部分四舍五入。
    ///
    /// # 依据
    ///
    /// 资产配置预算表：金额 = 数量 × 单价 = 各资金来源之和（domain.md R19）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].unit_price = "4900.00"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].unit_price = "4900.00"
    /// asset_acquisitions[0].funding[0].amount = "19600"
    /// ```
    "GK126", "资产数量、单价与资金不符", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, record) in facts.disclosure.asset_acquisitions.iter().enumerate() {
        let equation = equation(record.quantity, record.unit_price, &record.funding);
        if !equation.holds() {
            let at = Pointer::root().key("asset_acquisitions").index(index);
            judge
                .find(at.key("funding"), format!("资产“{}”的资金来源合计不等于数量乘以单价", record.name))
                .equation(equation)
                .label(at.key("quantity"), "数量")
                .label(at.key("unit_price"), "单价")
                .hint("核对数量、单价和各项资金来源的金额");
        }
    }
}

//! 政府购买服务 against the lines that pay for it.

use crate::check::purchases::{by_purse, lines_by_purse};
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 政府购买服务是支出的一部分：同一单位、同一项目（或非项目支出）、同一资金性质的各笔购买服务，合计不大于相同的支出明细，
    /// 精确到分。
    ///
    /// # 依据
    ///
    /// 购买服务的资金在部门预算中统筹安排，不另增加支出（domain.md R39）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[2].funding[0].amount = "90000.01"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[3].funding[0].fund = "business_income"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[3].funding[0].amount = "160000.00"
    /// ```
    "GK204", "购买服务预算大于支出明细", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let asked = by_purse(facts, &facts.disclosure.service_purchases, |_| true);
    let lines = lines_by_purse(facts, &asked);
    for sum in &asked.all {
        let equation = Equation::yuan("购买服务预算", sum.amount).at_most("支出明细", lines.amount(&sum.key));
        if !equation.holds() {
            let name = sum.key.name(facts.disclosure);
            judge
                .find(sum.first(), format!("{name}的购买服务预算大于支出明细"))
                .equation(equation)
                .hint("核对购买服务的单位、项目、资金性质和金额，或核对支出明细是否漏填");
        }
    }
}

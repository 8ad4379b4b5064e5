//! Services said to be 政府采购 against 政府采购.

use crate::check::purchases::by_purse;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::ProcurementKind;

rule! {
    /// # 检查内容
    ///
    /// 购买服务中“是否政府采购”为“是”的，应当也在政府采购预算的服务类中：同一单位、同一项目（或非项目支出）、同一资金性质，
    /// 前者合计不大于后者合计。
    ///
    /// # 依据
    ///
    /// 两张表有交叉，由“是否政府采购”标明（domain.md R39；交叉的算法没有来源文件，所以只作提醒）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[2].is_procurement = true
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// procurement[6].kind = "goods"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[5].is_procurement = false
    /// ```
    "GK206", "标明采购的购买服务不在采购预算中", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let asked = by_purse(facts, &facts.disclosure.service_purchases, |record| record.is_procurement);
    let procured = by_purse(facts, &facts.disclosure.procurement, |record| record.kind == ProcurementKind::Services);
    for sum in &asked.all {
        let equation =
            Equation::yuan("标明政府采购的购买服务", sum.amount).at_most("服务类采购预算", procured.amount(&sum.key));
        if !equation.holds() {
            let name = sum.key.name(facts.disclosure);
            judge
                .find(sum.first(), format!("{name}购买的服务标明是政府采购，而服务类采购预算不足这一金额"))
                .equation(equation)
                .hint("补填 procurement 中的服务类采购，或核对 is_procurement、采购类别和资金性质");
        }
    }
}

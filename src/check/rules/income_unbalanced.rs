//! Stated income against what the unit spends and keeps.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了收入的单位和资金：本年收入与上年结转结余之和，等于该单位该资金的支出与年终结转结余之和，精确到分。
    /// 没有填写收入的资金由支出推算，总是平衡。
    ///
    /// # 依据
    ///
    /// 收入总计等于支出总计（预算法实施条例第五条；domain.md R01、R03、R25、R26）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// income += {"fund": "general_public_budget", "amount": "1928299.37"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// income += {"fund": "general_public_budget", "amount": "1928299.36"}
    /// ```
    "GK201", "收支不平衡", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let mut checked = BTreeSet::new();
    for (index, stated) in disclosure.income.iter().enumerate() {
        let (unit, fund) = (facts.unit(stated.unit.as_ref()), stated.fund);
        if !checked.insert((unit, fund)) {
            continue;
        }
        // 本年收入 and 上年结转结余 together: either may pay for a line.
        let income = facts.income.sum(|of, in_fund, _| (of, in_fund) == (unit, fund));
        let kept = facts.income.year_end_of(unit, fund);
        let spent = facts.sum(|entry| (entry.unit, entry.fund) == (unit, fund));
        let equation = Equation::yuan("收入（含上年结转结余）", income).equals("支出（含年终结转结余）", spent + kept);
        if !equation.holds() {
            let name = facts.region.income_name(fund);
            judge
                .find(
                    Pointer::root().key("income").index(index).key("amount"),
                    format!("单位 {} 的{name}收支不平衡", disclosure.units[unit].code),
                )
                .equation(equation)
                .hint("核对 income、year_end_carry_over 与该单位同一资金的支出明细；收入与支出所需相同时可不填 income");
        }
    }
}

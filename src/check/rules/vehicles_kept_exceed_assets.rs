//! 公务用车保有量 against the vehicles that the department holds.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 公务用车保有量（`three_public_counts.vehicles_kept`）不大于国有资产中的车辆总数与本年购置数之和。
    /// 保有量只是车辆的一部分，所以小于不报告。没有填写 `state_assets` 时不检查。
    ///
    /// # 依据
    ///
    /// 公务用车包含在国有资产的车辆之中（domain.md R59、c.2“资产”）。统计截止日期以后调入的车辆也会使保有量偏大，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_kept = 7
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_kept = 6
    /// ```
    "GK209", "公务用车保有量大于车辆总数", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let counts = facts.disclosure.three_public_counts;
    if counts.vehicles_kept == 0 {
        return;
    }
    let Some(assets) = &facts.disclosure.state_assets else {
        judge.not_checked("没有填写国有资产占有使用情况（state_assets）");
        return;
    };
    let total = assets.vehicles.total().saturating_add(counts.vehicles_to_buy);
    let equation =
        Equation::of("辆", "公务用车保有量", counts.vehicles_kept).at_most("车辆总数与本年购置数之和", total.into());
    if !equation.holds() {
        judge
            .find(
                Pointer::root().key("three_public_counts").key("vehicles_kept"),
                "公务用车保有量大于国有资产中的车辆总数与本年购置数之和",
            )
            .equation(equation)
            .label(Pointer::root().key("state_assets").key("vehicles"), "国有资产中的车辆")
            .hint("核对保有量与各类车辆数；统计截止日期以后调入车辆的，可不改");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::outcome;

    #[test]
    fn without_assets_it_judges_only_a_department_without_vehicles() {
        let judged = outcome("GK209", "420107-shili-2024", &["删去 state_assets"]);
        assert!(judged.findings.is_empty() && judged.unchecked.len() == 1);
        let judged = outcome("GK209", "420107-kexie-2023", &["删去 state_assets"]);
        assert!(judged.findings.is_empty() && judged.unchecked.is_empty());
    }
}

//! 公务用车运行费 against 公务用车保有量.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::ThreePublicAmounts;
use crate::derive::three_public::VEHICLE_RUNNING;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 有公务用车运行费（经济分类 30231，或 `overrides.vehicle_running`），就有公务用车：保有量或本年购置数不为 0。
    /// 有保有量，就有运行费，不论哪种资金。
    ///
    /// # 依据
    ///
    /// 公务用车运行维护费是公务用车的燃料费、维修费、过桥过路费、保险费等（“三公”经费的名词解释；domain.md D12、R59）。
    /// 车辆停用、费用由其他单位承担等情形也有，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts = {"vehicles_to_buy": 0, "vehicles_kept": 0}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// three_public_counts = {"vehicles_to_buy": 0, "vehicles_kept": 2}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_kept = 0
    /// ```
    "GK210", "公务用车运行费与保有量不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let amounts = ThreePublicAmounts::new(facts.disclosure, facts.region, &facts.ledger, true);
    let counts = facts.disclosure.three_public_counts;
    let mut lines = facts.ledger.entries.iter().filter(|entry| VEHICLE_RUNNING.contains(&entry.economic.as_str()));
    let stated = facts.disclosure.overrides.vehicle_running.is_some();
    if amounts.vehicle_running > Decimal::ZERO && counts.vehicles_kept == 0 && counts.vehicles_to_buy == 0 {
        let counted = lines.find(|entry| facts.region.figures.three_public_funds.contains(&entry.fund));
        let spot = match counted.filter(|_| !stated) {
            Some(entry) => entry.pointer.key("amount"),
            None => Pointer::root().key("overrides").key("vehicle_running").key("amount"),
        };
        judge
            .find(spot, "有公务用车运行费，没有公务用车")
            .hint("在 three_public_counts.vehicles_kept 填写保有量；租用车辆的费用不列 30231，列 30239 其他交通费用");
    } else if counts.vehicles_kept > 0 && amounts.vehicle_running.is_zero() && lines.next().is_none() {
        judge
            .find(
                Pointer::root().key("three_public_counts").key("vehicles_kept"),
                format!("公务用车保有量为 {} 辆，没有公务用车运行费", counts.vehicles_kept),
            )
            .hint("核对保有量，或核对经济分类 30231 的支出明细是否漏填");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::outcome;

    #[test]
    fn running_cost_from_other_money_explains_the_vehicles() {
        let line = "lines += {\"function\": \"2060101\", \"economic\": \"30231\", \"fund\": \"other_income\", \"amount\": \"1.00\"}";
        let kept = "three_public_counts = {\"vehicles_to_buy\": 0, \"vehicles_kept\": 2}";
        assert!(outcome("GK210", "420107-kexie-2023", &[line, kept]).findings.is_empty());
    }

    #[test]
    fn a_stated_amount_counts_and_is_pointed_at() {
        let stated = ["overrides.vehicle_running = {\"amount\": \"1.00\", \"reason\": \"财政核定\"}"];
        let found = outcome("GK210", "420107-kexie-2023", &stated).findings;
        assert!(format!("{:?}", found[0].spot).contains("overrides.vehicle_running.amount"), "{found:?}");
    }
}

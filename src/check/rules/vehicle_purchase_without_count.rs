//! 公务用车购置数 against 公务用车购置费.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::ThreePublicAmounts;
use crate::derive::three_public::VEHICLE_PURCHASE;
use crate::diagnostic::Severity;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 有公务用车购置费（经济分类 31013、30913，或 `overrides.vehicle_purchase`），就有公务用车购置数；有购置数，就有购置费。
    /// 购置费只列在不计入“三公”经费的资金中时，提醒核对。
    ///
    /// # 依据
    ///
    /// “三公”经费公开购置费的同时公开购置数：购置辆数大于 0，当且仅当购置费大于 0（domain.md R59、D12）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_to_buy = 0
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// three_public_counts = {"vehicles_to_buy": 1, "vehicles_kept": 0}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_to_buy = 2
    /// ```
    "GK208", "公务用车购置数与购置费不符", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let amounts = ThreePublicAmounts::new(facts.disclosure, facts.region, &facts.ledger, true);
    let to_buy = facts.disclosure.three_public_counts.vehicles_to_buy;
    let lines = || facts.ledger.entries.iter().filter(|entry| VEHICLE_PURCHASE.contains(&entry.economic.as_str()));
    let stated = Pointer::root().key("overrides").key("vehicle_purchase").key("amount");
    if amounts.vehicle_purchase > Decimal::ZERO && to_buy == 0 {
        let counted = lines().find(|entry| facts.region.figures.three_public_funds.contains(&entry.fund));
        let spot = match (&facts.disclosure.overrides.vehicle_purchase, counted) {
            (None, Some(entry)) => entry.pointer.key("amount"),
            _ => stated,
        };
        judge
            .find(spot, "有公务用车购置费，没有公务用车购置数")
            .hint("在 three_public_counts.vehicles_to_buy 填写购置辆数；不是公务用车购置的，核对经济分类");
    } else if amounts.vehicle_purchase.is_zero() && to_buy > 0 {
        let at = Pointer::root().key("three_public_counts").key("vehicles_to_buy");
        let finding = judge.find(at, format!("公务用车购置数为 {to_buy} 辆，没有公务用车购置费"));
        finding.hint("补填经济分类 31013（或 30913）的支出明细；本年不购置的，购置数填 0");
        if let Some(other) = lines().next().filter(|_| facts.disclosure.overrides.vehicle_purchase.is_none()) {
            finding.severity = Severity::Warning;
            finding
                .label(other.pointer.key("fund"), "购置费的资金性质不计入“三公”经费")
                .hint("购置数随“三公”经费公开，只填计入“三公”经费的购置");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::{outcome, severities};
    use crate::diagnostic::Severity;

    #[test]
    fn a_car_bought_with_other_money_is_only_a_warning() {
        let other = ["projects[2].lines[0].fund = \"other_income\""];
        assert_eq!(severities("GK208", "420107-shili-2024", &other), [Severity::Warning]);
        let none = ["three_public_counts = {\"vehicles_to_buy\": 1, \"vehicles_kept\": 0}"];
        assert_eq!(severities("GK208", "420107-kexie-2023", &none), [Severity::Error]);
    }

    #[test]
    fn a_stated_amount_counts_and_is_pointed_at() {
        let stated = ["overrides.vehicle_purchase = {\"amount\": \"1.00\", \"reason\": \"财政核定\"}"];
        let found = outcome("GK208", "420107-kexie-2023", &stated).findings;
        assert!(format!("{:?}", found[0].spot).contains("overrides.vehicle_purchase.amount"), "{found:?}");
    }
}

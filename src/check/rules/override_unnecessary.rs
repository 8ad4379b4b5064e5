//! 改写 that change nothing.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::{ThreePublicAmounts, operating_cost_of_lines};
use crate::diagnostic::quoted;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// `overrides` 改写的金额与支出明细推算的金额不相等。相等的改写没有用处，而支出明细以后改动时，改写的金额不会跟着改动。
    ///
    /// # 依据
    ///
    /// `overrides` 只在支出明细推算不出公开的金额时填写（数据格式说明；domain.md R37、R38）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// overrides.operating_cost = {"amount": "103615.60", "reason": "财政核定"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// overrides.overseas = {"amount": "0", "reason": "由区统筹"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// overrides.operating_cost = {"amount": "100000.00", "reason": "财政核定"}
    /// ```
    "GK212", "改写的金额与推算的金额相同", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let overrides = facts.disclosure.overrides.all();
    if overrides.iter().all(|(_, stated)| stated.is_none()) {
        return;
    }
    let lines = ThreePublicAmounts::of_lines(facts.region, &facts.ledger);
    let derived = |key: &str| -> Decimal {
        match key {
            "overseas" => lines.overseas,
            "vehicle_purchase" => lines.vehicle_purchase,
            "vehicle_running" => lines.vehicle_running,
            "reception" => lines.reception,
            _ => operating_cost_of_lines(facts.disclosure, &facts.ledger),
        }
    };
    for (key, stated) in overrides {
        let Some(stated) = stated else { continue };
        if stated.amount.yuan() == derived(key) {
            judge
                .find(
                    Pointer::root().key("overrides").key(key).key("amount"),
                    "改写的金额与支出明细推算的金额相同，不必改写",
                )
                .note(format!("填写的原因是{}", quoted(&stated.reason)))
                .hint(format!("删去 overrides.{key}，或核对金额"));
        }
    }
}

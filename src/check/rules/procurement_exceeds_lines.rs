//! 政府采购 against the lines that pay for it.

use crate::check::purchases::{Purse, parts};
use crate::check::rule::rule;
use crate::check::sums::Sums;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{EconomicCode, FunctionCode};

rule! {
    /// # 检查内容
    ///
    /// 政府采购是支出的一部分：同一单位、同一项目（或非项目支出）、同一功能分类、同一经济分类、同一资金性质的各笔采购，
    /// 合计不大于相同的支出明细，精确到分。
    ///
    /// # 依据
    ///
    /// 采购预算编入部门预算，不另增加支出；政府采购预算表合计不大于支出总表（预算法实施条例第五条；domain.md R39）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].funding[0].amount = "14400.01"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// procurement[0].economic = "30203"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].funding[0].amount = "14400.00"
    /// ```
    "GK203", "采购预算大于支出明细", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let mut asked: Sums<(Purse, &FunctionCode, &EconomicCode)> = Sums::new();
    for part in parts(facts, &facts.disclosure.procurement) {
        asked.add((part.purse, &part.record.function, &part.record.economic), part.amount, || part.place);
    }
    let mut lines = Sums::new();
    for entry in &facts.ledger.entries {
        let key = (Purse::of(entry), entry.function, entry.economic);
        if asked.get(&key).is_some() {
            lines.add(key, entry.amount, || entry.pointer.key("amount"));
        }
    }
    for sum in &asked.all {
        let equation = Equation::yuan("采购预算", sum.amount).at_most("支出明细", lines.amount(&sum.key));
        if equation.holds() {
            continue;
        }
        let (purse, function, economic) = sum.key;
        let key = format!("功能分类 {function}、经济分类 {economic}");
        let finding = judge
            .find(sum.first(), format!("{}（{key}）的采购预算大于支出明细", purse.name(facts.disclosure)))
            .equation(equation);
        for place in sum.places.iter().skip(1) {
            finding.label(place, "同一科目和资金的采购");
        }
        if let Some(line) = lines.get(&sum.key) {
            finding.label(line.first(), "支出明细");
            finding.hint("核对采购金额，或核对支出明细是否漏填");
        } else {
            finding.hint(format!(
                "支出明细中没有{}（{key}）；核对采购的单位、项目、科目和资金性质",
                purse.name(facts.disclosure)
            ));
        }
    }
}

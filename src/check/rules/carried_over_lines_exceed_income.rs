//! Lines of 上年结转结余 against the stated income.

use rust_decimal::Decimal;

use crate::check::purchases::fund_name;
use crate::check::rule::rule;
use crate::check::sums::Sums;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了上年结转结余收入（`income` 中 `carried_over` 为 true）的单位和资金：标明上年结转结余的支出明细合计，
    /// 不大于填写的上年结转结余。没有填写的由支出明细推算，总是相等；填写的多于支出的，可以用于其他支出或转入下年，不报告。
    /// 财政拨款的报错误，其他资金的提醒核对。
    ///
    /// # 依据
    ///
    /// 收入总表印上年结转结余，项目支出表和绩效目标表印财政拨款结转结余安排的支出，后者不能大于前者（domain.md R05、R18、R20）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// income[1].amount = "9999.99"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// income += {"unit": "901003", "fund": "government_fund", "carried_over": true, "amount": "0.00"}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// income[1].amount = "10000.00"
    /// ```
    "GK227", "上年结转结余不足以安排支出", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let mut income: Sums<_> = Sums::new();
    for (index, stated) in facts.disclosure.income.iter().enumerate().filter(|(_, stated)| stated.carried_over) {
        let key = (facts.unit(stated.unit.as_ref()), stated.fund);
        income.add(key, stated.amount.yuan(), || Pointer::root().key("income").index(index).key("amount"));
    }
    if income.all.is_empty() {
        return;
    }
    let mut lines = Sums::new();
    for entry in facts.ledger.entries.iter().filter(|entry| entry.carried_over) {
        lines.add((entry.unit, entry.fund), entry.amount, || entry.pointer.key("amount"));
    }
    for sum in &income.all {
        let (unit, fund) = sum.key;
        let spent: Decimal = lines.amount(&sum.key);
        let equation = Equation::yuan("上年结转结余安排的支出", spent).at_most("填写的上年结转结余", sum.amount);
        if equation.holds() {
            continue;
        }
        let code = &facts.disclosure.units[unit].code;
        let finding = judge
            .find(sum.first(), format!("单位 {code} 的{}资金，上年结转结余小于它安排的支出", fund_name(fund)))
            .equation(equation)
            .hint("核对上年结转结余的金额，或核对支出明细的 carried_over");
        if let Some(line) = lines.get(&sum.key) {
            finding.label(line.first(), "上年结转结余安排的支出");
        }
        if !fund.is_fiscal_appropriation() {
            finding.warning();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::severities;
    use crate::diagnostic::Severity;

    #[test]
    fn money_of_the_unit_is_a_warning() {
        let short = |step: &str| severities("GK227", "420107-shili-2024", &[step]);
        assert_eq!(short("income[1].amount = \"0.00\""), [Severity::Warning]);
        let income = "income += {\"unit\": \"901003\", \"fund\": \"government_fund\", \"carried_over\": true, \"amount\": \"76499.99\"}";
        assert_eq!(short(income), [Severity::Error]);
    }
}

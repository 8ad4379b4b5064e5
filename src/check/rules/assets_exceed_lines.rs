//! 资产配置 against the lines that pay for it.

use crate::check::purchases::{Purse, by_purse, lines_by_purse};
use crate::check::rule::rule;
use crate::check::sums::Sums;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 资产配置是支出的一部分：同一单位、同一项目（或非项目支出）、同一资金性质的各项资产，合计不大于相同的支出明细，精确到分。
    /// 大于其中资本性支出（经济分类 309、310）的，提醒核对经济分类。
    ///
    /// # 依据
    ///
    /// 资产配置预算编入部门预算，不另增加支出（domain.md R39）；购置固定资产、无形资产的支出列资本性支出
    /// （支出经济分类科目 309、310 的说明）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[3].funding[0].amount = "178800.01"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].funding[0].amount = "19200.01"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[3].funding[0].amount = "178800.00"
    /// ```
    "GK205", "资产配置预算大于支出明细", Error, Facts
}

/// 资本性支出（基本建设）, 资本性支出.
const CAPITAL: &[&str] = &["309", "310"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let asked = by_purse(facts, &facts.disclosure.asset_acquisitions, |_| true);
    let lines = lines_by_purse(facts, &asked);
    let mut capital: Sums<Purse> = Sums::new();
    for entry in facts.ledger.entries.iter().filter(|entry| CAPITAL.contains(&entry.economic.class())) {
        capital.add(Purse::of(entry), entry.amount, || entry.pointer.key("amount"));
    }
    for sum in &asked.all {
        let name = sum.key.name(facts.disclosure);
        let against = |words: &str, lines: &Sums<Purse>| {
            Equation::yuan("资产配置预算", sum.amount).at_most(words, lines.amount(&sum.key))
        };
        let (all, of_capital) = (against("支出明细", &lines), against("资本性支出明细", &capital));
        if !all.holds() {
            judge
                .find(sum.first(), format!("{name}的资产配置预算大于支出明细"))
                .equation(all)
                .hint("核对资产的单位、项目、资金性质和金额，或核对支出明细是否漏填");
        } else if !of_capital.holds() {
            judge
                .find(sum.first(), format!("{name}的资产配置预算大于资本性支出明细"))
                .warning()
                .equation(of_capital)
                .hint("购置资产的支出一般列经济分类 310（或 309）；核对支出明细的经济分类，不作为资产核算的物品不填资产配置");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::severities;
    use crate::diagnostic::Severity;

    #[test]
    fn only_more_than_all_lines_is_an_error() {
        let price = |amount: &str| {
            let step = format!("asset_acquisitions[0].funding[0].amount = \"{amount}\"");
            severities("GK205", "420107-shili-2024", &[&step])
        };
        assert_eq!(price("19200.00"), []);
        assert_eq!(price("19200.01"), [Severity::Warning]);
        assert_eq!(price("99999999.00"), [Severity::Error]);
    }
}

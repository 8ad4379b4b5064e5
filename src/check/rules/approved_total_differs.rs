//! 批复的支出总额 against the lines by fund.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::purchases::fund_name;
use crate::check::rule::rule;
use crate::check::sums::Sums;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{Fund, Pointer};

rule! {
    /// # 检查内容
    ///
    /// `approval.totals` 中每种资金批复的支出总额，等于整个部门该资金全部支出明细之和（含上年结转结余安排的支出，
    /// 不含年终结转结余，抵销部门内部上缴和补助），精确到分。
    /// 一般公共预算、政府性基金预算、国有资本经营预算由财政批复：有支出明细而批复中没有的，也报告。
    /// 其他资金没有填写批复总额的不比较。没有填写 `approval.totals` 时不检查。
    ///
    /// # 依据
    ///
    /// 部门公开的是经财政部门批复的预算（预算法第十四条、第五十二条）；检查通报列有“公开数与批复数不一致”
    /// （domain.md D1、D3，f.1 第 7 项）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// approval = {"totals": {"general_public_budget": "1928299.63"}}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 approval.totals.state_capital_budget
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// approval.totals.business_income = "1.00"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// approval = {"totals": {"general_public_budget": "1928299.36", "government_fund": "0.00"}}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 approval.totals.fiscal_special_account
    /// ```
    "GK202", "批复的支出总额与支出明细不一致", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let Some(totals) = facts.disclosure.approval.as_ref().map(|approval| &approval.totals).filter(|it| !it.is_empty())
    else {
        judge.not_checked("没有填写批复的支出总额（approval.totals）");
        return;
    };
    let mut lines = Sums::new();
    let mut carried_over: BTreeMap<Fund, Decimal> = BTreeMap::new();
    for entry in facts.ledger.entries.iter().filter(|entry| !entry.is_internal()) {
        if entry.carried_over {
            *carried_over.entry(entry.fund).or_default() += entry.amount;
        }
        lines.add(entry.fund, entry.amount, || entry.pointer.key("amount"));
    }
    let at = Pointer::root().key("approval").key("totals");
    for fund in Fund::ALL {
        let approved = totals.get(&fund);
        if approved.is_none() && !fund.is_fiscal_appropriation() {
            continue;
        }
        let yuan = approved.map_or(Decimal::ZERO, |amount| amount.yuan());
        let equation = Equation::yuan("支出明细合计", lines.amount(&fund)).equals("批复的支出总额", yuan);
        if equation.holds() {
            continue;
        }
        let name = fund_name(fund);
        let (spot, message) = match approved {
            Some(_) => (at.key(fund.key()), format!("{name}的支出明细合计与批复的支出总额不一致")),
            None => (at.clone(), format!("有{name}的支出明细，而批复的支出总额中没有这种资金")),
        };
        let excess = equation.difference();
        let finding = judge.find(spot, message).equation(equation);
        // Two slips of 口径 that give themselves away by their amount.
        if carried_over.get(&fund) == Some(&excess) {
            finding.note("相差的正是上年结转结余安排的支出：批复总额可能没有包括它");
        } else if facts.income.year_end(|of| of == fund) == -excess {
            finding.note("相差的正是年终结转结余：批复总额可能包括了它");
        }
        if let Some(first) = lines.get(&fund) {
            finding.label(first.first(), format!("{name}的第一笔支出明细"));
        }
        finding.hint("对照批复文件核对支出明细和批复总额；上年结转结余安排的支出包括在内，年终结转结余不包括");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::outcome;

    #[test]
    fn a_slip_of_the_scope_is_named() {
        let notes = |total: &str| {
            let step = format!("approval.totals.government_fund = \"{total}\"");
            outcome("GK202", "420107-shili-2024", &[&step]).findings.remove(0).notes
        };
        assert!(notes("2018640.00")[0].contains("没有包括"));
        assert!(notes("2107485.67")[0].contains("年终结转结余"));
        assert!(notes("2107485.66").is_empty());
    }

    #[test]
    fn without_totals_it_cannot_judge() {
        let judged = outcome("GK202", "420107-kexie-2023", &["approval = {\"document\": \"青财预〔2023〕1号\"}"]);
        assert!(judged.findings.is_empty() && judged.unchecked.len() == 1);
    }

    #[test]
    fn transfers_within_the_department_are_left_out() {
        let own = |amount: &str| {
            let step = format!("approval.totals.institutional_income = \"{amount}\"");
            outcome("GK202", "420107-shili-2024", &[&step]).findings.len()
        };
        // 415,418.88 of the units, of which 38,000.00 go to another unit.
        assert_eq!((own("377418.88"), own("415418.88")), (0, 1));
    }
}

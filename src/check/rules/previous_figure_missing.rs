//! Figures of last year that leave out an important one.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Fund, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 填写了上年的数时，其中有收支总预算、“三公”经费，以及本年有预算的一般公共预算、政府性基金、国有资本经营预算各自的上年数。缺少的项目不写增减变化。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当说明增减变化，“三公”经费逐项说明（domain.md D12、D14，f.1 第 10 项）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 previous_years[0].figures.three_public
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 previous_years[0].figures.government_fund
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// 删去 previous_years[0].figures.project
    /// ```
    "GK308", "上年数不全", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let previous = disclosure.previous_years.iter().position(|previous| previous.year.0 + 1 == disclosure.year.0);
    let Some(index) = previous.filter(|_| facts.whole()) else { return };
    let figures = &disclosure.previous_years[index].figures;
    let funds = [
        (Fund::GeneralPublicBudget, figures.general_public_budget, "一般公共预算支出（general_public_budget）"),
        (Fund::GovernmentFund, figures.government_fund, "政府性基金预算支出（government_fund）"),
        (Fund::StateCapitalBudget, figures.state_capital_budget, "国有资本经营预算支出（state_capital_budget）"),
    ];
    let mut missing = Vec::new();
    if figures.total.is_none() {
        missing.push("收支总预算（total）");
    }
    for (fund, last, name) in funds {
        if last.is_none() && facts.ledger.entries.iter().any(|entry| entry.fund == fund) {
            missing.push(name);
        }
    }
    if figures.three_public.is_none() {
        missing.push("“三公”经费（three_public）");
    }
    if !missing.is_empty() {
        let year = disclosure.previous_years[index].year;
        judge
            .find(
                Pointer::root().key("previous_years").index(index).key("year"),
                format!("{year} 年的数缺少{}，说明书不写其增减变化", missing.join("、")),
            )
            .hint("在 figures 中补充；上年没有这项预算的填 \"0.00\"");
    }
}

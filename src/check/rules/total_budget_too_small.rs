//! 项目总预算 against what it contains.

use rust_decimal::Decimal;

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 填写了项目总预算的项目：本年预算不大于项目总预算（错误）；项目周期内以前年度的执行数与本年预算之和也不大于项目总预算（提示）。
    ///
    /// # 依据
    ///
    /// 项目支出绩效目标表中，年度资金申请总额不大于项目资金总额（domain.md R21）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.total_budget = "331999.99"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[1].plan.total_budget = "3572540.34"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[1].plan.total_budget = "3572540.35"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.total_budget = "332000.00"
    /// ```
    "GK133", "项目总预算小于本年预算", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        let Some(total) = plan.total_budget else { continue };
        let this_year: Decimal = project.lines.iter().map(|line| line.amount.yuan()).sum();
        let place = at.key("total_budget");
        let equation = Equation::yuan("本年预算", this_year).at_most("项目总预算", total.yuan());
        if !equation.holds() {
            judge
                .find(place, format!("项目“{}”的总预算小于本年预算", project.name))
                .equation(equation)
                .hint("填写各年度合计的项目总预算；只有本年一年的项目可以不填");
            continue;
        }
        let within = plan.starts.parts().0..facts.disclosure.year.0;
        let executed: Decimal = plan
            .history
            .iter()
            .filter(|history| within.contains(&history.year.0))
            .filter_map(|history| history.executed)
            .map(|executed| executed.yuan())
            .sum();
        let equation =
            Equation::yuan("以前年度执行数与本年预算之和", executed + this_year).at_most("项目总预算", total.yuan());
        if !equation.holds() {
            judge
                .find(place, format!("项目“{}”的总预算小于以前年度执行数与本年预算之和", project.name))
                .warning()
                .equation(equation)
                .label(at.key("history"), "以前年度执行数")
                .hint("核对项目总预算，是否没有随项目调整");
        }
    }
}

//! More executed than budgeted in a year of a project's history.

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 项目的以前年度执行数不大于同年的预算数。年中追加过预算的，预算数应填调整后的数，或者不必修改。
    ///
    /// # 依据
    ///
    /// 未列入预算的不得支出；多出的往往是预算数未调整，或者两个数填反（domain.md a.14、F21）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.history[0].executed = "332000.01"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.history[0].executed = "331999.99"
    /// 删去 projects[0].plan.history[1].budget
    /// ```
    "GK136", "以前年度执行数大于预算数", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        for (index, history) in plan.history.iter().enumerate() {
            let Some((executed, budget)) = history.executed.zip(history.budget) else { continue };
            let equation = Equation::yuan("执行数", executed.yuan()).at_most("预算数", budget.yuan());
            if !equation.holds() {
                let at = at.key("history").index(index);
                judge
                    .find(at.key("executed"), format!("项目“{}”{} 年的执行数大于预算数", project.name, history.year))
                    .equation(equation)
                    .label(at.key("budget"), "预算数")
                    .hint("核对两个数，是否填反；年中追加过预算的填调整后的预算数");
            }
        }
    }
}

//! 成本构成 against the project's lines.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 项目支出绩效目标表中，成本构成各项金额之和等于该项目的预算明细之和，精确到分。没有填写成本构成的项目不检查。
    ///
    /// # 依据
    ///
    /// 公开表格“成本构成与测算依据”须与项目预算一致；已公开文本中有绩效目标表上下金额不一致的实例（domain.md R20、F21）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.costs[0].amount = "60000.01"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.costs[0].amount = "50000.00"
    /// projects[0].plan.costs[1].amount = "82000.00"
    /// ```
    "GK135", "成本构成合计与项目预算不一致", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        let Some(plan) = project.plan.as_ref().filter(|plan| !plan.costs.is_empty()) else { continue };
        let costs = plan.costs.iter().map(|cost| cost.amount.yuan()).sum();
        let lines = project.lines.iter().map(|line| line.amount.yuan()).sum();
        let equation = Equation::yuan("成本构成合计", costs).equals("项目预算明细合计", lines);
        if !equation.holds() {
            let at = Pointer::root().key("projects").index(index);
            judge
                .find(at.key("plan").key("costs"), format!("项目“{}”的成本构成合计与项目预算不一致", project.name))
                .equation(equation)
                .label(at.key("lines"), "项目预算明细")
                .hint("核对成本构成各项金额与项目预算明细");
        }
    }
}

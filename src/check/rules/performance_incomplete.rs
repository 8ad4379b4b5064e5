//! 绩效目标 of the department that lack a part.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了部门绩效目标的，年度目标（annual_goal）、绩效指标（indicators）和说明书中的绩效目标清单（goals）都有内容。多单位部门中一个单位的预算公开不检查。
    ///
    /// # 依据
    ///
    /// 整体支出绩效目标表列出年度目标和绩效指标，说明书列出“序号、绩效目标”表（domain.md a.13、c.1 九（五））。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.goals = []
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 performance.annual_goal
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// 删去 performance.long_term_goal
    /// ```
    "GK311", "部门绩效目标不完整", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let Some(performance) = facts.disclosure.performance.as_ref().filter(|_| facts.whole()) else { return };
    let parts = [
        (performance.annual_goal.is_none(), "年度目标（annual_goal）"),
        (performance.indicators.is_empty(), "绩效指标（indicators）"),
        (performance.goals.is_empty(), "绩效目标清单（goals）"),
    ];
    let missing: Vec<_> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, name)| name).collect();
    if !missing.is_empty() {
        judge
            .find(Pointer::root().key("performance"), format!("部门绩效目标缺少{}", missing.join("、")))
            .hint("在 performance 中补充");
    }
}

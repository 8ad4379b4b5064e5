//! A new project that has a history.

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 项目属性为“新增项目”（continuing 为 false）的，没有以前年度的预算数和执行数。
    ///
    /// # 依据
    ///
    /// 项目支出绩效目标表同时印出项目属性和以前年度预算与执行（domain.md a.14）：两处必有一误，或者沿用了其他项目的表。改了名称
    /// 而继续实施的项目可能两处都不误，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.continuing = false
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.continuing = true
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.continuing = false
    /// projects[0].plan.history = []
    /// ```
    "GK139", "新增项目有以前年度", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        let figures = plan.history.iter().flat_map(|year| [year.budget, year.executed]).flatten();
        if !plan.continuing && figures.into_iter().any(|figure| !figure.yuan().is_zero()) {
            judge
                .find(at.key("continuing"), format!("项目“{}”是新增项目，却有以前年度的预算或执行", project.name))
                .label(at.key("history"), "以前年度")
                .hint("延续性项目把 continuing 改为 true；确为新增项目的，删去 history");
        }
    }
}

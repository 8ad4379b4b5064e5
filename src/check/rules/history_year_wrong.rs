//! The years of a project's history.

use std::collections::BTreeMap;

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::History;

rule! {
    /// # 检查内容
    ///
    /// 项目的以前年度预算执行情况中，年度早于预算年度，每个年度只有一条；年度没有顺序的只作提示。
    ///
    /// # 依据
    ///
    /// 项目支出绩效目标表列示前两年的执行数（domain.md a.14），沿用上年的表时年度容易错（F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.history[1].year = 2023
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.history[1].year = 2021
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.history += {"year": 2020, "executed": "332000.00"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.history[0].year = 2019
    /// ```
    "GK134", "项目以前年度的年度有误", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let year = facts.disclosure.year;
    for (at, project, plan) in plans(facts.disclosure) {
        let at = |index: usize| at.key("history").index(index).key("year");
        let mut seen = BTreeMap::new();
        let mut clean = true;
        for (index, history) in plan.history.iter().enumerate() {
            if history.year >= year {
                clean = false;
                judge
                    .find(
                        at(index),
                        format!("项目“{}”的以前年度 {} 年不早于预算年度 {year} 年", project.name, history.year),
                    )
                    .hint("以前年度执行情况只填预算年度以前的年度");
            }
            if let Some(first) = seen.insert(history.year, index) {
                clean = false;
                judge
                    .find(at(index), format!("项目“{}”的 {} 年填写了两次", project.name, history.year))
                    .label(at(first), "已经填写")
                    .hint("每个年度只填一条");
            }
        }
        if let Some(index) = turn(&plan.history).filter(|_| clean) {
            judge
                .find(at(index), format!("项目“{}”的以前年度没有按先后排列", project.name))
                .warning()
                .hint("按年度先后填写，表中按填写的顺序列示");
        }
    }
}

/// Where years that rose fall, or the reverse.
fn turn(history: &[History]) -> Option<usize> {
    let rises = |index: usize| history[index].year > history[index - 1].year;
    (2..history.len()).find(|index| rises(*index) != rises(1))
}

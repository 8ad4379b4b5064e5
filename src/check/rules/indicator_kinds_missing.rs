//! Forms without one of the three kinds of indicators.

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 项目的绩效指标有产出指标、效益指标和满意度指标；填写了部门整体支出绩效指标的，也是如此。
    /// 不适用的一类可以没有，所以只作提示。
    ///
    /// # 依据
    ///
    /// 绩效目标表的指标分为产出、效益、满意度三类（domain.md a.14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 projects[1].plan.indicators[7]
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[1].plan.indicators = []
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.indicators = []
    /// projects[1].plan.indicators[7].path = ["满意度"]
    /// ```
    "GK145", "缺少一类绩效指标", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        if list.indicators.is_empty() && !list.of_project {
            continue;
        }
        let has = |kind: &str| {
            list.indicators.iter().any(|indicator| indicator.path.first().is_some_and(|path| path.starts_with(kind)))
        };
        let missing: Vec<_> = ["产出", "效益", "满意度"].into_iter().filter(|kind| !has(kind)).collect();
        if !missing.is_empty() {
            judge
                .find(list.at, format!("{}的绩效指标没有{}指标", list.owner, missing.join("、")))
                .hint("补充缺少的指标；不适用时不必修改");
        }
    }
}

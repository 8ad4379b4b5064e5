//! 项目支出绩效目标表 without 绩效指标.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了绩效目标的项目至少有一个绩效指标，否则项目支出绩效目标表中的绩效指标为空。
    ///
    /// # 依据
    ///
    /// 项目支出绩效目标表逐项列出绩效指标及指标值（domain.md a.14、D14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators = []
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators = [{"path": ["产出指标", "数量指标"], "name": "主题科普活动场次", "target": {"operator": ">=", "value": "20", "measure": "场"}}]
    /// ```
    "GK312", "项目没有绩效指标", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        if project.plan.as_ref().is_some_and(|plan| plan.indicators.is_empty()) {
            let at = Pointer::root().key("projects").index(index).key("plan").key("indicators");
            judge
                .find(at, format!("项目“{}”的绩效目标没有绩效指标", project.name))
                .hint("在 indicators 中填写产出、效益、满意度等指标及其目标值");
        }
    }
}

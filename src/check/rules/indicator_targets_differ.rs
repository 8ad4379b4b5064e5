//! An indicator of the department against the same one of its project.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Indicator, Pointer, Target};

rule! {
    /// # 检查内容
    ///
    /// 部门整体绩效指标与某一个项目的绩效指标，各级名称、比较符和计量单位都相同的，指标值也相同。几个项目都有这个指标的，
    /// 部门的指标值可以是它们的合计，不检查。
    ///
    /// # 依据
    ///
    /// 同一指标印两处，数值应当一致；已公开的文本中有同一指标两处数值不同的实例（domain.md R64）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.indicators[0].target.value = "21"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.indicators[0].target.value = "21"
    /// projects[0].plan.indicators[0].target.value = "21"
    /// ```
    "GK147", "整体绩效指标与项目绩效指标的值不同", Warning, Facts
}

/// What makes two indicators the same one.
fn identity(indicator: &Indicator) -> Option<(&[String], &str, String)> {
    match &indicator.target {
        Target::Number { operator, measure, .. } => {
            Some((&indicator.path, &indicator.name, format!("{operator:?}{measure}")))
        }
        Target::Text { .. } => None,
    }
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    let mut of_projects: BTreeMap<_, Vec<(&Indicator, Pointer)>> = BTreeMap::new();
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        let at = root.key("projects").index(index).key("plan").key("indicators");
        for (number, indicator) in project.plan.iter().flat_map(|plan| &plan.indicators).enumerate() {
            if let Some(identity) = identity(indicator) {
                of_projects.entry(identity).or_default().push((indicator, at.index(number)));
            }
        }
    }
    for (index, indicator) in facts.disclosure.performance.iter().flat_map(|of| &of.indicators).enumerate() {
        let same = identity(indicator).and_then(|identity| of_projects.get(&identity));
        let Some([(other, before)]) = same.map(Vec::as_slice) else { continue };
        if other.target != indicator.target {
            judge
                .find(
                    root.key("performance").key("indicators").index(index).key("target"),
                    format!("整体绩效指标“{}”的值与项目绩效指标不同", indicator.name),
                )
                .label(before.key("target"), "项目绩效指标")
                .hint("核对两处的指标值；范围不同的，改用不同的名称");
        }
    }
}

//! Targets that nothing can miss.

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Operator, Target};

rule! {
    /// # 检查内容
    ///
    /// 指标值不是“≥0”：数量不会小于 0，这样的目标总能完成。可以为负数的“率”和百分比不检查。
    ///
    /// # 依据
    ///
    /// 绩效指标的指标值要能考核（domain.md a.14），0 多半是漏填。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators[0].target.value = "0"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators[0].target = {"operator": "=", "value": "0", "measure": "起"}
    /// projects[0].plan.indicators[1].target = {"operator": ">", "value": "0", "measure": "场"}
    /// performance.indicators[5].name = "参与人数增长率"
    /// performance.indicators[5].target = {"operator": ">=", "value": "0", "measure": "%"}
    /// ```
    "GK143", "指标值为“≥0”", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        for (index, indicator) in list.indicators.iter().enumerate() {
            let Target::Number { operator: Operator::AtLeast, value, measure } = &indicator.target else { continue };
            if value.value().is_zero() && !measure.contains(['%', '‰']) && !indicator.name.ends_with('率') {
                judge
                    .find(
                        list.at.index(index).key("target").key("value"),
                        format!("{}的指标“{}”为“≥0”，总能完成", list.owner, indicator.name),
                    )
                    .hint("填写要达到的数值；要求不发生的，比较符用“=”");
            }
        }
    }
}

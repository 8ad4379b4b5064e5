//! One indicator twice in one form.

use std::collections::BTreeMap;

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Operator, Target};

rule! {
    /// # 检查内容
    ///
    /// 一张绩效目标表中，同一个指标（一级、二级、三级指标名称都相同）只有一个指标值：指标值不同是错误，相同只作提示。
    /// 分别写下限（≥）和上限（≤）的两条，下限不大于上限即可。
    ///
    /// # 依据
    ///
    /// 同一指标两处出现时数值应当相同（domain.md R64）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.indicators += {"path": ["产出指标", "数量指标"], "name": "主题科普活动场次", "target": {"operator": ">=", "value": "25", "measure": "场"}}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators += {"path": ["产出指标", "数量指标"], "name": "主题科普活动场次", "target": {"operator": ">=", "value": "20.0", "measure": "场"}}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators += {"path": ["产出指标", "数量指标"], "name": "主题科普活动场次", "target": {"operator": "<=", "value": "30", "measure": "场"}}
    /// ```
    "GK142", "指标重复", Error, Facts
}

/// Whether both can be meant: a lower and an upper bound with something between.
fn is_range(one: &Target, other: &Target) -> bool {
    use Operator::{AtLeast, AtMost, LessThan, MoreThan};
    let (
        Target::Number { operator: first, value: one, measure },
        Target::Number { operator: second, value: other, measure: same },
    ) = (one, other)
    else {
        return false;
    };
    let (lower, upper, strict) = match (first, second) {
        (AtLeast | MoreThan, AtMost | LessThan) => (one, other, (first, second) != (&AtLeast, &AtMost)),
        (AtMost | LessThan, AtLeast | MoreThan) => (other, one, (first, second) != (&AtMost, &AtLeast)),
        _ => return false,
    };
    measure == same && (lower < upper || lower == upper && !strict)
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        let mut seen = BTreeMap::new();
        for (index, indicator) in list.indicators.iter().enumerate() {
            let Some(first) = seen.insert((&indicator.path, &indicator.name), index) else { continue };
            let earlier = &list.indicators[first].target;
            if is_range(earlier, &indicator.target) {
                continue;
            }
            let same = *earlier == indicator.target;
            let (owner, name) = (&list.owner, &indicator.name);
            let finding = judge
                .find(
                    list.at.index(index).key("name"),
                    if same {
                        format!("{owner}的指标“{name}”填写了两次")
                    } else {
                        format!("{owner}的指标“{name}”填写了两次，指标值不同")
                    },
                )
                .label(list.at.index(first).key("target"), "前一处的指标值")
                .hint("删去一条；确是两个指标时写明各自的名称");
            if same {
                finding.warning();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_something_between_its_bounds() {
        let target =
            |operator, value: &str| Target::Number { operator, value: value.parse().unwrap(), measure: "%".to_owned() };
        let (least, most, less) = (Operator::AtLeast, Operator::AtMost, Operator::LessThan);
        assert!(is_range(&target(least, "5"), &target(most, "5")));
        assert!(is_range(&target(most, "5"), &target(least, "5")));
        assert!(!is_range(&target(least, "5"), &target(less, "5")));
        assert!(!is_range(&target(least, "6"), &target(most, "5")));
        assert!(!is_range(&target(least, "5"), &target(least, "6")));
        assert!(!is_range(&target(least, "5"), &Target::Text { text: "5%".to_owned() }));
    }
}

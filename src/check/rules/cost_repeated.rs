//! One cost of a project twice.

use std::collections::BTreeMap;

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 一个项目的成本构成中，没有支出内容和金额都相同的两条。
    ///
    /// # 依据
    ///
    /// 已公开文本中有同一内容重复出现的实例（domain.md F20），重复的成本使绩效目标表上下不一致（F21）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.costs += {"item": "专家讲课", "amount": "72000", "basis": "按标准测算"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.costs += {"item": "专家讲课", "amount": "2000.00", "basis": "1人次×2000元"}
    /// ```
    "GK138", "成本构成重复", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        let mut seen = BTreeMap::new();
        for (index, cost) in plan.costs.iter().enumerate() {
            let Some(first) = seen.insert((&cost.item, cost.amount), index) else { continue };
            let at = |index: usize| at.key("costs").index(index).key("item");
            judge
                .find(at(index), format!("项目“{}”的成本“{}”连金额也填写了两次", project.name, cost.item))
                .label(at(first), "相同的成本")
                .hint("录入了两次时删去一条；确是两笔时写明各自的内容");
        }
    }
}

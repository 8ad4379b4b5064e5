//! Projects that no page prints.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::quoted;
use crate::model::{Amount, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 每个项目至少有一笔金额不为 0 的预算明细。没有金额的项目及其绩效目标不会印在任何表格和文字中。
    ///
    /// # 依据
    ///
    /// 项目支出表和项目支出绩效目标表只列有预算的项目，两表的项目应当相同（domain.md R36、R40）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[1].lines = []
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[1].lines = [{"function": "2060102", "economic": "30201", "fund": "general_public_budget", "amount": "0.00"}]
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[1].lines = [{"function": "2060102", "economic": "30201", "fund": "general_public_budget", "amount": "0.01"}]
    /// ```
    "GK217", "项目没有预算", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        if project.lines.iter().all(|line| line.amount == Amount::ZERO) {
            judge
                .find(
                    Pointer::root().key("projects").index(index).key("lines"),
                    format!("项目{}没有预算，不会印在任何表格中", quoted(&project.name)),
                )
                .hint("补填项目预算明细；本年不安排预算的，删去这个项目");
        }
    }
}

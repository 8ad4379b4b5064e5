//! Plans that end before they start.

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 项目的完成年月不早于开始年月。
    ///
    /// # 依据
    ///
    /// 项目支出绩效目标表的计划开始日期和计划完成日期（domain.md a.14、F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.starts = "2024-01"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.starts = "2023-12"
    /// ```
    "GK131", "项目完成时间早于开始时间", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        if plan.ends < plan.starts {
            judge
                .find(
                    at.key("ends"),
                    format!("项目“{}”的完成时间 {} 早于开始时间 {}", project.name, plan.ends, plan.starts),
                )
                .label(at.key("starts"), "开始时间")
                .hint("核对开始年月和完成年月，是否填反");
        }
    }
}

//! Plans of another time than the budget's year.

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 项目的起止时间包含预算年度的至少一个月。在预算年度以前完成、但有上年结转结余资金的项目（如支付尾款）只作提示。
    ///
    /// # 依据
    ///
    /// 已公开文本中有项目周期仍写上一年度的实例（domain.md F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.starts = "2022-01"
    /// projects[0].plan.ends = "2022-12"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.starts = "2024-01"
    /// projects[0].plan.ends = "2024-12"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.starts = "2022-06"
    /// projects[0].plan.ends = "2023-01"
    /// ```
    "GK132", "项目时间不在预算年度内", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let year = facts.disclosure.year;
    for (at, project, plan) in plans(facts.disclosure) {
        // A reversed period is told by GK131.
        let (starts, ends) = (plan.starts.parts().0, plan.ends.parts().0);
        let over = ends < year.0;
        if plan.ends < plan.starts || !over && starts <= year.0 {
            continue;
        }
        let (key, words) = if over { ("ends", "以前已经完成") } else { ("starts", "以后才开始") };
        let finding = judge.find(at.key(key), format!("项目“{}”在预算年度 {year} 年{words}", project.name));
        finding
            .label(Pointer::root().key("year"), "预算年度")
            .hint("核对项目的开始年月和完成年月，是否沿用了上年的内容");
        if over && project.lines.iter().any(|line| line.carried_over) {
            finding.warning().note("项目有上年结转结余资金，可能用于支付以前年度的尾款");
        }
    }
}

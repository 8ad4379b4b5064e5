//! No 绩效目标 of the department.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, TableKind};
use crate::reference::NarrativePart;

rule! {
    /// # 检查内容
    ///
    /// 填写了部门的绩效目标（performance），使说明书有“绩效目标设置情况”一节，并能印出整体支出绩效目标表。已在 absent 中写明没有整体支出绩效目标的原因的，以及多单位部门中一个单位的预算公开，不检查。
    ///
    /// # 依据
    ///
    /// 部门预算说明逐步公开绩效目标（domain.md D14、c.0、a.13）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 performance
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// 删去 performance
    /// absent.department_performance = {"reason": "none_this_year"}
    /// ```
    "GK310", "没有绩效目标", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let explained = disclosure.absent.contains_key(&TableKind::DepartmentPerformance);
    // Other regions publish the goals of projects only.
    let published = facts.region.tells(NarrativePart::Performance)
        || facts.region.table(TableKind::DepartmentPerformance).is_some();
    if published && facts.whole() && disclosure.performance.is_none() && !explained {
        judge
            .find(Pointer::root().key("agency"), "没有填写绩效目标，说明书缺少“绩效目标设置情况”")
            .hint("填写 performance；确实没有的，在 absent 中写明 department_performance 的原因");
    }
}

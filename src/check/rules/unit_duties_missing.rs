//! The document of a 二级单位 that prints the duties of the department.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::report::{Report, ScopeKind};
use crate::model::{Level, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 二级单位的单位预算公开有该单位自己的职责（units 中的 duties）。没有填写时印出的是整个部门的职能。只在生成单位预算公开时检查。
    ///
    /// # 依据
    ///
    /// 单位预算公开应当公开本单位的职责（domain.md D14、D16）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// scope = {"unit": "901002"}
    /// 删去 units[1].duties
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// scope = {"unit": "901001"}
    /// ```
    "GK314", "二级单位没有职责", Warning, Report
}

fn check(facts: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    let units = &facts.disclosure.units;
    if report.scope != ScopeKind::Unit || units.len() == 1 {
        return;
    }
    for (index, unit) in units.iter().enumerate() {
        // A report names its unit by what it prints.
        let published = unit.full_name.as_ref().unwrap_or(&unit.name) == &report.publisher.full_name;
        if published && unit.level == Level::Subordinate && unit.duties.is_empty() {
            judge
                .find(
                    Pointer::root().key("units").index(index).key("name"),
                    format!("单位“{}”没有填写职责，单位预算公开中印出的是部门的职能", unit.name),
                )
                .hint("在该单位中补充 duties");
        }
    }
}

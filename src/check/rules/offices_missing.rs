//! A 本级 without 内设机构.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Level, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 有在职人员的部门本级填写了内设机构（internal_offices）。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当公开机构设置（domain.md D14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].internal_offices = []
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].internal_offices = []
    /// ```
    "GK315", "没有内设机构", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let staff = unit.staffing.in_service;
        let staffed = staff.administrative > 0 || staff.institutional > 0 || staff.worker > 0;
        if unit.level == Level::Headquarters && unit.internal_offices.is_empty() && staffed {
            judge
                .find(
                    Pointer::root().key("units").index(index).key("name"),
                    format!("单位“{}”没有填写内设机构", unit.name),
                )
                .hint("在该单位的 internal_offices 中填写；确实没有内设机构的可以不填");
        }
    }
}

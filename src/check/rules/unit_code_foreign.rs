//! Codes of units that do not begin with their department's.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 预算单位代码以部门代码开头，例如部门 206 的单位为 206001。
    ///
    /// # 依据
    ///
    /// 预算管理一体化系统的单位代码逐级编排；个别地区编排不同，只作提示（domain.md a.2）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// agency.code = "207"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// agency.code = "206001"
    /// ```
    "GK116", "单位代码不以部门代码开头", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let agency = &facts.disclosure.agency;
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        if !unit.code.as_str().starts_with(agency.code.as_str()) {
            judge
                .find(
                    Pointer::root().key("units").index(index).key("code"),
                    format!("“{}”的单位代码 {} 不以部门代码 {} 开头", unit.name, unit.code, agency.code),
                )
                .label(Pointer::root().key("agency").key("code"), "部门代码")
                .hint("核对单位代码和部门代码，可能填了别的部门的单位");
        }
    }
}

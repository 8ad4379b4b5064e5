//! A unit whose code does not begin with that of its department.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 预算单位代码以部门代码开头，例如部门 206、单位 206001。
    ///
    /// # 依据
    ///
    /// 预算管理一体化系统按“部门代码＋序号”编单位代码，两份示例数据和青山区的编码都如此（domain.md a.2 单位列）。没有文件规定，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].code = "207001"
    /// projects[0].plan.unit = "207001"
    /// projects[1].plan.unit = "207001"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].code = "206002"
    /// projects[0].plan.unit = "206002"
    /// projects[1].plan.unit = "206002"
    /// ```
    "GK416", "单位代码不属于本部门", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    let department = &facts.disclosure.agency.code;
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        if !unit.code.as_str().starts_with(department.as_str()) {
            judge
                .find(
                    root.key("units").index(index).key("code"),
                    format!("单位“{}”的代码 {} 不以部门代码 {department} 开头", unit.name, unit.code),
                )
                .label(root.key("agency").key("code"), "部门代码")
                .hint("核对单位代码和部门代码");
        }
    }
}

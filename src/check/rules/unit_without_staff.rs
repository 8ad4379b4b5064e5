//! Units without posts.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 每个预算单位都有编制人数。
    ///
    /// # 依据
    ///
    /// 预算单位公开人员构成，编制数等于各部分之和（domain.md R60）；全部为 0 多半是漏填。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.authorized.institutional = 0
    /// units[0].staffing.authorized.institutional_civil_service_like = 0
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].staffing.authorized.institutional = 0
    /// units[0].staffing.authorized.worker = 1
    /// ```
    "GK114", "单位没有编制人数", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let posts = unit.staffing.authorized;
        if posts.administrative == 0 && posts.institutional == 0 && posts.worker == 0 {
            let at = Pointer::root().key("units").index(index).key("staffing").key("authorized");
            judge
                .find(at, format!("“{}”的编制人数全部为 0", unit.name))
                .hint("填写编制人数；确实没有编制的单位不必修改");
        }
    }
}

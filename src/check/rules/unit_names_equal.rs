//! Two units of one name.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 各预算单位的简称、全称各不相同。
    ///
    /// # 依据
    ///
    /// 收入总表按单位列行，单位预算公开以全称命名；同名的两行不能分辨（domain.md a.2、R06、R42）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].name = "区示例综合事务管理站"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].full_name = "青山区示例综合事务管理站"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].full_name = "青山区示例服务中心（示例学堂）"
    /// ```
    "GK415", "单位重名", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let units = &facts.disclosure.units;
    let (mut names, mut full_names) = (BTreeMap::new(), BTreeMap::new());
    for (index, unit) in units.iter().enumerate() {
        let full = unit.full_name.as_ref().map(|full| ("full_name", full, &mut full_names));
        for (key, name, seen) in [Some(("name", &unit.name, &mut names)), full].into_iter().flatten() {
            let at = |index: usize| Pointer::root().key("units").index(index).key(key);
            if let Some(first) = seen.get(name).copied() {
                judge
                    .find(at(index), format!("两个单位都叫“{name}”"))
                    .label(at(first), format!("单位 {}", units[first].code))
                    .hint("核对单位名称，使各单位不同");
            } else {
                seen.insert(name, index);
            }
        }
    }
}

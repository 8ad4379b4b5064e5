//! Two units under one name.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, Unit};

rule! {
    /// # 检查内容
    ///
    /// 部门内各预算单位的简称互不相同，全称也互不相同。
    ///
    /// # 依据
    ///
    /// 收入总表按单位列示，单位预算以单位名称命名，名称相同就无法区分（domain.md a.2、R42）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[1].name = "区示例服务中心"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].full_name = "青山区示例局（本级）"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 units[1].full_name
    /// ```
    "GK117", "单位名称重复", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let name: fn(&Unit) -> &String = |unit| &unit.name;
    let full: fn(&Unit) -> &String = |unit| unit.full_name.as_ref().unwrap_or(&unit.name);
    // A unit without 全称 has its 简称 there; one finding for both.
    let mut told = std::collections::BTreeSet::new();
    for (word, key, pick) in [("简称", "name", name), ("全称", "full_name", full)] {
        let mut seen = BTreeMap::new();
        for (index, unit) in facts.disclosure.units.iter().enumerate() {
            let Some(first) = seen.insert(pick(unit), index) else { continue };
            if !told.insert(index) {
                continue;
            }
            let at = |index: usize| {
                let has_full = key == "full_name" && facts.disclosure.units[index].full_name.is_some();
                Pointer::root().key("units").index(index).key(if has_full { key } else { "name" })
            };
            let codes = (&facts.disclosure.units[first].code, &unit.code);
            judge
                .find(at(index), format!("单位 {} 和单位 {} 的{word}都是“{}”", codes.0, codes.1, pick(unit)))
                .label(at(first), format!("单位 {} 的名称", codes.0))
                .hint("每个单位用自己的名称");
        }
    }
}

//! The department's own unit.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Level, Pointer, Scope};

rule! {
    /// # 检查内容
    ///
    /// 一个部门有且只有一个本级单位。只公开一个二级单位的数据可以没有本级单位。
    ///
    /// # 依据
    ///
    /// 部门预算由本级预算和所属单位预算组成（预算法实施条例第五条；domain.md D6）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].level = "subordinate"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[1].level = "headquarters"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].level = "subordinate"
    /// scope = {"unit": "206001"}
    /// ```
    "GK115", "本级单位不是一个", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let units = &facts.disclosure.units;
    let mut own = (0..units.len()).filter(|index| units[*index].level == Level::Headquarters);
    let at = Pointer::root().key("units");
    let Some(first) = own.next() else {
        if facts.disclosure.scope == Scope::Department {
            judge.find(at, "部门没有本级单位").hint("把本级单位的 level 填为 headquarters");
        }
        return;
    };
    for index in own {
        judge
            .find(
                at.index(index).key("level"),
                format!("“{}”和“{}”都填为本级单位", units[first].name, units[index].name),
            )
            .label(at.index(first).key("level"), "已有的本级单位")
            .hint("二级单位的 level 填为 subordinate");
    }
}

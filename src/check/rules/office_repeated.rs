//! One office of a unit twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 一个单位的内设机构名称（包括加挂的牌子）互不相同。
    ///
    /// # 依据
    ///
    /// 机构设置逐一列出内设机构并写明个数（domain.md D14）；已公开文本中有同一内容重复出现的实例（F20）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].internal_offices += {"name": "办公室"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].internal_offices += {"name": "科学普及部"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].internal_offices += {"name": "学会部"}
    /// ```
    "GK118", "内设机构重复", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let mut seen = BTreeMap::new();
        let at = Pointer::root().key("units").index(index).key("internal_offices");
        for (index, office) in unit.internal_offices.iter().enumerate() {
            let names = [("name", Some(&office.name)), ("also_named", office.also_named.as_ref())];
            for (key, name) in names.into_iter().filter_map(|(key, name)| Some((key, name?))) {
                let Some((first, first_key)) = seen.insert(name, (index, key)) else { continue };
                judge
                    .find(at.index(index).key(key), format!("“{}”的内设机构“{name}”填写了两次", unit.name))
                    .label(at.index(first).key(first_key), "已经填写")
                    .hint("删去重复的机构，或者写明各自的名称");
            }
        }
    }
}

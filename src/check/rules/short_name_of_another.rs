//! A 印刷简称 that is the name of another subject.

use std::collections::BTreeMap;

use super::subject_name_differs::comparable;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 经济分类科目的印刷简称（short_name）不是另一个经济分类科目的名称，也不与另一科目的简称相同。
    ///
    /// # 依据
    ///
    /// 说明书按印刷名称列出科目，列出的科目应与基本支出表一致；已公开文本中有以一科目之名写另一科目的实例（domain.md R52、F17）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic[0].short_name = "职工基本医疗保险缴费"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic[0].short_name = "维修(护)费"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// subjects.economic[0].short_name = "公务员医疗"
    /// ```
    "GK417", "简称是另一科目的名称", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let named = facts.catalogue.all_economic().filter(|(_, subject)| subject.confirmed);
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (code, subject) in named {
        names.entry(comparable(&subject.name)).or_default().push(code);
    }
    for (index, subject) in facts.disclosure.subjects.economic.iter().enumerate() {
        let Some(short) = &subject.short_name else { continue };
        let bearers = names.entry(comparable(short)).or_default();
        // 办公设备购置 is the name of 30902 and of 31002: a code among the bearers has it by right.
        if !bearers.is_empty() && !bearers.contains(&subject.code.as_str()) {
            judge
                .find(
                    Pointer::root().key("subjects").key("economic").index(index).key("short_name"),
                    format!("科目 {}“{}”的简称“{short}”是科目 {} 的名称", subject.code, subject.name, bearers[0]),
                )
                .hint("改用不会混淆的简称，或删去 short_name");
        } else {
            bearers.push(&subject.code);
        }
    }
}

//! 名词解释 that lists a subject again.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// glossary.also_list_functions 只列没有金额也要解释的科目：不重复，也不列已有支出的科目（有支出的科目自动列出）。
    ///
    /// # 依据
    ///
    /// 名词解释列出的功能分类项级科目与支出表一致（domain.md R63、c.5）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// glossary.also_list_functions += "2060101"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// glossary.also_list_functions += "2060702"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// glossary.also_list_functions += "2060502"
    /// ```
    "GK409", "名词解释重复列科目", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let used: BTreeSet<_> = facts.ledger.entries.iter().map(|entry| entry.function).collect();
    let mut listed = BTreeSet::new();
    for (index, code) in facts.disclosure.glossary.also_list_functions.iter().enumerate() {
        let why = if !listed.insert(code) {
            "已经列过"
        } else if used.contains(code) {
            "有支出，自动列出"
        } else {
            continue;
        };
        judge
            .find(
                Pointer::root().key("glossary").key("also_list_functions").index(index),
                format!("科目 {code}“{}”{why}", facts.names.function(code.as_str())),
            )
            .hint("核对编码；重复的删去");
    }
}

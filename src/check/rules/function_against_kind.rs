//! 项 for 基本支出 that hold 项目支出, and the reverse.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::Entry;

rule! {
    /// # 检查内容
    ///
    /// 项目的明细不列在“行政运行”“事业运行”，基本支出不列在“一般行政管理事务”。名称在地区方案（region.toml 的 pairing）中，可以改写。同一科目、同一项目只报告一次。
    ///
    /// # 依据
    ///
    /// “行政运行”只反映基本支出；已公开文本中有上级科目的金额误列在行政运行的项目支出、使项目支出加倍的实例（domain.md R07、F06）。各地做法不尽相同，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].lines[0].function = "2060101"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// lines[5].function = "2060102"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].lines[0].function = "2060702"
    /// ```
    "GK407", "功能分类与支出种类不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let pairing = &facts.region.pairing;
    let mut first: BTreeMap<(&str, Option<usize>), &Entry<'_>> = BTreeMap::new();
    for entry in facts.ledger.entries.iter().filter(|entry| entry.kind.is_basic() || entry.project.is_some()) {
        first.entry((entry.function.as_str(), entry.project)).or_insert(entry);
    }
    for ((code, project), entry) in first {
        let Some(name) = facts.names.known_function(code) else { continue };
        let (other, kind, usual) = match project {
            Some(_) => (&pairing.basic_only, "项目支出", "基本支出"),
            None => (&pairing.project_only, "基本支出", "项目支出"),
        };
        if other.iter().any(|other| other == name) {
            judge
                .find(entry.pointer.key("function"), format!("{code}“{name}”一般只列{usual}，这里列了{kind}"))
                .hint("核对功能分类编码，或把这笔支出移到 projects（项目支出）或 lines（基本支出）");
        }
    }
}

//! A term that 名词解释 explains twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// glossary.extra 补充的名词不重复，也不是地区方案已经解释的名词（region.toml 的 glossary.order）。引号不同的视为同一名词。
    ///
    /// # 依据
    ///
    /// 名词解释按地区有固定的条目；已公开文本中有段落重复印出的实例（domain.md c.5、F20）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// glossary.extra += {"term": "三公经费", "text": "指因公出国（境）费、公务用车购置及运行费和公务接待费。"}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// glossary.extra += {"term": "专项债券", "text": "指地方政府专项债券。"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// glossary.extra += {"term": "科学普及", "text": "指采取公众易于理解的方式普及科学技术知识的活动。"}
    /// ```
    "GK410", "名词重复解释", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let bare = |term: &str| term.replace(['“', '”', '"', '‘', '’'], "");
    let mut known: BTreeMap<String, Option<usize>> =
        facts.region.glossary_terms().map(|term| (bare(term), None)).collect();
    let at = |index: usize| Pointer::root().key("glossary").key("extra").index(index).key("term");
    for (index, extra) in facts.disclosure.glossary.extra.iter().enumerate() {
        match known.insert(bare(&extra.term), Some(index)) {
            None => {}
            Some(Some(first)) => {
                judge
                    .find(at(index), format!("名词“{}”解释了两次", extra.term))
                    .label(at(first), "已经解释")
                    .hint("只保留一条");
            }
            Some(None) => {
                judge
                    .find(at(index), format!("名词“{}”由地区方案解释，会印出两次", extra.term))
                    .hint("删去这一条；要改写解释的，修改地区方案 region.toml 中的 [term]");
            }
        }
    }
}

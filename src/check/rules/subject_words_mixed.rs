//! 本部门 and 本单位 in one document.

use crate::check::rule::rule;
use crate::check::wording::starts_at;
use crate::check::{Facts, FreeText, Judge, Spot};
use crate::model::Scope;

rule! {
    /// # 检查内容
    ///
    /// 手写的文字中称谓一致：部门预算用“本部门”，单位预算用“本单位”。两种都出现时提醒；各单位职责（units 中的 duties）不检查。
    ///
    /// # 依据
    ///
    /// 部门文本用“本部门”、单位文本用“本单位”，混用属于常见问题（domain.md c.4，[GBC] BUD-113）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// duties[0] = "负责本部门的党建工作。"
    /// reasons.total = "本单位一名在职人员转退休"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// duties[0] = "负责本部门的党建工作。"
    /// reasons.total = "本部门一名在职人员转退休"
    /// ```
    "GK512", "“本部门”“本单位”混用", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let (right, wrong) = match facts.disclosure.scope {
        Scope::Department => ("本部门", "本单位"),
        Scope::Unit(_) => ("本单位", "本部门"),
    };
    let texts = || facts.texts.iter().filter(|text| text.is_worded() && !text.field().starts_with("units[]"));
    let Some((other, place)) = texts().find_map(|text| Some((text, first(text, right)?))) else { return };
    for (text, at) in texts().filter_map(|text| Some((text, first(text, wrong)?))) {
        let message = format!("这里用“{wrong}”，别处用“{right}”");
        judge
            .find(Spot::Within(text.pointer.clone(), at..at + 3), message)
            .label(Spot::Within(other.pointer.clone(), place..place + 3), format!("这里用“{right}”"))
            .hint(format!("指本文本的主体时统一用“{right}”"));
    }
}

fn first(text: &FreeText<'_>, word: &str) -> Option<usize> {
    let characters = if text.text.contains(word) { text.characters() } else { return None };
    (0..characters.len()).find(|at| starts_at(&characters, *at, word))
}

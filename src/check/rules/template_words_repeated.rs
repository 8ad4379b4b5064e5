//! What the template says already.

use crate::check::rule::rule;
use crate::check::words::WORDS;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 增减变化的原因不以“主要是”“主要原因是”开头，项目的主要用途不以“主要用于”开头：程序已经印出这些字。可以自动改正。
    ///
    /// # 依据
    ///
    /// 数据格式：原因接在“主要是”之后，主要用途接在“主要用于：”之后（domain.md c.1、c.3）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "主要原因是：一名在职人员转退休"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].use = "主要用于科普活动"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "主要领导转退休"
    /// projects[0].use = "用于科普活动"
    /// ```
    "GK518", "重复了模板中的字", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_set_in()) {
        let characters = text.characters();
        let leads = if text.is_reason() { &WORDS.lead_of_reason } else { &WORDS.lead_of_use };
        let Some(word) = leads.iter().find(|word| word.is_at(&characters, 0)) else { continue };
        let length = word.text.chars().count();
        let end = length + usize::from(matches!(characters.get(length), Some('：' | ':' | '，')));
        let finding = judge
            .find(Spot::Within(text.pointer.clone(), 0..end), format!("模板已印出“{}”的意思，这里会重复", word.text));
        finding.hint("删去开头的这几个字");
        // Nothing else: then the rest was never written, which GK502 says.
        if end < characters.len() {
            finding.edit(&text.pointer, 0..end, "");
        }
    }
}

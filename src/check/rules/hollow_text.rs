//! Texts that say nothing.

use crate::check::rule::rule;
use crate::check::wording::is_han;
use crate::check::words::WORDS;
use crate::check::{Facts, FreeText, Judge, TextKind};

rule! {
    /// # 检查内容
    ///
    /// 原因、用途、立项依据、实施方案、绩效目标等文字言之有物：不是“无”“同上”“略”，不是只有标点、数字或字母。增减变化和改写金额的
    /// 原因不足四个字，或只重复变化本身（“预算增加”“与上年持平”）的，提醒；写了人数（“退休1人”）或是“调资”一类词的不提醒。
    ///
    /// # 依据
    ///
    /// 财政部门检查公开情况时指出原因说明过于简单（domain.md f.1 之 10）；“主要原因是。”（F14）和“主要原因是与上年持平”
    /// （b.5）的实例。词表见 data/wording/words.toml。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "无"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].use = "qq"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "与上年持平"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "压减接待"
    /// projects[0].plan.costs[0].basis = "30000*2"
    /// projects[0].plan.indicators[0].previous = ["—", "无"]
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "退休1人"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "调资"
    /// ```
    "GK503", "文字没有内容", Error, Facts
}

/// The fewest 汉字 that can say why: “压减接待”.
const LEAST: usize = 4;

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| is_required(text)) {
        let said = text.text.trim_matches(|character: char| !character.is_alphanumeric());
        let word = WORDS.hollow.iter().find(|word| word.text == said);
        let characters = text.text.chars().filter(|character| is_han(*character)).count();
        if characters == 0 || word.is_some_and(|word| word.certain) {
            judge
                .find(&text.pointer, format!("“{}”没有说明任何内容", text.text))
                .hint("写明具体内容；可以不填的字段没有内容时删去");
        } else if text.is_reason() && word.is_some() {
            judge
                .find(&text.pointer, format!("“{}”只重复了变化，没有说明原因", text.text))
                .warning()
                .hint("写明因何事增加或减少；没有变化时不必填写原因");
        } else if text.is_reason() && characters < LEAST && !is_brief(text.text, said) {
            judge.find(&text.pointer, format!("原因“{}”过于简单", text.text)).warning().hint("写明因何事增加或减少");
        }
    }
}

/// Whether few characters say why: a number of people, or a word that is a reason.
fn is_brief(text: &str, said: &str) -> bool {
    text.chars().any(|character| character.is_ascii_digit()) || WORDS.brief.iter().any(|word| word.text == said)
}

/// Whether the text must say something. A cell of a table may hold figures only, and so may 完成率.
fn is_required(text: &FreeText<'_>) -> bool {
    text.kind == TextKind::Sentence && !text.pointer.as_str().ends_with(".completion")
        || text.is_reason()
        || text.is_set_in()
}

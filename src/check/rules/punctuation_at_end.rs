//! A stop at the end of what is no sentence.

use crate::check::rule::rule;
use crate::check::{Facts, Judge, Spot, TextKind};

rule! {
    /// # 检查内容
    ///
    /// 名称（科目、项目、单位、指标、计量单位等）的结尾没有标点；接在正文句子里的原因和主要用途结尾没有句号、分号，程序会加句号。
    /// 可以自动改正。
    ///
    /// # 依据
    ///
    /// 数据格式：reasons 和项目的 use 结尾不加句号，否则印出“。。”（domain.md F23）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "一名在职人员转退休。"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators[0].name = "主题科普活动场次："
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.goals[0] = "开展主题科普活动不低于20场。"
    /// projects[0].name = "科普经费（“青山”）"
    /// ```
    "GK508", "结尾多了标点", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in &facts.texts {
        let stops: &[char] = match text.kind {
            TextKind::Name => &['。', '，', '；', '、', '：', ',', ';', ':'],
            // What else an unfinished phrase ends with is GK504's.
            TextKind::Phrase if text.is_set_in() => &['。', '；', ';', '.'],
            _ => continue,
        };
        let rest = text.text.trim_end_matches(stops);
        let (start, end) = (rest.chars().count(), text.text.chars().count());
        // A text of nothing else is GK503's or GK504's.
        if start > 0 && start < end {
            let shown: String = text.text.chars().skip(start).collect();
            judge
                .find(Spot::Within(text.pointer.clone(), start..end), format!("结尾多了“{shown}”"))
                .hint("删去结尾的标点")
                .edit(&text.pointer, start..end, "");
        }
    }
}

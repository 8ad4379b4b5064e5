//! Two stops where one belongs.

use crate::check::rule::rule;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 文字中没有连续的标点：“。。”“，，”“、。”“，。”等。可以自动改正：相同的标点留一个，与句号相连的留句号；“。。。”可能代替
    /// 省略的内容，不自动改。
    ///
    /// # 依据
    ///
    /// GB/T 15834—2011《标点符号用法》；已公开文本中有“。。”的实例（domain.md F23）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展科普日、科技周等系列主题科普活动。。"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展科普日，、科技周等系列主题科普活动。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展“科普日”、《科技周》等活动……形成品牌——科普青山。”"
    /// ```
    "GK505", "标点重复", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded()) {
        let characters = text.characters();
        let mut at = 0;
        for run in characters.chunk_by(|before, after| is_stop(*before) && is_stop(*after)) {
            let range = at..at + run.len();
            at = range.end;
            if run.len() > 1 {
                let shown: String = run.iter().collect();
                let finding =
                    judge.find(Spot::Within(text.pointer.clone(), range.clone()), format!("标点重复：“{shown}”"));
                match kept(run) {
                    Some(kept) => finding.hint(format!("只留“{kept}”")).edit(&text.pointer, range, kept.to_string()),
                    None => finding.hint("检查是否缺少文字；只留一个标点"),
                };
            }
        }
    }
}

fn is_stop(character: char) -> bool {
    matches!(character, '。' | '，' | '、' | '；' | '：')
}

/// The one that stays, if that is certain.
fn kept(run: &[char]) -> Option<char> {
    let last = *run.last()?;
    let same = run.iter().all(|character| *character == last);
    match (last, run.len()) {
        ('。', 3..) if same => None,
        ('。', _) => Some(last),
        _ => same.then_some(last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_mended() {
        let kept = |run: &str| kept(&run.chars().collect::<Vec<_>>());
        assert_eq!(["。。", "，，", "、。", "，。"].map(kept), [Some('。'), Some('，'), Some('。'), Some('。')]);
        assert_eq!(["。。。", "。，", "，、"].map(kept), [None; 3]);
    }
}

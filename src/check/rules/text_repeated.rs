//! The same paragraph twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, FreeText, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 同一清单（主要职能、单位职责、年度工作任务、绩效目标、上年目标）中没有相同的两条；同一段文字中没有相同的两句，后者只作提醒。
    /// 标点不同也算相同；少于6个字的不检查。
    ///
    /// # 依据
    ///
    /// 已公开文本中有同一段落印了两次的实例（domain.md F20）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// duties += "承办上级机关交办的有关事项"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.annual_goal = "开展科普日、科技周等系列主题科普活动。开展科普日、科技周等系列主题科普活动。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "承办上级机关交办的有关事项。"
    /// performance.last_year_results[0].completion = "完成率100%。"
    /// ```
    "GK513", "文字重复", Error, Facts
}

/// Lists in which each element says something of its own.
const LISTS: &[&str] = &[
    "duties[]",
    "units[].duties[]",
    "performance.annual_tasks[]",
    "performance.goals[]",
    "performance.last_year_results[].goal",
];
/// The fewest characters that make an equality no chance.
const LEAST: usize = 6;
/// The same within one text, where an enumeration may repeat a phrase.
const LEAST_WITHIN: usize = 12;

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let mut seen: BTreeMap<(&str, String), &FreeText<'_>> = BTreeMap::new();
    for text in facts.texts.iter().filter(|text| text.is_worded()) {
        if LISTS.contains(&&*text.field()) {
            let path = text.pointer.as_str();
            // Elements of one list have all but the last index in common.
            let list = path.rfind('[').map_or(path, |last| &path[..last]);
            let said: String = text.text.chars().filter(|character| character.is_alphanumeric()).collect();
            if said.chars().count() >= LEAST {
                match seen.get(&(list, said.clone())) {
                    Some(first) => {
                        judge
                            .find(&text.pointer, "与同一清单中的另一条相同")
                            .label(&first.pointer, "相同的一条")
                            .hint("删去重复的一条，或改为应有的内容");
                    }
                    None => drop(seen.insert((list, said), text)),
                }
            }
        }
        within(text, judge);
    }
}

/// Equal sentences of one text.
fn within(text: &FreeText<'_>, judge: &mut Judge<'_>) {
    let characters = text.characters();
    let mut seen = BTreeMap::new();
    let mut start = 0;
    for sentence in characters.split_inclusive(|character| matches!(character, '。' | '；')) {
        let range = start..start + sentence.len();
        start = range.end;
        let said: String = sentence.iter().filter(|character| character.is_alphanumeric()).collect();
        if said.chars().count() < LEAST_WITHIN {
            continue;
        }
        if let Some(first) = seen.insert(said, range.clone()) {
            judge
                .find(Spot::Within(text.pointer.clone(), range), "同一段文字中有相同的两句")
                .warning()
                .label(Spot::Within(text.pointer.clone(), first), "相同的一句")
                .hint("删去重复的一句");
        }
    }
}

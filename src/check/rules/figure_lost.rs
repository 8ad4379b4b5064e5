//! Figures of the report that no sentence prints.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::check::rule::rule;
use crate::check::{Judge, Pages};
use crate::derive::report::Report;
use crate::model::Pointer;
use crate::typeset::layout::Mark;

rule! {
    /// # 检查内容
    ///
    /// 概况和预算情况说明中推算出的每一个不为零的数，都印在某一页的文字里；文字里印出的数，都是推算出的数。
    /// 为零的数可以随整句省略，例如没有购置公务用车时不写购置费。
    ///
    /// # 依据
    ///
    /// 随文件附上的数据与页面所印的必须一致；已公开文本中有文字丢失、只剩“严控290.5万元”的实例（domain.md R54、F25）。
    ///
    /// # 示例
    ///
    /// 模板的句子“收入总计{total}万元”改成“收入总计万元”，总计没有印出，有误；保留 {total}，无误。
    /// 只有使用自己的模板（--templates）时才会出现。
    "GK609", "应当印出的数没有印出", Error, Layout
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let Some(expected) = prose_figures(pages.report) else {
        judge.not_checked("无法列出公开文本中的数");
        return;
    };
    let (lost, unknown) = differing(&expected, &pages.layout.marks);
    for (id, text) in lost {
        judge
            .find(Pointer::root(), format!("“{id}”的数 {text} 没有印在任何一页上"))
            .hint("在地区方案的句子中补上这个数");
    }
    for id in unknown {
        judge
            .find(Pointer::root(), format!("页面上标为“{id}”的数不是推算出的数"))
            .hint("核对地区方案的句子，数只能用推算出的");
    }
}

/// Figures other than zero that no mark names, and marks of no figure.
fn differing<'a>(
    expected: &'a BTreeSet<(String, String)>,
    marks: &'a [Mark],
) -> (Vec<&'a (String, String)>, BTreeSet<&'a str>) {
    let marked: BTreeSet<&str> = marks.iter().map(|mark| mark.id.as_str()).collect();
    let ids: BTreeSet<&str> = expected.iter().map(|(id, _)| id.as_str()).collect();
    let is_zero = |text: &str| !text.contains(|character: char| ('1'..='9').contains(&character));
    let lost = expected.iter().filter(|(id, text)| !is_zero(text) && !marked.contains(id.as_str())).collect();
    (lost, marked.difference(&ids).copied().collect())
}

/// Id and text of the figures that sentences print: every object of these parts with exactly the members `id` and `text`.
fn prose_figures(report: &Report) -> Option<BTreeSet<(String, String)>> {
    let mut found = BTreeSet::new();
    collect(&serde_json::to_value(&report.overview).ok()?, &mut found);
    collect(&serde_json::to_value(&report.narrative).ok()?, &mut found);
    Some(found)
}

fn collect(value: &Value, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(members) => match (members.get("id"), members.get("text")) {
            (Some(Value::String(id)), Some(Value::String(text))) if members.len() == 2 => {
                found.insert((id.clone(), text.clone()));
            }
            _ => members.values().for_each(|member| collect(member, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_marked_is_lost_and_what_is_marked_must_be_known() {
        let figure = |id: &str| (id.to_owned(), "1.00".to_owned());
        let mark = |id: &str| Mark { id: id.to_owned(), page: 1, x: 0.0, y: 0.0 };
        let expected = BTreeSet::from([figure("a"), figure("b"), ("z".to_owned(), "0.00".to_owned())]);
        let marks = [mark("a"), mark("c"), mark("c")];
        let (lost, unknown) = differing(&expected, &marks);
        assert_eq!(lost, [&figure("b")]);
        assert_eq!(unknown, BTreeSet::from(["c"]));
    }

    #[test]
    fn figures_are_found_however_deep() {
        let mut found = BTreeSet::new();
        let value =
            serde_json::json!({ "a": [{ "b": { "id": "x", "text": "1" } }], "c": { "id": "y", "text": "2", "d": 0 } });
        collect(&value, &mut found);
        assert_eq!(found, BTreeSet::from([("x".to_owned(), "1".to_owned())]));
    }
}

//! A correction before the publication.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 更正日期不早于公开日期。没有更正过的文本不涉及。
    ///
    /// # 依据
    ///
    /// 政府信息应当及时、准确公开（政府信息公开条例第六条）。更正的是已经公开的文本，公开日期仍填原来的日期。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// correction = {"date": "2023-02-09", "reason": "项目支出数据录入有误"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// correction = {"date": "2023-02-10", "reason": "项目支出数据录入有误"}
    /// ```
    "GK160", "更正日期早于公开日期", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let published = facts.disclosure.published_on;
    // A text that was never corrected lacks nothing.
    let Some(correction) = &facts.disclosure.correction else { return };
    let date = correction.date;
    if date < published {
        judge
            .find(Pointer::root().key("correction").key("date"), format!("更正日期 {date} 早于公开日期 {published}"))
            .label(Pointer::root().key("published_on"), "公开日期")
            .hint("核对更正日期；公开日期应是原来公开的日期");
    }
}

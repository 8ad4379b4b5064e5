//! An approval after the publication.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 财政批复日期不晚于公开日期。没有填写批复日期时不检查。
    ///
    /// # 依据
    ///
    /// 部门预算在财政部门批复后二十日内公开，不能先公开后批复（预算法第十四条；domain.md D1、D3）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// approval = {"date": "2023-02-11"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// approval = {"date": "2023-02-10"}
    /// ```
    "GK155", "批复日期晚于公开日期", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let published = facts.disclosure.published_on;
    let Some(date) = facts.disclosure.approval.as_ref().and_then(|approval| approval.date) else {
        judge.not_checked("没有填写财政批复日期");
        return;
    };
    if date > published {
        judge
            .find(Pointer::root().key("approval").key("date"), format!("批复日期 {date} 晚于公开日期 {published}"))
            .label(Pointer::root().key("published_on"), "公开日期")
            .hint("核对批复日期和公开日期");
    }
}

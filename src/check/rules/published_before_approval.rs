//! 公开 before 批复.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了批复日期（approval.date）的，公开日期（published_on）不早于批复日期。没有填写批复日期的不检查。
    ///
    /// # 依据
    ///
    /// 公开的是经批复的部门预算（预算法第十四条第二款；domain.md D1、D3）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// published_on = "2024-01-25"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// published_on = "2024-01-26"
    /// ```
    "GK305", "公开早于批复", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    let published = facts.disclosure.published_on;
    let Some(approved) = facts.disclosure.approval.as_ref().and_then(|approval| approval.date) else {
        return judge.not_checked("没有填写批复日期（approval.date）");
    };
    if published < approved {
        judge
            .find(root.key("published_on"), format!("公开日期 {published} 早于批复日期 {approved}"))
            .label(root.key("approval").key("date"), "批复日期")
            .hint("核对两个日期");
    }
}

//! Assets counted after the publication.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 国有资产占有使用情况的统计截止日期不晚于公开日期。没有填写国有资产占有使用情况时不检查。
    ///
    /// # 依据
    ///
    /// 公开文本只能说明公开以前的资产状况（domain.md c.2 资产、F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// state_assets.as_of = "2023-12-31"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// state_assets.as_of = "2022-08-31"
    /// ```
    "GK158", "资产统计日期晚于公开日期", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let published = facts.disclosure.published_on;
    let Some(assets) = &facts.disclosure.state_assets else {
        judge.not_checked("没有填写国有资产占有使用情况");
        return;
    };
    if assets.as_of > published {
        judge
            .find(
                Pointer::root().key("state_assets").key("as_of"),
                format!("国有资产统计截止日期 {} 晚于公开日期 {published}", assets.as_of),
            )
            .label(Pointer::root().key("published_on"), "公开日期")
            .hint("统计截止日期一般为上年 12 月 31 日");
    }
}

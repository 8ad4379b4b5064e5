//! Assets counted long ago.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 国有资产占有使用情况的统计截止日期不早于上年 1 月 1 日。晚于公开日期的由 GK158 检查。没有填写国有资产占有使用情况时不检查。
    ///
    /// # 依据
    ///
    /// 公开文本的统计截止日期为上年 8 月 31 日或 12 月 31 日（domain.md c.2 资产）；更早的多半是沿用了以前年度的文本（F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// state_assets.as_of = "2021-12-31"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// state_assets.as_of = "2023-01-31"
    /// ```
    "GK159", "资产统计日期过早", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let year = facts.disclosure.year;
    let Some(assets) = &facts.disclosure.state_assets else {
        judge.not_checked("没有填写国有资产占有使用情况");
        return;
    };
    if assets.as_of.parts().0 < i32::from(year.0) - 1 {
        judge
            .find(
                Pointer::root().key("state_assets").key("as_of"),
                format!("国有资产统计截止日期 {} 早于上年，预算年度为 {year} 年", assets.as_of),
            )
            .label(Pointer::root().key("year"), "预算年度")
            .hint("填写上年末的数，统计截止日期一般为上年 12 月 31 日");
    }
}

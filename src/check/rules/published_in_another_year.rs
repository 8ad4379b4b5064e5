//! 公开 in a year that is not that of the budget.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 公开日期（published_on）在预算年度之内，或在上一年的 12 月。
    ///
    /// # 依据
    ///
    /// 部门预算在预算年度开始前后经人大批准、财政批复后公开；已公开文本中有日期沿用往年的实例（预算法第十四条、第五十二条；domain.md D3、F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// published_on = "2022-02-10"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// published_on = "2022-12-30"
    /// ```
    "GK306", "公开日期不在预算年度", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    let budget = i32::from(facts.disclosure.year.0);
    let published = facts.disclosure.published_on;
    let (year, month, _) = published.parts();
    if year != budget && (year, month) != (budget - 1, 12) {
        judge
            .find(root.key("published_on"), format!("公开日期 {published} 不在 {budget} 预算年度"))
            .label(root.key("year"), "预算年度")
            .hint("核对预算年度和公开日期，注意是否沿用了往年的文件");
    }
}

//! An approval that is not of this budget.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 财政批复日期在预算年度或者上一年度之内。没有填写批复日期时不检查。
    ///
    /// # 依据
    ///
    /// 预算经人民代表大会批准后二十日内批复（预算法第五十二条；domain.md D3）；沿用上年文本时日期容易未改（F27）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// approval = {"date": "2021-12-31"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// approval = {"date": "2024-01-01"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// approval = {"date": "2022-12-28"}
    /// ```
    "GK156", "批复日期不是本年度的", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let year = facts.disclosure.year;
    let Some(date) = facts.disclosure.approval.as_ref().and_then(|approval| approval.date) else {
        judge.not_checked("没有填写财政批复日期");
        return;
    };
    let budget_year = i32::from(year.0);
    if !(budget_year - 1..=budget_year).contains(&date.parts().0) {
        judge
            .find(
                Pointer::root().key("approval").key("date"),
                format!("批复日期 {date} 不在预算年度 {year} 年或上一年度"),
            )
            .label(Pointer::root().key("year"), "预算年度")
            .hint("核对批复日期，是否沿用了以前年度的批复");
    }
}

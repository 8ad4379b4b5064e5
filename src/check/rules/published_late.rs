//! 公开 more than twenty days after 批复.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{Pointer, Scope};

rule! {
    /// # 检查内容
    ///
    /// 填写了批复日期（approval.date）的，公开日期（published_on）在批复后 20 日以内。数据本身可能属实，只作警告；没有填写批复日期的不检查。
    /// 单位预算公开不检查：单位的期限从部门批复单位预算时起算，数据中的批复日期是财政部门批复部门预算的日期。
    ///
    /// # 依据
    ///
    /// 预算法第十四条第二款：经本级政府财政部门批复的部门预算，应当在批复后二十日内由各部门向社会公开（domain.md D1、D3，f.1 第 2 项）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// published_on = "2024-02-16"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// published_on = "2024-02-15"
    /// ```
    "GK304", "公开晚于批复后二十日", Warning, Facts
}

/// Days after 批复 within which a department publishes its budget, 预算法 article 14.
const DAYS: i64 = 20;

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    if matches!(facts.disclosure.scope, Scope::Unit(_)) {
        return judge.not_checked("单位的公开期限从部门批复单位预算时起算，数据中没有这个日期");
    }
    let root = Pointer::root();
    let Some(approved) = facts.disclosure.approval.as_ref().and_then(|approval| approval.date) else {
        return judge.not_checked("没有填写批复日期（approval.date）");
    };
    let taken = facts.disclosure.published_on.days_since(approved);
    let equation = Equation::of("日", "批复到公开", taken).at_most("法定期限", DAYS.into());
    if !equation.holds() {
        judge
            .find(root.key("published_on"), format!("公开日期在批复之后第 {taken} 日，超过法定的 {DAYS} 日"))
            .equation(equation)
            .label(root.key("approval").key("date"), "批复日期")
            .hint("核对两个日期；日期属实的，应尽快公开");
    }
}

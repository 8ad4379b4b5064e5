//! No figures of last year.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// previous_years 中有上年的数，使说明书能写出增减变化。多单位部门中一个单位的预算公开不写增减变化，不检查。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当说明增减变化及其原因；财政部检查把内容单薄、没有原因列为问题（domain.md D14、f.1 第 10 项、R50）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 previous_years
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].year = 2021
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 previous_years[1]
    /// ```
    "GK307", "没有上年数", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let last = disclosure.year.0 - 1;
    if !facts.whole() || disclosure.previous_years.iter().any(|previous| previous.year.0 == last) {
        return;
    }
    let root = Pointer::root();
    let place = match disclosure.previous_years.first() {
        Some(_) => root.key("previous_years").index(0).key("year"),
        None => root.key("year"),
    };
    judge
        .find(place, format!("没有填写 {last} 年的数，说明书不能写出增减变化"))
        .hint(format!("在 previous_years 中填写 {last} 年的数，或用 file 指明上年的数据文件；确属新设部门的可以不填"));
}

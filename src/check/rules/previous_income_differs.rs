//! 财政拨款 and 其他资金 of one earlier year against its total.

use super::previous_part_exceeds_whole::place;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 同一个以前年度的财政拨款收入与其他资金收入之和等于收支总预算，精确到分：大于是错误；小于的，可能是没有计入上年结转结余，只作提示。
    /// 三个金额没有都填写的年度不检查。
    ///
    /// # 依据
    ///
    /// 整体支出绩效目标表的收入构成只有财政拨款、其他资金和合计三行，合计就是收支总预算（domain.md R22、a.13）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.other_income = "0.01"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.fiscal_income = "2500000.00"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// previous_years[0].figures.fiscal_income = "2565599.99"
    /// previous_years[0].figures.other_income = "0.01"
    /// ```
    "GK152", "以前年度收入构成与总预算不一致", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let mut judged = false;
    for (index, previous) in facts.disclosure.previous_years.iter().enumerate() {
        let figures = &previous.figures;
        let (Some(fiscal), Some(other), Some(total)) = (figures.fiscal_income, figures.other_income, figures.total)
        else {
            continue;
        };
        judged = true;
        let equation = Equation::yuan("财政拨款收入与其他资金收入之和", fiscal.yuan() + other.yuan())
            .equals("收支总预算", total.yuan());
        if !equation.holds() {
            // What the total holds besides may be 上年结转结余; that the parts hold more than the total, nothing explains.
            let less = equation.difference().is_sign_negative();
            let finding = judge
                .find(
                    place(index, previous, "fiscal_income"),
                    format!("{} 年的财政拨款收入与其他资金收入之和不等于收支总预算", previous.year),
                )
                .equation(equation)
                .hint("上年结转结余按来源计入财政拨款收入或其他资金收入，使表中的合计等于各行之和");
            if previous.file.is_none() {
                finding
                    .label(place(index, previous, "other_income"), "其他资金收入")
                    .label(place(index, previous, "total"), "收支总预算");
            }
            if less {
                finding.warning();
            }
        }
    }
    if !judged {
        judge.not_checked("没有以前年度同时填写财政拨款收入、其他资金收入和收支总预算");
    }
}

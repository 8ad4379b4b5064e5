//! Shares above the whole.

use rust_decimal::Decimal;

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Operator, Target};

rule! {
    /// # 检查内容
    ///
    /// 以百分比计的“率”和满意度，指标值不大于 100%。合格率、及时率、准确率、满意率和满意度是部分占全部的比，大于 100% 是错误；
    /// 其他“率”只作提示；增长、变动、收益、负债、自给等可以大于 100% 的“率”不检查。上限（≤、＜）不检查。
    ///
    /// # 依据
    ///
    /// 部分不大于全部；已公开文本中有占比多写一位的实例（domain.md F01、F11、f.4 占比和百分号检查）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.indicators[10].target.value = "900"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].target.value = "100.5"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].name = "参与人数增长率"
    /// projects[0].plan.indicators[4].target.value = "120"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].name = "财政自给率"
    /// projects[0].plan.indicators[4].target.value = "110"
    /// ```
    "GK141", "百分比大于 100%", Error, Facts
}

/// A part of a whole by definition.
const PARTS: [&str; 5] = ["合格率", "及时率", "准确率", "满意率", "满意度"];

/// Words of a 率 that is no part of a whole.
const UNBOUNDED: [&str; 13] =
    ["增", "减", "升", "降", "变动", "回报", "收益", "利润", "入学", "负债", "杠杆", "周转", "自给"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        for (index, indicator) in list.indicators.iter().enumerate() {
            let Target::Number { operator, value, measure } = &indicator.target else { continue };
            let name = indicator.name.as_str();
            let part = PARTS.iter().any(|ending| name.ends_with(ending));
            let upper = matches!(operator, Operator::AtMost | Operator::LessThan);
            if measure != "%" || upper || value.value() <= Decimal::ONE_HUNDRED || !part && !name.ends_with('率') {
                continue;
            }
            if UNBOUNDED.iter().any(|word| name.contains(word)) {
                continue;
            }
            let finding = judge
                .find(list.at.index(index).key("target").key("value"), format!("{}的指标“{name}”大于 100%", list.owner))
                .hint("核对指标值，是否多写一位或漏写小数点");
            if !part {
                finding.warning();
            }
        }
    }
}

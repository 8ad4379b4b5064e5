//! Rates without a percent sign.

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Target;

rule! {
    /// # 检查内容
    ///
    /// 名称以“率”结尾的数值指标，计量单位是“%”（或者‰、百分点、倍、“/10万”一类的比）。频率、效率、功率、速率、汇率，以及千人、万人、每百户一类的拥有率不检查。
    ///
    /// # 依据
    ///
    /// 漏写百分号是绩效目标表常见的错误（domain.md f.4 百分号检查）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].target.measure = "个"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].target.measure = "‰"
    /// performance.indicators[0].name = "主题科普活动频率"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.indicators[4].name = "千人床位拥有率"
    /// projects[0].plan.indicators[4].target.measure = "张"
    /// ```
    "GK144", "率没有百分号", Warning, Facts
}

/// 率 that are no share.
const OTHER: [&str; 5] = ["频率", "效率", "功率", "速率", "汇率"];

/// Words of a number of things to so many people or households.
const DENSITIES: [&str; 6] = ["百人", "千人", "万人", "百户", "千户", "万户"];

/// Measures of a share or a ratio.
const SIGNS: [&str; 8] = ["%", "％", "‰", "‱", "百分", "分之", "/", "倍"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        for (index, indicator) in list.indicators.iter().enumerate() {
            let Target::Number { measure, .. } = &indicator.target else { continue };
            let name = indicator.name.as_str();
            let other =
                OTHER.iter().any(|other| name.ends_with(other)) || DENSITIES.iter().any(|word| name.contains(word));
            let share = name.ends_with('率') && !other;
            if share && !SIGNS.iter().any(|sign| measure.contains(sign)) {
                judge
                    .find(
                        list.at.index(index).key("target").key("measure"),
                        format!("{}的指标“{name}”的计量单位是“{measure}”，不是“%”", list.owner),
                    )
                    .hint("率的计量单位一般填“%”");
            }
        }
    }
}

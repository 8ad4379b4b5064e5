//! Two years with the same figures.

use super::figure_out_of_scale::{by_key, listed, place};
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 本年与各以前年度之间，没有两年的金额全部相同。两年都有的不为零的金额不足三项时不比较。多单位部门中一个单位的预算公开不检查。
    ///
    /// # 依据
    ///
    /// 已公开文本中有把本年的数、上一行的数照抄为上年数的实例（domain.md F12、F13、R65）。各项到分都相同极少见，但不是不可能，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures = {"total": "1928299.36", "general_public_budget": "1928299.36", "basic": "1388299.36", "project": "540000.00"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// previous_years[0].figures = {"total": "1928299.36", "general_public_budget": "1928299.36", "basic": "1398299.36", "project": "530000.00"}
    /// ```
    "GK702", "两年的金额全部相同", Warning, Facts
}

/// Fewer figures than this may agree by chance: one fund alone makes total, fund and income equal.
const ENOUGH: usize = 3;

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    if !facts.whole() || disclosure.previous_years.is_empty() {
        return;
    }
    let Some(figures) = facts.figures() else { return judge.not_checked("数据有错误，无法推算本年数") };
    let previous = disclosure.previous_years.iter().map(|previous| (previous.year, listed(&previous.figures)));
    let years: Vec<_> = [(disclosure.year, listed(figures))].into_iter().chain(previous).collect();
    for (index, (year, older)) in years.iter().enumerate().skip(1) {
        for (other, newer) in &years[..index] {
            let amounts = by_key(newer);
            let pairs: Vec<_> = older
                .iter()
                .filter_map(|(key, _, _, amount)| Some((key, amount.yuan(), *amounts.get(key.as_str())?)))
                .filter(|(_, amount, other)| !amount.is_zero() || !other.is_zero())
                .collect();
            let identical = pairs.iter().all(|(_, amount, other)| amount == other);
            // 基本支出 moves with every salary: without it the total may simply be 持平.
            let with_basic = pairs.iter().any(|(key, _, _)| *key == "basic");
            if identical && with_basic && pairs.len() >= ENOUGH {
                judge
                    .find(
                        place(index - 1, pairs[0].0),
                        format!("{year} 年与 {other} 年都有的 {} 项金额全部相同", pairs.len()),
                    )
                    .hint("核对以前年度的数是否照抄");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;

    #[test]
    fn previous_years_are_compared_with_each_other() {
        let same = r#"{"total": "3.00", "basic": "2.00", "project": "1.00"}"#;
        let steps = format!("previous_years[0].figures = {same}\nprevious_years[1].figures = {same}");
        let outcome = judge(&RULE, "420107-shili-2024", &steps);
        assert_eq!(outcome.findings[0].message, "2022 年与 2023 年都有的 3 项金额全部相同");
    }
}

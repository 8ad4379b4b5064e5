//! A figure many times that of the year before.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Pointer, PreviousFigures};

rule! {
    /// # 检查内容
    ///
    /// 本年与上年、各以前年度之间，收支总预算、一般公共预算支出、财政拨款收入和基本支出相差不到 10 倍，其余各项相差不到 100 倍。任一年为零的不比较。多单位部门中一个单位的预算公开不检查。
    ///
    /// # 依据
    ///
    /// 元与万元混淆、多写一位数字的错误：已公开文本有 873,617 元写成 887.36 万元、3269.3 写成 43269.3 的实例（domain.md F01、F11）。倍数是经验值，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.total = "256.56"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// previous_years[0].figures.procurement = "148.63"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// previous_years[0].figures.three_public.reception = "120000.00"
    /// ```
    "GK701", "金额与上年相差悬殊", Warning, Facts
}

/// From this many times on, the sums that move little from year to year are looked at.
const SUMS: u32 = 10;
/// The same of other figures, which may well come or go.
const OTHERS: u32 = 100;

/// One figure of a year: its path below `figures`, its name, how many times it may move, and the amount.
pub(super) type Figure = (String, &'static str, u32, Amount);

/// Every figure of a year that is stated or derived.
pub(super) fn listed(figures: &PreviousFigures) -> Vec<Figure> {
    let single = [
        ("total", "收支总预算", SUMS, figures.total),
        ("general_public_budget", "一般公共预算支出", SUMS, figures.general_public_budget),
        ("government_fund", "政府性基金预算支出", OTHERS, figures.government_fund),
        ("state_capital_budget", "国有资本经营预算支出", OTHERS, figures.state_capital_budget),
        ("fiscal_income", "财政拨款收入", SUMS, figures.fiscal_income),
        ("other_income", "其他资金收入", OTHERS, figures.other_income),
        ("basic", "基本支出", SUMS, figures.basic),
        ("project", "项目支出", OTHERS, figures.project),
        ("operating_cost", "机关运行经费", OTHERS, figures.operating_cost),
        ("procurement", "政府采购预算", OTHERS, figures.procurement),
    ];
    let three_public = figures.three_public.as_ref().map(|parts| {
        [
            ("three_public.overseas", "因公出国（境）费", OTHERS, Some(parts.overseas)),
            ("three_public.vehicle_purchase", "公务用车购置费", OTHERS, Some(parts.vehicle_purchase)),
            ("three_public.vehicle_running", "公务用车运行费", OTHERS, Some(parts.vehicle_running)),
            ("three_public.reception", "公务接待费", OTHERS, Some(parts.reception)),
        ]
    });
    let functions =
        figures.functions.iter().map(|(code, amount)| (format!("functions.{code}"), "功能分类支出", OTHERS, *amount));
    let known = single.into_iter().chain(three_public.into_iter().flatten());
    known
        .filter_map(|(key, name, times, amount)| Some((key.to_owned(), name, times, amount?)))
        .chain(functions)
        .collect()
}

/// A place below the figures of one year.
pub(super) fn place(index: usize, key: &str) -> Pointer {
    let figures = Pointer::root().key("previous_years").index(index).key("figures");
    key.split('.').fold(figures, |at, part| at.key(part))
}

/// The amounts by their keys, in 元.
pub(super) fn by_key(figures: &[Figure]) -> BTreeMap<&str, Decimal> {
    figures.iter().map(|(key, _, _, amount)| (key.as_str(), amount.yuan())).collect()
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    if !facts.whole() || disclosure.previous_years.is_empty() {
        return;
    }
    let Some(figures) = facts.figures() else { return judge.not_checked("数据有错误，无法推算本年数") };
    let (mut year, mut newer) = (disclosure.year, listed(figures));
    for (index, previous) in disclosure.previous_years.iter().enumerate() {
        let older = listed(&previous.figures);
        let amounts = by_key(&newer);
        for (key, name, times, amount) in &older {
            let Some(this) = amounts.get(key.as_str()).copied() else { continue };
            let last = amount.yuan();
            let (low, high) = if this < last { (this, last) } else { (last, this) };
            if !low.is_zero() && low * Decimal::from(*times) <= high {
                let code = key.strip_prefix("functions.").unwrap_or_default();
                judge
                    .find(
                        place(index, key),
                        format!("{} 年的{name}{code}与 {year} 年相差 {times} 倍以上", previous.year),
                    )
                    .note(format!("{} 年 {last} 元，{year} 年 {this} 元", previous.year))
                    .hint("核对单位：这里填元，不填万元；核对有没有多写、少写数字");
            }
        }
        // A year without figures is stepped over.
        if !older.is_empty() {
            (year, newer) = (previous.year, older);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;

    #[test]
    fn previous_years_are_compared_with_each_other() {
        let steps = "previous_years[1].figures.fiscal_income = \"1812.03\"";
        let outcome = judge(&RULE, "420107-shili-2024", steps);
        assert_eq!(outcome.findings.len(), 1);
        assert_eq!(outcome.findings[0].message, "2022 年的财政拨款收入与 2023 年相差 10 倍以上");
    }

    #[test]
    fn nothing_can_be_said_of_what_cannot_be_derived() {
        let outcome = judge(&RULE, "420107-kexie-2023", "lines[0].function = \"2999999\"");
        assert_eq!(outcome.unchecked.len(), 1);
    }
}

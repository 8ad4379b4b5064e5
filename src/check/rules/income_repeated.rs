//! Income or 年终结转结余 of one unit and fund twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 收入按单位、资金性质和是否上年结转结余只填写一次，年终结转结余按单位和资金性质只填写一次。重复填写的金额相加。
    ///
    /// # 依据
    ///
    /// 收入总表一个单位一种资金一个金额（domain.md R05）；重复的可能是同一笔录入了两次（F20）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// income += {"unit": "901003", "fund": "other_income", "amount": "1.00"}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// year_end_carry_over[1].fund = "government_fund"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// income += {"unit": "901002", "fund": "other_income", "amount": "37321.09"}
    /// ```
    "GK157", "收入或结转结余重复填写", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let income = disclosure.income.iter().map(|of| (&of.unit, of.fund, of.carried_over));
    let year_end = disclosure.year_end_carry_over.iter().map(|of| (&of.unit, of.fund, false));
    list(facts, "income", "收入", income, judge);
    list(facts, "year_end_carry_over", "年终结转结余", year_end, judge);
}

fn list<'a>(
    facts: &Facts<'_>,
    key: &str,
    name: &str,
    records: impl Iterator<Item = (&'a Option<crate::model::UnitCode>, crate::model::Fund, bool)>,
    judge: &mut Judge<'_>,
) {
    let mut seen = BTreeMap::new();
    for (index, (unit, fund, carried_over)) in records.enumerate() {
        let unit = facts.unit(unit.as_ref());
        let Some(first) = seen.insert((unit, fund, carried_over), index) else { continue };
        let at = |index: usize| Pointer::root().key(key).index(index).key("amount");
        let fund = facts.region.income_name(fund);
        judge
            .find(at(index), format!("“{}”的{name}（{fund}）填写了两次", facts.disclosure.units[unit].name))
            .label(at(first), "已经填写")
            .hint("录入了两次时删去一条；确是两笔时合并为一条，金额相加");
    }
}

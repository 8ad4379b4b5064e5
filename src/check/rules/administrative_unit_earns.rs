//! Funds that a 行政单位 does not have.

use std::collections::BTreeSet;

use crate::check::purchases::fund_name;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Fund, Pointer, UnitKind};

rule! {
    /// # 检查内容
    ///
    /// 行政单位没有事业收入和事业单位经营收入，也没有用它们安排的支出。参照公务员法管理的事业单位不检查。
    ///
    /// # 依据
    ///
    /// 行政单位的收入只有财政拨款收入和其他收入（行政单位财务规则）；事业收入、经营收入是事业单位的收入（名词解释，domain.md c.5）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// lines[0].fund = "institutional_income"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// income += {"unit": "901001", "fund": "business_income", "amount": "100.00"}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// lines[0].fund = "other_income"
    /// ```
    "GK224", "行政单位有事业收入或经营收入", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let units = &facts.disclosure.units;
    let foreign = |unit: usize, fund: Fund| {
        units[unit].kind == UnitKind::Administrative && matches!(fund, Fund::InstitutionalIncome | Fund::BusinessIncome)
    };
    let root = Pointer::root();
    let income = facts.disclosure.income.iter().enumerate().filter(|(_, stated)| !stated.amount.yuan().is_zero());
    let stated =
        income.map(|(index, stated)| (facts.unit(stated.unit.as_ref()), stated.fund, root.key("income").index(index)));
    let spent = facts.ledger.entries.iter().map(|entry| (entry.unit, entry.fund, entry.pointer.clone()));
    let mut told = BTreeSet::new();
    // Once a unit and fund: one wrong kind of unit would otherwise make a finding of each line.
    for (unit, fund, at) in spent.chain(stated).filter(|(unit, fund, _)| foreign(*unit, *fund)) {
        if told.insert((unit, fund)) {
            judge
                .find(at.key("fund"), format!("单位 {} 是行政单位，而有{}", units[unit].code, fund_name(fund)))
                .label(root.key("units").index(unit).key("kind"), "单位性质")
                .hint("核对单位性质和资金性质；行政单位财政拨款以外的收入列其他收入");
        }
    }
}

//! Figures of one earlier year: parts against wholes.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{Amount, Fund, Pointer, PreviousFigures, PreviousYear};
use crate::reference::Region;

rule! {
    /// # 检查内容
    ///
    /// 同一个以前年度的金额中，部分不大于全部：基本支出加项目支出、三本预算的支出之和、各功能分类科目之和、政府采购预算都不大于收支总预算；
    /// “三公”经费不大于一般公共预算支出；机关运行经费不大于基本支出。三本预算的支出之和大于财政拨款收入的，只作提示。
    /// 没有填写的金额不参加比较。
    ///
    /// # 依据
    ///
    /// 支出总表、一般公共预算支出表的合计关系（domain.md R07、R38、R39）；已公开文本中有上年数多写一位的实例（F11）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.project = "5400000.00"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.general_public_budget = "25656000.00"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.operating_cost = "2025600.01"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.functions = {"2060101": "2565600.01"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// previous_years[0].figures.project = "500000.00"
    /// previous_years[0].figures.procurement = "2565600.00"
    /// previous_years[0].figures.three_public.reception = "2565600.00"
    /// ```
    "GK151", "以前年度的部分大于全部", Error, Facts
}

/// Names and amount of some figures together; none of them stated is no sum.
struct Sum {
    key: &'static str,
    name: &'static str,
    amount: Decimal,
}

fn sum(name: &'static str, parts: &[(&'static str, Option<Amount>)]) -> Option<Sum> {
    let mut stated = parts.iter().filter_map(|(key, amount)| Some((*key, (*amount)?.yuan())));
    let (key, first) = stated.next()?;
    Some(Sum { key, name, amount: first + stated.map(|(_, amount)| amount).sum::<Decimal>() })
}

fn whole(name: &'static str, key: &'static str, amount: Option<Amount>) -> Option<Sum> {
    sum(name, &[(key, amount)])
}

/// What is a part of what, where both are stated, and whether only a person can tell.
fn comparisons(figures: &PreviousFigures, region: &Region) -> Vec<(Sum, Sum, bool)> {
    let funds = [
        (Fund::GeneralPublicBudget, "general_public_budget", figures.general_public_budget),
        (Fund::GovernmentFund, "government_fund", figures.government_fund),
        (Fund::StateCapitalBudget, "state_capital_budget", figures.state_capital_budget),
    ];
    let budgets = || sum("三本预算支出之和", &funds.map(|(_, key, amount)| (key, amount)));
    let total = || whole("收支总预算", "total", figures.total);
    let functions = figures.functions.values().map(|amount| amount.yuan()).sum();
    let functions = (!figures.functions.is_empty()).then_some(Sum {
        key: "functions",
        name: "各功能分类科目之和",
        amount: functions,
    });
    let three_public = figures.three_public.as_ref().map(|of| Sum {
        key: "three_public",
        name: "“三公”经费合计",
        amount: [of.overseas, of.vehicle_purchase, of.vehicle_running, of.reception].map(Amount::yuan).iter().sum(),
    });
    // “三公” may be paid from the funds that the region counts; all of them must be stated.
    let payers: Vec<_> = funds.iter().filter(|(fund, _, _)| region.figures.three_public_funds.contains(fund)).collect();
    let all = payers.len() == region.figures.three_public_funds.len() && payers.iter().all(|payer| payer.2.is_some());
    let payers: Vec<_> = payers.iter().map(|(_, key, amount)| (*key, *amount)).collect();
    let payer_name = if payers.len() == 1 { "一般公共预算支出" } else { "财政拨款支出" };
    let payers = sum(payer_name, &payers).filter(|_| all);
    let candidates = [
        (sum("基本支出与项目支出之和", &[("project", figures.project), ("basic", figures.basic)]), total(), false),
        (budgets(), total(), false),
        (functions, total(), false),
        (whole("政府采购预算", "procurement", figures.procurement), total(), false),
        (three_public, payers, false),
        (
            whole("机关运行经费", "operating_cost", figures.operating_cost),
            whole("基本支出", "basic", figures.basic),
            false,
        ),
        // 财政拨款收入 is often told without 上年结转.
        (budgets(), whole("财政拨款收入", "fiscal_income", figures.fiscal_income), true),
    ];
    candidates.into_iter().filter_map(|(part, whole, doubtful)| Some((part?, whole?, doubtful))).collect()
}

/// The place of a figure; figures from last year's file have none of their own.
pub(super) fn place(index: usize, previous: &PreviousYear, key: &str) -> Pointer {
    let at = Pointer::root().key("previous_years").index(index);
    if previous.file.is_some() { at.key("year") } else { at.key("figures").key(key) }
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    if facts.disclosure.previous_years.is_empty() {
        judge.not_checked("没有填写以前年度数");
    }
    for (index, previous) in facts.disclosure.previous_years.iter().enumerate() {
        let mut told = Vec::new();
        for (part, whole, doubtful) in comparisons(&previous.figures, facts.region) {
            let equation = Equation::yuan(part.name, part.amount).at_most(whole.name, whole.amount);
            // What exceeds the total need not be told against a part of it.
            if equation.holds() || doubtful && told.contains(&part.name) {
                continue;
            }
            told.push(part.name);
            let finding = judge
                .find(
                    place(index, previous, part.key),
                    format!("{} 年的{}大于{}", previous.year, part.name, whole.name),
                )
                .equation(equation)
                .hint("核对两个金额，是否多写或漏写一位，是否为同一口径");
            if previous.file.is_none() {
                finding.label(place(index, previous, whole.key), whole.name);
            }
            if doubtful {
                finding.warning();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScopeKind;
    use crate::reference::Templates;

    #[test]
    fn only_what_is_stated_is_compared() {
        let region = Region::read(&Templates::built_in(), "420107-qingshan", ScopeKind::Department).unwrap();
        let compared = |figures: &PreviousFigures| comparisons(figures, &region).len();
        let amount = "1".parse().ok();
        assert_eq!(compared(&PreviousFigures::default()), 0);
        assert_eq!(compared(&PreviousFigures { total: amount, ..Default::default() }), 0);
        assert_eq!(compared(&PreviousFigures { total: amount, basic: amount, ..Default::default() }), 1);
        let fiscal = PreviousFigures { fiscal_income: amount, government_fund: amount, ..Default::default() };
        assert_eq!(compared(&fiscal), 1);
    }
}

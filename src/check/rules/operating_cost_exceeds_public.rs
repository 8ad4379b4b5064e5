//! Stated 机关运行经费 against 公用经费.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::Kind;
use crate::diagnostic::Equation;
use crate::model::{Fund, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 改写的机关运行经费（`overrides.operating_cost`）不大于整个部门一般公共预算的公用经费。
    /// 部门中没有行政单位和参照公务员法管理的事业单位，而填写了机关运行经费的，提醒核对。
    ///
    /// # 依据
    ///
    /// 机关运行经费是行政单位和参公事业单位用一般公共预算安排的公用经费（名词解释；domain.md R38，12 份公开文本都不大于公用经费）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// overrides.operating_cost = {"amount": "103615.61", "reason": "财政核定"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].kind = "public_welfare_1"
    /// overrides.operating_cost = {"amount": "100000.00", "reason": "财政核定"}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// overrides.operating_cost = {"amount": "1500000.00", "reason": "含服务中心"}
    /// ```
    "GK213", "机关运行经费大于公用经费", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let Some(stated) = &facts.disclosure.overrides.operating_cost else { return };
    let at = Pointer::root().key("overrides").key("operating_cost").key("amount");
    let public = facts.sum(|entry| entry.kind == Kind::Public && entry.fund == Fund::GeneralPublicBudget);
    let equation = Equation::yuan("机关运行经费", stated.amount.yuan()).at_most("一般公共预算的公用经费", public);
    if !equation.holds() {
        judge
            .find(at.clone(), "改写的机关运行经费大于一般公共预算的公用经费")
            .equation(equation)
            .hint("核对 overrides.operating_cost 与公用经费的支出明细");
    }
    let units = &facts.disclosure.units;
    if !stated.amount.yuan().is_zero() && !units.iter().any(|unit| unit.kind.has_operating_cost()) {
        judge
            .find(at, "部门中没有行政单位和参公事业单位，而填写了机关运行经费")
            .warning()
            .label(Pointer::root().key("units").index(0).key("kind"), "单位性质")
            .hint("核对单位性质；没有机关运行经费的，删去 overrides.operating_cost");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::severities;
    use crate::diagnostic::Severity;

    #[test]
    fn units_without_operating_cost_are_a_warning() {
        let stated =
            |amount: &str| format!("overrides.operating_cost = {{\"amount\": \"{amount}\", \"reason\": \"财政核定\"}}");
        let judged =
            |amount: &str| severities("GK213", "420107-kexie-2023", &["units[0].kind = \"other\"", &stated(amount)]);
        assert_eq!(judged("103615.60"), [Severity::Warning]);
        assert_eq!(judged("103615.61"), [Severity::Error, Severity::Warning]);
        assert_eq!(judged("0.00"), []);
    }
}

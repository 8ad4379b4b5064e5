//! 资金来源渠道 against 资金性质.

use crate::check::purchases::fund_name;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Fund, Line, Origin, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 一般债券安排的支出列一般公共预算，专项债券安排的支出列政府性基金预算；上级转移支付安排的支出列财政拨款
    /// （一般公共预算、政府性基金预算、国有资本经营预算），不列单位资金。转移支付列财政专户管理资金、上级补助收入、其他收入的，
    /// 可能是把上级单位给的资金也称为转移支付，只提醒核对。
    ///
    /// # 依据
    ///
    /// 一般债务收支纳入一般公共预算，专项债务收支纳入政府性基金预算（国发〔2014〕43号第二部分）；
    /// 转移支付是政府预算之间的资金（预算法第十六条；domain.md D6、D7）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[1].lines[0].origin = "special_bond"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[0].lines[11].origin = "central_transfer"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[0].lines[6].origin = "provincial_transfer"
    /// ```
    "GK226", "资金来源渠道与资金性质不符", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    for (index, line) in facts.disclosure.lines.iter().enumerate() {
        judge_line(line, || root.key("lines").index(index), judge);
    }
    for (number, project) in facts.disclosure.projects.iter().enumerate() {
        for (index, line) in project.lines.iter().enumerate() {
            judge_line(line, || root.key("projects").index(number).key("lines").index(index), judge);
        }
    }
}

fn judge_line(line: &Line, at: impl FnOnce() -> Pointer, judge: &mut Judge<'_>) {
    if line.amount == Amount::ZERO {
        return;
    }
    let (fits, what, should) = match line.origin {
        Origin::Local | Origin::NonTax => return,
        Origin::GeneralBond => (line.fund == Fund::GeneralPublicBudget, "一般债券", "一般公共预算"),
        Origin::SpecialBond => (line.fund == Fund::GovernmentFund, "专项债券", "政府性基金预算"),
        Origin::CentralTransfer | Origin::ProvincialTransfer | Origin::MunicipalTransfer => {
            (line.fund.is_fiscal_appropriation(), "上级转移支付", "财政拨款")
        }
    };
    if !fits {
        let at = at();
        let finding = judge
            .find(at.key("origin"), format!("{what}安排的支出列为{}资金", fund_name(line.fund)))
            .label(at.key("fund"), "资金性质")
            .hint(format!("{what}的资金性质是{should}；核对 origin 和 fund"));
        let transfer = !matches!(line.origin, Origin::GeneralBond | Origin::SpecialBond);
        if transfer && matches!(line.fund, Fund::FiscalSpecialAccount | Fund::SuperiorSubsidy | Fund::OtherIncome) {
            finding.warning();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples;
    use crate::diagnostic::Severity;

    fn severities(steps: &[&str]) -> Vec<Severity> {
        examples::severities("GK226", "420107-shili-2024", steps)
    }

    #[test]
    fn bonds_belong_to_one_fund_each() {
        let fund = |fund: &str| severities(&[&format!("projects[1].lines[2].fund = \"{fund}\"")]);
        assert_eq!(fund("government_fund"), []);
        assert_eq!(fund("general_public_budget"), [Severity::Error]);
        assert_eq!(fund("fiscal_special_account"), [Severity::Error]);
    }

    #[test]
    fn money_that_may_loosely_be_called_a_transfer_is_a_warning() {
        let origin = |path: &str| severities(&[&format!("{path}.origin = \"central_transfer\"")]);
        assert_eq!(origin("projects[5].lines[2]"), [Severity::Warning]);
        assert_eq!(origin("projects[4].lines[1]"), [Severity::Warning]);
        assert_eq!(origin("projects[0].lines[11]"), [Severity::Error]);
    }
}

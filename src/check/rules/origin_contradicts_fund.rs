//! 资金来源渠道 against 资金性质.

use crate::check::purchases::fund_name;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Fund, Line, Origin, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 一般债券安排的支出列一般公共预算，专项债券安排的支出列政府性基金预算；上级转移支付安排的支出列财政拨款
    /// （一般公共预算、政府性基金预算、国有资本经营预算），不列单位资金。转移支付列财政专户管理资金的，提醒核对。
    ///
    /// # 依据
    ///
    /// 一般债务收支纳入一般公共预算，专项债务收支纳入政府性基金预算（预算法第三十五条和地方政府债务分类管理的规定；domain.md D7）；
    /// 转移支付是政府预算之间的资金（预算法第十六条）。
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
        if transfer && line.fund == Fund::FiscalSpecialAccount {
            finding.warning();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::findings;
    use crate::diagnostic::Severity;

    fn severities(steps: &[&str]) -> Vec<Severity> {
        findings("GK226", "420107-shili-2024", steps).iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn bonds_belong_to_one_fund_each() {
        let fund = |fund: &str| severities(&[&format!("projects[1].lines[2].fund = \"{fund}\"")]);
        assert_eq!(fund("government_fund"), []);
        assert_eq!(fund("general_public_budget"), [Severity::Error]);
        assert_eq!(fund("fiscal_special_account"), [Severity::Error]);
    }

    #[test]
    fn transfers_in_the_special_account_are_a_warning() {
        assert_eq!(severities(&["projects[5].lines[2].origin = \"central_transfer\""]), [Severity::Warning]);
    }
}

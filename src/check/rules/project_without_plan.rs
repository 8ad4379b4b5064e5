//! Projects without 项目支出绩效目标表.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Severity;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 有预算的项目都有绩效目标（plan），能印出项目支出绩效目标表。绩效文字中写了绩效目标“全覆盖”而有项目没有绩效目标的，是错误。
    ///
    /// # 依据
    ///
    /// 逐步公开重点项目绩效目标；公开文本写明“项目绩效目标实现全覆盖”（domain.md D14、R40、R58，c.1 九（五））。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 projects[1].plan
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// 删去 projects[1].plan
    /// projects[1].lines[0].amount = "0.00"
    /// projects[1].lines[1].amount = "0.00"
    /// ```
    "GK303", "项目没有绩效目标", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let claim = facts.texts.iter().find(|text| {
        text.pointer.as_str().starts_with("performance")
            && text.text.contains("绩效目标")
            && text.text.contains("全覆盖")
    });
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        let spends = project.lines.iter().any(|line| !line.amount.yuan().is_zero());
        if project.plan.is_some() || !spends {
            continue;
        }
        let finding = judge.find(
            Pointer::root().key("projects").index(index).key("name"),
            format!("项目“{}”没有填写绩效目标", project.name),
        );
        finding.hint("在项目中补充 plan（立项依据、实施方案、成本构成、年度绩效目标和绩效指标）");
        if let Some(claim) = claim {
            finding.severity = Severity::Error;
            finding.label(&claim.pointer, "这里写明绩效目标全覆盖");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;

    #[test]
    fn a_claim_of_full_coverage_makes_it_an_error() {
        let steps = "删去 projects[1].plan\nperformance.goals[0] = \"项目绩效目标实现全覆盖\"";
        let outcome = judge(&RULE, "420107-kexie-2023", steps);
        assert_eq!(outcome.findings[0].severity, Severity::Error);
        assert_eq!(judge(&RULE, "420107-kexie-2023", "删去 projects[1].plan").findings[0].severity, Severity::Warning);
    }
}

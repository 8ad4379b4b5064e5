//! 实施单位 against the units that have the project's money.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::quoted;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 项目绩效目标中填写的实施单位（`plan.unit`），应当是项目预算明细所属的单位之一。
    /// 没有填写实施单位、而项目分属几个单位的，绩效目标表印第一笔明细的单位：它应当是金额最多的单位。
    ///
    /// # 依据
    ///
    /// 项目支出表按单位列出项目金额，项目支出绩效目标表印实施单位，两者应当对得上（domain.md a.9、a.14）。
    /// 资金列在本级、由下属单位实施的情形也有，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[1].plan.unit = "901002"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[4].lines[0].amount = "18499.99"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// projects[4].lines[0].amount = "18499.99"
    /// projects[4].plan.unit = "901003"
    /// ```
    "GK215", "实施单位与项目预算不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let mut units: BTreeMap<usize, (usize, BTreeMap<usize, Decimal>)> = BTreeMap::new();
    for entry in &facts.ledger.entries {
        if let Some(project) = entry.project {
            let (_, amounts) = units.entry(project).or_insert_with(|| (entry.unit, BTreeMap::new()));
            *amounts.entry(entry.unit).or_default() += entry.amount;
        }
    }
    for (index, (first, amounts)) in units {
        let project = &facts.disclosure.projects[index];
        let Some(plan) = &project.plan else { continue };
        let at = Pointer::root().key("projects").index(index);
        let code = |unit: usize| &facts.disclosure.units[unit].code;
        if let Some(stated) = &plan.unit {
            if !amounts.contains_key(&facts.unit(Some(stated))) {
                let owners: Vec<_> = amounts.keys().map(|unit| code(*unit).to_string()).collect();
                judge
                    .find(
                        at.key("plan").key("unit"),
                        format!("项目{}的实施单位 {stated} 没有这个项目的预算", quoted(&project.name)),
                    )
                    .label(at.key("lines"), format!("项目预算属于单位 {}", owners.join("、")))
                    .hint("核对 plan.unit 与项目预算明细的单位");
            }
            continue;
        }
        let of_first = amounts.get(&first).copied().unwrap_or_default();
        if let Some((most, _)) = amounts.iter().find(|(_, amount)| **amount > of_first) {
            judge
                .find(
                    at.key("plan"),
                    format!(
                        "项目{}没有填写实施单位，绩效目标表将印金额不是最多的单位 {}",
                        quoted(&project.name),
                        code(first)
                    ),
                )
                .hint(format!("在 plan.unit 填写实施单位，例如金额更多的 {}", code(*most)));
        }
    }
}

//! 增减 that a sentence prints without its reason.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::narrative::{Change, Changed, Direction, Narrative, NullOr, ThreePublic};
use crate::derive::report::Report;
use crate::model::{Basis, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 说明书中写出“比上年增加（减少）”的各项，都在 reasons 中写明原因：收支总预算、一般公共预算、政府性基金、
    /// 国有资本经营预算、“三公”经费及其各项、机关运行经费、政府采购。“三公”经费的某一项自己没有原因，但上一级或其下各项已经说明的，
    /// 以及机关运行经费和政府采购，只作警告。与上年持平的不用说明。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当说明增减变化；“三公”经费逐项说明增减原因；财政部检查把原因说明过于简单列为问题；已公开文本中有“主要原因是。”而没有原因的实例
    /// （domain.md D12、D14、f.1、F14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 reasons.total
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// reasons = {"total": "服务中心适老化改造工程集中在本年实施"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// 删去 reasons.total
    /// previous_years[0].figures.total = "1928299.36"
    /// previous_years[0].figures.general_public_budget = "1928299.36"
    /// ```
    "GK301", "增减变化没有说明原因", Error, Report
}

/// What a sentence may say of a change: its key among `reasons`, what changes, and by how much if it says so.
pub(super) type Printed<'a> = (&'static str, &'static str, Option<&'a Change>);

/// The reason of the second also explains the first.
const PARTS: &[(&str, &str)] = &[
    ("three_public.overseas", "three_public"),
    ("three_public.vehicle", "three_public"),
    ("three_public.reception", "three_public"),
    ("three_public.vehicle_purchase", "three_public.vehicle"),
    ("three_public.vehicle_running", "three_public.vehicle"),
];

/// Changes of which the law asks for an account, but not for the reason.
const LESS_GRAVE: &[&str] = &["operating_cost", "procurement"];

fn of<'a, T>(section: &'a Option<NullOr<T>>, change: fn(&'a T) -> Option<&'a Change>) -> Option<&'a Change> {
    match section.as_ref()? {
        NullOr::Null(null) => null.change.as_ref(),
        NullOr::Some(section) => change(section),
    }
}

/// Every change that has a reason, those that are 持平 or not printed too.
pub(super) fn printed(narrative: &Narrative) -> Vec<Printed<'_>> {
    let n = narrative;
    let general = n.general_public_budget.as_ref().and_then(|section| section.change.as_ref());
    // Regions that tell of all 财政拨款 at once give one reason.
    let fiscal = n.summary.as_ref().and_then(|summary| summary.fiscal.change.as_ref());
    let operating = n.operating_cost.as_ref().and_then(|section| section.change.as_ref());
    let mut all = vec![
        ("total", "收支总预算", n.overall.as_ref().and_then(|overall| overall.change.as_ref())),
        ("general_public_budget", "一般公共预算支出", general.or(fiscal)),
        ("government_fund", "政府性基金预算支出", of(&n.government_fund, |section| section.change.as_ref())),
        (
            "state_capital_budget",
            "国有资本经营预算支出",
            of(&n.state_capital_budget, |section| section.change.as_ref()),
        ),
        ("three_public", "“三公”经费", of(&n.three_public, |section| section.total.change.as_ref())),
        ("operating_cost", "机关运行经费", operating),
        ("procurement", "政府采购预算", of(&n.procurement, |section| section.change.as_ref())),
    ];
    let parts = match &n.three_public {
        Some(NullOr::Some(parts)) => Some(parts),
        Some(NullOr::Null(_)) | None => None,
    };
    let part = |pick: fn(&ThreePublic) -> &Changed| parts.and_then(|parts| pick(parts).change.as_ref());
    all.extend([
        ("three_public.overseas", "因公出国（境）费", part(|parts| &parts.overseas)),
        ("three_public.vehicle", "公务用车购置及运行费", part(|parts| &parts.vehicle)),
        ("three_public.vehicle_purchase", "公务用车购置费", part(|parts| &parts.vehicle_purchase)),
        ("three_public.vehicle_running", "公务用车运行费", part(|parts| &parts.vehicle_running)),
        ("three_public.reception", "公务接待费", part(|parts| &parts.reception)),
    ]);
    all
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Budget => "预算",
        Basis::AdjustedBudget => "调整预算",
        Basis::Execution => "预算执行数",
        Basis::FinalAccounts => "决算",
    }
}

fn check(facts: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    let changes = printed(&report.narrative);
    let stated = changes.into_iter().filter_map(|(key, name, change)| Some((key, name, change?)));
    let moved: Vec<_> = stated.filter(|(_, _, change)| change.direction != Direction::Equal).collect();
    let explained = |key: &str| moved.iter().any(|(of, _, change)| *of == key && change.reason.is_some());
    let parent = |key: &str| PARTS.iter().find(|(part, _)| *part == key).map(|(_, whole)| *whole);
    for (key, name, change) in moved.iter().filter(|(_, _, change)| change.reason.is_none()) {
        let above = parent(key);
        let by_whole = above.is_some_and(|whole| explained(whole) || parent(whole).is_some_and(explained));
        let mut parts = moved.iter().filter(|(part, _, _)| parent(part) == Some(key)).peekable();
        let by_parts = parts.peek().is_some() && parts.all(|(_, _, change)| change.reason.is_some());
        let word = if change.direction == Direction::Increase { "增加" } else { "减少" };
        let amount = change.amount.as_ref().map_or("", |amount| amount.text.as_str());
        let finding = judge.find(
            place(facts, change.year),
            format!("{name}比{}年{}{word}{amount}万元，没有说明原因", change.year, basis(change.basis)),
        );
        finding.hint(format!("在 reasons 中写明原因，例如 \"{key}\": \"……\"；原因接在“主要是”之后，结尾不加句号"));
        if by_whole || by_parts || LESS_GRAVE.contains(key) {
            finding.warning();
        }
    }
}

/// `reasons`, or the year compared with in a file without any.
fn place(facts: &Facts<'_>, year: u16) -> Pointer {
    let root = Pointer::root();
    if !facts.disclosure.reasons.is_empty() {
        return root.key("reasons");
    }
    let index = facts.disclosure.previous_years.iter().position(|previous| previous.year.0 == year);
    index.map_or(root.clone(), |index| root.key("previous_years").index(index).key("year"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;
    use crate::diagnostic::Severity;

    fn severities(reasons: &str) -> Vec<(String, Severity)> {
        let outcome = judge(&RULE, "420107-shili-2024", &format!("reasons = {reasons}"));
        let name = |message: &str| message.split('比').next().unwrap().to_owned();
        outcome.findings.iter().map(|finding| (name(&finding.message), finding.severity)).collect()
    }

    #[test]
    fn a_part_is_explained_by_its_whole_and_a_whole_by_its_parts() {
        let others = concat!(
            r#""total": "甲", "general_public_budget": "乙", "government_fund": "丙", "state_capital_budget": "丁","#,
            r#""operating_cost": "戊", "#
        );
        let warned =
            |names: &[&str]| -> Vec<_> { names.iter().map(|name| ((*name).to_owned(), Severity::Warning)).collect() };
        assert_eq!(
            severities(&format!(r#"{{{others} "three_public": "己"}}"#)),
            warned(&["政府采购预算", "因公出国（境）费", "公务用车购置及运行费", "公务用车购置费", "公务接待费"])
        );
        let parts = r#""three_public.overseas": "己", "three_public.vehicle": "庚", "three_public.reception": "辛""#;
        assert_eq!(
            severities(&format!(r#"{{{others} "procurement": "壬", {parts}}}"#)),
            warned(&["“三公”经费", "公务用车购置费"])
        );
    }

    #[test]
    fn nothing_this_year_is_a_change_too() {
        let steps = "previous_years[0].figures.three_public.reception = \"5000.00\"";
        let outcome = judge(&RULE, "420107-kexie-2023", steps);
        assert_eq!(outcome.findings[0].message, "“三公”经费比2022年调整预算减少0.5万元，没有说明原因");
    }
}

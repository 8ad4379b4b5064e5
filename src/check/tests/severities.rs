//! Rules whose findings are not all of one severity: an example says only that something is found.

use super::super::{Manual, RULES};
use super::examples::judged;
use crate::diagnostic::Severity::{self, Error, Warning};

/// The severities of what the rule `id` finds after `steps`.
fn severities(id: &str, data: &str, steps: &str) -> Vec<Severity> {
    let rule = RULES.iter().find(|rule| rule.code.id == id).unwrap();
    let manual =
        Manual::parse(&format!(" # 示例\n 有误（{data}）：\n ```text\n {}\n ```\n", steps.replace('\n', "\n ")));
    judged(rule, &manual.examples[0]).findings.iter().map(|finding| finding.severity).collect()
}

#[test]
fn what_may_be_right_is_a_warning_and_what_cannot_be_is_an_error() {
    let (kexie, shili) = ("420107-kexie-2023", "420107-shili-2024");
    let over = "projects[0].plan.starts = \"2022-01\"\nprojects[0].plan.ends = \"2022-12\"";
    let carried = format!("{over}\nprojects[0].lines[0].carried_over = true");
    let later = "projects[0].plan.starts = \"2024-01\"\nprojects[0].plan.ends = \"2024-12\"\nprojects[0].lines[0].carried_over = true";
    let repeated = |value: &str| {
        format!(
            "performance.indicators += {{\"path\": [\"产出指标\", \"数量指标\"], \"name\": \"主题科普活动场次\", \"target\": {{\"operator\": \">=\", \"value\": \"{value}\", \"measure\": \"场\"}}}}"
        )
    };
    let cases: &[(&str, &str, &str, &[Severity])] = &[
        ("GK132", kexie, over, &[Error]),
        ("GK132", kexie, &carried, &[Warning]),
        ("GK132", kexie, later, &[Error]),
        ("GK133", shili, "projects[1].plan.total_budget = \"2385999.99\"", &[Error]),
        ("GK133", shili, "projects[1].plan.total_budget = \"3000000.00\"", &[Warning]),
        // What was spent before the project began is another project's.
        ("GK133", shili, "projects[1].plan.total_budget = \"3000000.00\"\nprojects[1].plan.starts = \"2024-01\"", &[]),
        ("GK134", kexie, "projects[0].plan.history[1].year = 2021", &[Error]),
        ("GK134", kexie, "projects[0].plan.history += {\"year\": 2020}", &[Warning]),
        ("GK137", kexie, "projects[0].plan.costs[0].basis = \"12月×0.51万元\"", &[Error]),
        ("GK137", kexie, "projects[0].plan.costs[1].basis = \"7次×1.03万元\"", &[Warning]),
        ("GK141", kexie, "performance.indicators[10].target.value = \"900\"", &[Error]),
        ("GK141", kexie, "performance.indicators[5].target.value = \"900\"", &[Warning]),
        ("GK142", kexie, &repeated("21"), &[Error]),
        ("GK142", kexie, &repeated("20.00"), &[Warning]),
        ("GK146", kexie, "performance.indicators[0].path = [\"效益指标\", \"数量指标\"]", &[Error]),
        ("GK146", kexie, "performance.indicators[0].path = [\"产出指标\", \"经济成本指标\"]", &[Warning]),
        ("GK146", kexie, "performance.indicators[0].path = [\"成本指标\", \"产出指标\"]", &[Error]),
        ("GK151", shili, "previous_years[0].figures.fiscal_income = \"19121875.54\"", &[Warning]),
        // Against the total and against 财政拨款收入: told once.
        ("GK151", shili, "previous_years[0].figures.government_fund = \"23184600.00\"", &[Error]),
        ("GK152", kexie, "previous_years[0].figures.fiscal_income = \"2565600.01\"", &[Error]),
        ("GK152", kexie, "previous_years[0].figures.fiscal_income = \"2565599.99\"", &[Warning]),
    ];
    for (id, data, steps, expected) in cases {
        assert_eq!(severities(id, data, steps), *expected, "{id}: {steps}");
    }
}

//! 项目经费情况说明: what is told of each project in words; and how many of them have their goals.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::derive::context::Context;
use crate::derive::month_text;
use crate::derive::narrative::{GoalsSection, ProjectStatement};
use crate::derive::tables::implementing_unit;

pub(super) fn statements(context: &Context<'_>) -> Vec<ProjectStatement> {
    let projects = context.disclosure.projects.iter().enumerate();
    projects
        .filter(|(index, _)| context.has_project(*index))
        .map(|(index, project)| {
            let plan = project.plan.as_ref();
            let amount = context.ledger.sum(|entry| entry.project == Some(index));
            ProjectStatement {
                name: project.name.clone(),
                overview: plan.and_then(|plan| plan.overview.clone()).unwrap_or_else(|| project.purpose.clone()),
                basis: plan.map(|plan| plan.basis.clone()),
                unit: implementing_unit(context, index, plan),
                implementation: plan.map(|plan| plan.implementation.clone()),
                starts: plan.map(|plan| month_text(plan.starts)),
                ends: plan.map(|plan| month_text(plan.ends)),
                amount: context.printer.wan(format!("project_statement.{}", project.code), amount),
                goal: plan.map(|plan| plan.annual_goal.clone()),
            }
        })
        .collect()
}

/// Projects in scope with a plan; their units are those that spend.
pub(super) fn goals(context: &Context<'_>) -> GoalsSection {
    let planned = |index: usize| context.disclosure.projects[index].plan.is_some();
    let entries =
        || context.ledger.entries.iter().filter_map(|entry| Some((entry, entry.project.filter(|of| planned(*of))?)));
    let projects: BTreeSet<usize> = entries().map(|(_, project)| project).collect();
    let units: BTreeSet<usize> = entries().map(|(entry, _)| entry.unit).collect();
    let amount: Decimal = entries().map(|(entry, _)| entry.amount).sum();
    let count = |id: &str, count: usize| (count > 0).then(|| context.printer.count(id, count as u64));
    GoalsSection {
        units: count("goals.units", units.len()).filter(|_| context.unit.is_none()),
        projects: count("goals.projects", projects.len()),
        amount: (!projects.is_empty()).then(|| context.printer.wan("goals.amount", amount)),
    }
}

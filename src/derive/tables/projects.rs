//! 项目支出表: projects by 类型, a row for each unit of a project.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::ledger::Entry;
use crate::derive::report::RowRole;
use crate::model::{Fund, ProjectCategory};

pub(super) const COLUMNS: &[&str] = &[
    "category",
    "code",
    "name",
    "unit",
    "total",
    "current.general_public_budget",
    "current.government_fund",
    "current.state_capital_budget",
    "carried_over.general_public_budget",
    "carried_over.government_fund",
    "carried_over.state_capital_budget",
    "fiscal_special_account",
    "unit_funds",
];

/// Amounts of one row by column, in 元.
type Sums = BTreeMap<&'static str, Decimal>;

fn column(entry: &Entry<'_>) -> &'static str {
    match (entry.fund, entry.carried_over) {
        (Fund::GeneralPublicBudget, false) => "current.general_public_budget",
        (Fund::GovernmentFund, false) => "current.government_fund",
        (Fund::StateCapitalBudget, false) => "current.state_capital_budget",
        (Fund::GeneralPublicBudget, true) => "carried_over.general_public_budget",
        (Fund::GovernmentFund, true) => "carried_over.government_fund",
        (Fund::StateCapitalBudget, true) => "carried_over.state_capital_budget",
        (Fund::FiscalSpecialAccount, _) => "fiscal_special_account",
        _ => "unit_funds",
    }
}

fn amounts(mut row: DraftRow, sums: &Sums) -> DraftRow {
    for (column, amount) in sums {
        row = row.money(*column, *amount);
    }
    row.money("total", sums.values().sum())
}

pub(super) fn draft(context: &Context<'_>) -> Draft {
    let projects = &context.disclosure.projects;
    let mut by_category: BTreeMap<ProjectCategory, BTreeMap<(usize, usize), Sums>> = BTreeMap::new();
    let mut all = Sums::new();
    for entry in &context.ledger.entries {
        let Some(index) = entry.project else { continue };
        let sums = by_category.entry(projects[index].category).or_default().entry((index, entry.unit)).or_default();
        *sums.entry(column(entry)).or_default() += entry.amount;
        *all.entry(column(entry)).or_default() += entry.amount;
    }
    let mut rows = Vec::new();
    for (category, projects_of) in &by_category {
        let label = context.region.category_labels.get(category).cloned().unwrap_or_default();
        let mut subtotal = Sums::new();
        for (column, amount) in projects_of.values().flatten() {
            *subtotal.entry(column).or_default() += amount;
        }
        let key = match category {
            ProjectCategory::SpecificTarget => "specific_target",
            ProjectCategory::OtherOperating => "other_operating",
        };
        rows.push(amounts(DraftRow::new(key, RowRole::Class).text("category", label), &subtotal));
        for ((index, unit), sums) in projects_of {
            let (project, unit) = (&projects[*index], &context.disclosure.units[*unit]);
            let row = DraftRow::new(format!("{}/{}", project.code, unit.code), RowRole::Plain)
                .text("code", &project.code)
                .text("name", &project.name)
                .text("unit", &unit.name);
            rows.push(amounts(row, sums));
        }
    }
    let empty = rows.is_empty();
    let total = DraftRow::new("total", RowRole::Total).text("category", &context.region.row_labels.total);
    Draft { rows, total: Some(amounts(total, &all)), empty }
}

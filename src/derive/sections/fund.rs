//! Expenditure of one fund: 一般公共预算, 政府性基金, 国有资本经营预算.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::amount::misses_by_rounding;
use crate::derive::context::Context;
use crate::derive::ledger::Kind;
use crate::derive::narrative::{Change, FundBasic, FundProject, FundSection, ProjectFunction, ProjectUse};
use crate::model::{Amount, Fund};

pub(super) fn section(context: &Context<'_>, fund: Fund, last: Option<Amount>) -> Option<FundSection> {
    let id = fund.key();
    let total = context.ledger.sum(|entry| entry.fund == fund);
    if total.is_zero() {
        return None;
    }
    let of = |kind: Kind| context.ledger.sum(|entry| entry.fund == fund && entry.kind == kind);
    let (personnel, public, project) = (of(Kind::Personnel), of(Kind::Public), of(Kind::Project));
    let basic = personnel + public;
    let functions = project_functions(context, fund);
    let by_function = functions.values().map(|projects| projects.values().sum::<Decimal>());
    let rounded = misses_by_rounding(total, [basic, project].into_iter().filter(|part| !part.is_zero()))
        || misses_by_rounding(project, by_function)
        || functions.values().any(|projects| misses_by_rounding(projects.values().sum(), projects.values().copied()));
    Some(FundSection {
        total: context.printer.wan(format!("{id}.total"), total),
        change: change(context, fund, total, last),
        basic: (!basic.is_zero()).then(|| FundBasic {
            amount: context.printer.wan(format!("{id}.basic"), basic),
            personnel: !personnel.is_zero(),
            public: !public.is_zero(),
        }),
        project: (!project.is_zero()).then(|| FundProject {
            amount: context.printer.wan(format!("{id}.project"), project),
            functions: functions.iter().map(|(code, projects)| function(context, id, code, projects)).collect(),
        }),
        rounded,
    })
}

/// The change to nothing; none without a prior figure.
pub(super) fn null_change(context: &Context<'_>, fund: Fund, last: Option<Amount>) -> Option<Change> {
    change(context, fund, Decimal::ZERO, last)
}

/// The reason of 一般公共预算 defaults to that of the total when both changes are equal.
fn change(context: &Context<'_>, fund: Fund, this: Decimal, last: Option<Amount>) -> Option<Change> {
    let last = last.map(Amount::yuan);
    let total = context.income.sum(|_, _, _| true);
    let last_total = context.previous.and_then(|previous| previous.figures.total).map(Amount::yuan);
    let as_total = fund == Fund::GeneralPublicBudget && (this, last) == (total, last_total);
    let keys: &[&str] = if as_total { &[fund.key(), "total"] } else { &[fund.key()] };
    context.change(fund.key(), this, last, keys)
}

/// 项目支出 of the fund by 项, then by project in the order of the data, in 元.
fn project_functions<'c>(context: &'c Context<'_>, fund: Fund) -> BTreeMap<&'c str, BTreeMap<usize, Decimal>> {
    let mut functions: BTreeMap<_, BTreeMap<_, Decimal>> = BTreeMap::new();
    for entry in context.ledger.entries.iter().filter(|entry| entry.fund == fund) {
        if let Some(project) = entry.project.filter(|_| !entry.amount.is_zero()) {
            *functions.entry(entry.function.as_str()).or_default().entry(project).or_default() += entry.amount;
        }
    }
    functions
}

fn function(context: &Context<'_>, id: &str, code: &str, projects: &BTreeMap<usize, Decimal>) -> ProjectFunction {
    ProjectFunction {
        name: context.names.function(code).to_owned(),
        amount: context.printer.wan(format!("{id}.project.{code}"), projects.values().sum()),
        projects: projects
            .iter()
            .map(|(index, amount)| {
                let project = &context.disclosure.projects[*index];
                ProjectUse {
                    name: project.name.clone(),
                    amount: context.printer.wan(format!("{id}.project.{code}.{}", project.code), *amount),
                    purpose: project.purpose.clone(),
                }
            })
            .collect(),
    }
}

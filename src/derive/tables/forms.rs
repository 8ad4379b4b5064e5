//! The contents of the 绩效目标 forms.

use rust_decimal::Decimal;

use crate::derive::amount::yuan_text;
use crate::derive::context::Context;
use crate::derive::form::{
    CostView, DepartmentPerformanceForm, FundingRow, HistoryView, IndicatorView, ProjectForm, ProjectSummary,
    TotalBySource,
};
use crate::derive::ledger::Entry;
use crate::derive::month_text;
use crate::derive::report::Figure;
use crate::model::{Amount, Fund, Indicator, Operator, Plan, PreviousFigures, Project, Target};
use crate::reference::FormPart;

/// 整体支出绩效目标表; none where the data set no goals for the body in scope.
pub(super) fn department(context: &Context<'_>) -> Option<DepartmentPerformanceForm> {
    let performance = context.disclosure.performance.as_ref().filter(|_| context.whole)?;
    let agency = &context.disclosure.agency;
    let year = context.disclosure.year.0;
    let fiscal = context.income.sum(|_, fund, _| fund.is_fiscal_appropriation());
    let received = context.income.sum(|_, _, _| true);
    let basic = context.ledger.sum(|entry| entry.kind.is_basic());
    let project = context.ledger.sum(|entry| entry.project.is_some());
    let spent = context.ledger.sum(|_| true) + context.income.year_end(|_| true);
    let mut expenditure = vec![
        funding_row(context, "expenditure", "basic", basic, spent, |figures| figures.basic.map(Amount::yuan)),
        funding_row(context, "expenditure", "project", project, spent, |figures| figures.project.map(Amount::yuan)),
    ];
    let left = context.income.year_end(|_| true);
    let other = |figures: &PreviousFigures| {
        Some(figures.total?.yuan() - figures.basic?.yuan() - figures.project?.yuan()).filter(|other| !other.is_zero())
    };
    let had_other = context.disclosure.previous_years.iter().any(|year| other(&year.figures).is_some());
    if basic + project != spent || had_other {
        let key = if left.is_zero() { "other" } else { "other_and_carry_over" };
        expenditure.push(funding_row(context, "expenditure", key, spent - basic - project, spent, other));
    }
    expenditure.push(funding_row(
        context,
        "expenditure",
        "total",
        spent,
        spent,
        total_of(|figures| (figures.basic, figures.project)),
    ));
    Some(DepartmentPerformanceForm {
        name: agency.full_name.clone(),
        preparer: agency.preparer.clone(),
        phone: agency.phone.clone(),
        previous_years: [year - 2, year - 1],
        income: vec![
            funding_row(context, "income", "fiscal", fiscal, received, |figures| {
                figures.fiscal_income.map(Amount::yuan)
            }),
            funding_row(context, "income", "other", received - fiscal, received, |figures| {
                figures.other_income.map(Amount::yuan)
            }),
            funding_row(
                context,
                "income",
                "total",
                received,
                received,
                total_of(|figures| (figures.fiscal_income, figures.other_income)),
            ),
        ],
        expenditure,
        duties_summary: performance.duties_summary.clone(),
        annual_tasks: performance.annual_tasks.clone(),
        projects: context
            .disclosure
            .projects
            .iter()
            .enumerate()
            .filter(|(index, _)| context.has_project(*index))
            .map(|(index, project)| summary(context, index, project))
            .collect(),
        long_term_goal: performance.long_term_goal.clone(),
        annual_goal: performance.annual_goal.clone(),
        indicators: performance.indicators.iter().map(indicator).collect(),
    })
}

/// The form without anything in it, for the empty table.
pub(super) fn blank_department(context: &Context<'_>) -> DepartmentPerformanceForm {
    let year = context.disclosure.year.0;
    let nothing = Figure { id: String::new(), text: String::new() };
    let row = |key: &str| FundingRow {
        key: key.to_owned(),
        amount: nothing.clone(),
        share: nothing.clone(),
        previous: Default::default(),
    };
    DepartmentPerformanceForm {
        name: String::new(),
        preparer: None,
        phone: String::new(),
        previous_years: [year - 2, year - 1],
        income: ["fiscal", "other", "total"].map(row).into(),
        expenditure: ["basic", "project", "total"].map(row).into(),
        duties_summary: None,
        annual_tasks: Vec::new(),
        projects: Vec::new(),
        long_term_goal: None,
        annual_goal: None,
        indicators: Vec::new(),
    }
}

/// The stated total, else both parts, if both are stated.
fn total_of(
    parts: impl Fn(&PreviousFigures) -> (Option<Amount>, Option<Amount>),
) -> impl Fn(&PreviousFigures) -> Option<Decimal> {
    move |figures| {
        let (first, second) = parts(figures);
        figures.total.map(Amount::yuan).or_else(|| Some(first?.yuan() + second?.yuan()))
    }
}

fn funding_row(
    context: &Context<'_>,
    side: &str,
    key: &str,
    amount: Decimal,
    whole: Decimal,
    previous: impl Fn(&PreviousFigures) -> Option<Decimal>,
) -> FundingRow {
    let id = format!("department_performance.{side}.{key}");
    let year = context.disclosure.year.0;
    let of_year = |year: u16| {
        let stated = context.disclosure.previous_years.iter().find(|stated| stated.year.0 == year);
        let amount = stated.and_then(|stated| previous(&stated.figures));
        amount.map(|amount| context.printer.wan("", amount).text).unwrap_or_default()
    };
    FundingRow {
        key: key.to_owned(),
        amount: context.printer.wan(format!("{id}.amount"), amount),
        share: context.printer.share(format!("{id}.share"), amount, whole),
        previous: [of_year(year - 2), of_year(year - 1)],
    }
}

fn category(context: &Context<'_>, project: &Project) -> String {
    context.region.category_labels.get(&project.category).cloned().unwrap_or_default()
}

/// The project's money in scope for which `wanted` holds, in 元.
fn project_sum(context: &Context<'_>, index: usize, wanted: impl Fn(&Entry<'_>) -> bool) -> Decimal {
    context.ledger.sum(|entry| entry.project == Some(index) && wanted(entry))
}

fn summary(context: &Context<'_>, index: usize, project: &Project) -> ProjectSummary {
    let amount = project_sum(context, index, |_| true);
    let total = project.plan.as_ref().and_then(|plan| plan.total_budget).map_or(amount, Amount::yuan);
    let id = format!("department_performance.project.{}", project.code);
    ProjectSummary {
        name: project.name.clone(),
        category: category(context, project),
        total_budget: context.printer.wan(format!("{id}.total_budget"), total),
        amount: context.printer.wan(format!("{id}.amount"), amount),
        purpose: project.purpose.clone(),
    }
}

/// 项目支出绩效目标表 of every project in scope: whoever publishes a project publishes its form.
pub(super) fn projects(context: &Context<'_>) -> Vec<ProjectForm> {
    let projects = context.disclosure.projects.iter().enumerate();
    projects
        .filter(|(index, _)| context.has_project(*index))
        .map(|(index, project)| form(context, index, project))
        .collect()
}

fn form(context: &Context<'_>, index: usize, project: &Project) -> ProjectForm {
    let plan = project.plan.as_ref();
    let amount = project_sum(context, index, |_| true);
    let fiscal = |entry: &Entry<'_>| entry.fund.is_fiscal_appropriation();
    let figure = |name: &str, amount: Decimal| Figure {
        id: format!("project_performance.{}.{name}", project.code),
        text: yuan_text(amount, context.region.tables.thousands),
    };
    let stated = |amount: Option<Amount>| {
        amount.map(|amount| yuan_text(amount.yuan(), context.region.tables.thousands)).unwrap_or_default()
    };
    // What the plan says of money is said of the whole project; the document of one of its units cannot repeat it.
    let shown = context.ledger.entries.iter().filter(|entry| entry.project == Some(index)).count();
    let money = plan.filter(|_| shown == project.lines.len());
    let total = money.and_then(|plan| plan.total_budget).map_or(amount, Amount::yuan);
    let other = project_sum(context, index, |entry| !fiscal(entry));
    let total_fiscal = money.and_then(|plan| plan.total_fiscal).map_or(total - other, Amount::yuan);
    let text = |pick: fn(&Plan) -> &str| plan.map(pick).unwrap_or_default().to_owned();
    let shows = |part: FormPart| context.region.document.project_form.contains(&part);
    let text_of =
        |part: FormPart, pick: fn(&Plan) -> &str| plan.filter(|_| shows(part)).map(pick).unwrap_or_default().to_owned();
    let optional = |pick: fn(&Plan) -> &Option<String>| plan.and_then(|plan| pick(plan).clone());
    ProjectForm {
        code: project.code.clone(),
        name: project.name.clone(),
        category: category(context, project),
        parent: project.parent.clone().filter(|_| shows(FormPart::Identity)),
        continuing: plan.map(|plan| plan.continuing).filter(|_| shows(FormPart::Identity)),
        recurring: plan.and_then(|plan| plan.recurring).filter(|_| shows(FormPart::Recurrence)),
        supervising_department: optional(|plan| &plan.supervising_department)
            .unwrap_or_else(|| context.disclosure.agency.name.clone()),
        implementing_unit: implementing_unit(context, index, plan),
        manager: optional(|plan| &plan.manager).filter(|_| shows(FormPart::Identity)),
        phone: optional(|plan| &plan.phone).filter(|_| shows(FormPart::Identity)),
        starts: plan.map(|plan| month_text(plan.starts)).unwrap_or_default(),
        ends: plan.map(|plan| month_text(plan.ends)).unwrap_or_default(),
        basis: text_of(FormPart::Reasons, |plan| &plan.basis),
        implementation: text_of(FormPart::Reasons, |plan| &plan.implementation),
        total_budget: figure("total_budget", total),
        amount: figure("amount", amount),
        fiscal: figure("fiscal", project_sum(context, index, |entry| fiscal(entry) && !entry.carried_over)),
        carried_over: figure("carried_over", project_sum(context, index, |entry| fiscal(entry) && entry.carried_over)),
        other: figure("other", project_sum(context, index, |entry| entry.fund >= Fund::FiscalSpecialAccount)),
        total_by_source: shows(FormPart::TotalBySource).then(|| TotalBySource {
            fiscal: figure("total_budget.fiscal", total_fiscal),
            other: figure("total_budget.other", total - total_fiscal),
        }),
        history: money
            .iter()
            .filter(|_| shows(FormPart::History))
            .flat_map(|plan| &plan.history)
            .map(|year| HistoryView { year: year.year.0, budget: stated(year.budget), executed: stated(year.executed) })
            .collect(),
        costs: money
            .iter()
            .filter(|_| shows(FormPart::Costs))
            .flat_map(|plan| &plan.costs)
            .map(|cost| CostView {
                item: cost.item.clone(),
                amount: stated(Some(cost.amount)),
                basis: cost.basis.clone(),
            })
            .collect(),
        long_term_goal: optional(|plan| &plan.long_term_goal),
        annual_goal: text(|plan| &plan.annual_goal),
        indicators: plan
            .iter()
            .flat_map(|plan| &plan.indicators)
            .map(|of| {
                if shows(FormPart::IndicatorHistory) {
                    indicator(of)
                } else {
                    IndicatorView { previous: Default::default(), basis: None, ..indicator(of) }
                }
            })
            .collect(),
    }
}

/// The unit that the plan names, else that of the project's first line in scope.
pub(in crate::derive) fn implementing_unit(context: &Context<'_>, index: usize, plan: Option<&Plan>) -> String {
    let units = &context.disclosure.units;
    let planned = plan.and_then(|plan| plan.unit.as_ref());
    let planned = planned.and_then(|code| units.iter().find(|unit| unit.code == *code));
    let first = context.ledger.entries.iter().find(|entry| entry.project == Some(index)).map_or(0, |entry| entry.unit);
    planned.unwrap_or(&units[first]).name.clone()
}

fn indicator(indicator: &Indicator) -> IndicatorView {
    let previous = |index: usize| indicator.previous.get(index).cloned().unwrap_or_default();
    IndicatorView {
        path: indicator.path.clone(),
        name: indicator.name.clone(),
        target: target(&indicator.target),
        previous: [previous(0), previous(1)],
        basis: indicator.basis.clone(),
    }
}

fn target(target: &Target) -> String {
    match target {
        Target::Text { text } => text.clone(),
        Target::Number { operator, value, measure } => {
            let sign = match operator {
                Operator::AtLeast => "≥",
                Operator::AtMost => "≤",
                Operator::Equal => "=",
                Operator::MoreThan => ">",
                Operator::LessThan => "<",
            };
            format!("{sign}{}{measure}", value.value().normalize())
        }
    }
}

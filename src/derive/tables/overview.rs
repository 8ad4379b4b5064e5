//! 收支总表 and 财政拨款收支总表: income beside expenditure, their totals on one line.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::row::DraftRow;
use super::{Draft, functions};
use crate::derive::context::Context;
use crate::derive::ledger::Kind;
use crate::derive::ordinal::chinese_ordinal;
use crate::derive::report::RowRole;
use crate::model::{FunctionLevel, Fund};
use crate::reference::CarryOver;

pub(super) const COLUMNS: &[&str] = &[
    "income.item",
    "income.amount",
    "expenditure.item",
    "expenditure.amount",
    "expenditure.basic",
    "expenditure.personnel",
    "expenditure.public",
    "expenditure.project",
    "expenditure.general_public_budget",
    "expenditure.government_fund",
    "expenditure.state_capital_budget",
];

/// Amounts of the expenditure of a row by column, in 元.
type Amounts = BTreeMap<&'static str, Decimal>;

/// One line of a panel.
struct Half {
    key: String,
    role: RowRole,
    item: String,
    amounts: Amounts,
}

impl Half {
    fn income(key: impl Into<String>, role: RowRole, item: impl Into<String>, amount: Decimal) -> Self {
        Self { key: key.into(), role, item: item.into(), amounts: [("income.amount", amount)].into() }
    }

    fn expenditure(key: impl Into<String>, role: RowRole, item: impl Into<String>, amounts: Amounts) -> Self {
        Self { key: key.into(), role, item: item.into(), amounts }
    }

    fn blank() -> Self {
        Self { key: String::new(), role: RowRole::Blank, item: String::new(), amounts: Amounts::new() }
    }
}

/// The columns that an amount of a fund and kind counts in.
fn columns(fund: Fund, kind: Kind) -> impl Iterator<Item = &'static str> {
    let of_fund = match fund {
        Fund::GeneralPublicBudget => Some("expenditure.general_public_budget"),
        Fund::GovernmentFund => Some("expenditure.government_fund"),
        Fund::StateCapitalBudget => Some("expenditure.state_capital_budget"),
        _ => None,
    };
    let (of_kind, of_nature) = match kind {
        Kind::Personnel => (Some("expenditure.basic"), Some("expenditure.personnel")),
        Kind::Public => (Some("expenditure.basic"), Some("expenditure.public")),
        Kind::Project => (Some("expenditure.project"), None),
        _ => (None, None),
    };
    [Some("expenditure.amount"), of_kind, of_nature, of_fund].into_iter().flatten()
}

fn add(sums: &mut Amounts, others: &Amounts) {
    for (column, amount) in others {
        *sums.entry(column).or_default() += *amount;
    }
}

/// Sums by functional 类 of the entries of some funds, with the classes that the region always lists; and of all.
fn classes(context: &Context<'_>, wanted: impl Fn(Fund) -> bool) -> (Vec<(String, Amounts)>, Amounts) {
    let mut sums: BTreeMap<String, Amounts> =
        context.region.tables.full_classes.iter().map(|code| (code.clone(), Amounts::new())).collect();
    let mut all = Amounts::new();
    for entry in context.ledger.entries.iter().filter(|entry| wanted(entry.fund)) {
        let class = sums.entry(entry.function.at(FunctionLevel::Class).to_owned()).or_default();
        for column in columns(entry.fund, functions::column(context, entry.kind)) {
            *class.entry(column).or_default() += entry.amount;
            *all.entry(column).or_default() += entry.amount;
        }
    }
    // Where a row has no amount of a kind, it prints what the region prints for zero.
    for amounts in sums.values_mut().chain([&mut all]) {
        for column in
            COLUMNS.iter().filter(|column| column.starts_with("expenditure.") && **column != "expenditure.item")
        {
            amounts.entry(column).or_default();
        }
    }
    (sums.into_iter().collect(), all)
}

/// 年终结转结余 of some funds by column.
fn year_end(context: &Context<'_>, wanted: impl Fn(Fund) -> bool) -> Amounts {
    let mut amounts = Amounts::new();
    for fund in Fund::ALL.into_iter().filter(|fund| wanted(*fund)) {
        let left = context.income.year_end(|of| of == fund);
        // Left money is of no kind of expenditure.
        for column in columns(fund, Kind::BusinessOperation) {
            *amounts.entry(column).or_default() += left;
        }
    }
    amounts
}

fn is_zero(amounts: &Amounts) -> bool {
    amounts.values().all(Decimal::is_zero)
}

/// Rows of expenditure by 类, each with its ordinal.
fn class_rows(context: &Context<'_>, classes: Vec<(String, Amounts)>, role: RowRole, brackets: bool) -> Vec<Half> {
    let row = |(ordinal, (code, amounts)): (usize, (String, Amounts))| {
        let (ordinal, name) = (chinese_ordinal(ordinal), context.names.function(&code));
        let item = if brackets { format!("（{ordinal}）{name}") } else { format!("{ordinal}、{name}") };
        Half::expenditure(format!("expenditure.{code}"), role, item, amounts)
    };
    (1..).zip(classes).map(row).collect()
}

/// 收支总表。
pub(super) fn all(context: &Context<'_>) -> Draft {
    let labels = &context.region.row_labels;
    let apart = context.region.sources.carry_over == CarryOver::Apart;
    let counted = |over: bool| !(over && apart);
    let mut income = Vec::new();
    for (ordinal, (name, source)) in (1..).zip(context.region.sources()) {
        let amount = context.income.sum(|_, fund, over| source.funds.contains(&fund) && counted(over));
        let item = format!("{}、{}", chinese_ordinal(ordinal), source.label);
        income.push(Half::income(format!("income.{name}"), RowRole::Class, item, amount));
        let funds = source.funds.iter().filter(|_| source.by_fund);
        for (ordinal, fund) in (1..).zip(funds) {
            let label = context.region.fiscal_labels.get(fund).map_or("", String::as_str);
            let amount = context.income.sum(|_, of, over| of == *fund && counted(over));
            let key = format!("income.{name}.{}", fund.key());
            income.push(Half::income(key, RowRole::Group, format!("{ordinal}.{label}"), amount));
        }
    }
    let (classes, spent) = classes(context, |_| true);
    let mut expenditure = class_rows(context, classes, RowRole::Class, false);
    let left = year_end(context, |_| true);
    let year_end_row = || {
        Half::expenditure(
            "expenditure.year_end_carry_over",
            RowRole::Class,
            &labels.expenditure_carry_over,
            left.clone(),
        )
    };
    let mut whole = spent.clone();
    add(&mut whole, &left);
    let received = context.income.sum(|_, _, _| true);
    if apart {
        pad(&mut income, &mut expenditure);
        let current = context.income.sum(|_, _, over| !over);
        income.extend([
            Half::income("income.subtotal", RowRole::Total, &labels.income_subtotal, current),
            Half::income("income.carried_over", RowRole::Class, &labels.income_carry_over, received - current),
        ]);
        expenditure.push(Half::expenditure(
            "expenditure.subtotal",
            RowRole::Total,
            &labels.expenditure_subtotal,
            spent,
        ));
        expenditure.push(year_end_row());
    } else {
        expenditure.extend((!is_zero(&left)).then(year_end_row));
        pad(&mut income, &mut expenditure);
    }
    income.push(Half::income("income.total", RowRole::Total, &labels.income_total, received));
    expenditure.push(Half::expenditure("expenditure.total", RowRole::Total, &labels.expenditure_total, whole));
    Draft { rows: zip(income, expenditure), total: None, empty: false }
}

/// 财政拨款收支总表。
pub(super) fn fiscal(context: &Context<'_>) -> Draft {
    let labels = &context.region.row_labels;
    let of_fiscal = Fund::is_fiscal_appropriation;
    let apart = context.region.sources.carry_over == CarryOver::Apart;
    let (classes, spent) = classes(context, of_fiscal);
    let left = year_end(context, of_fiscal);
    let mut whole = spent.clone();
    add(&mut whole, &left);
    let year_end_row =
        |label: &String| Half::expenditure("expenditure.year_end_carry_over", RowRole::Class, label, left.clone());
    let (mut income, mut expenditure) = if apart {
        let mut rows =
            vec![Half::expenditure("expenditure.current", RowRole::Class, &labels.fiscal_expenditure_current, spent)];
        rows.extend(class_rows(context, classes, RowRole::Group, true));
        rows.push(year_end_row(&labels.fiscal_expenditure_carry_over));
        (fiscal_income_by_year(context), rows)
    } else {
        let mut rows = class_rows(context, classes, RowRole::Class, false);
        rows.extend((!is_zero(&left)).then(|| year_end_row(&labels.expenditure_carry_over)));
        (fiscal_income_by_fund(context), rows)
    };
    pad(&mut income, &mut expenditure);
    let received = context.income.sum(|_, fund, _| of_fiscal(fund));
    let empty = received.is_zero() && is_zero(&whole);
    income.push(Half::income("income.total", RowRole::Total, &labels.income_total, received));
    expenditure.push(Half::expenditure("expenditure.total", RowRole::Total, &labels.expenditure_total, whole));
    Draft { rows: zip(income, expenditure), total: None, empty }
}

/// 本年收入 and 上年结转, each by fund.
fn fiscal_income_by_year(context: &Context<'_>) -> Vec<Half> {
    let labels = &context.region.row_labels;
    let mut rows = Vec::new();
    for (carried, key, label) in
        [(false, "current", &labels.fiscal_income_current), (true, "carried_over", &labels.fiscal_income_carry_over)]
    {
        let subtotal = context.income.sum(|_, fund, over| fund.is_fiscal_appropriation() && over == carried);
        rows.push(Half::income(format!("income.{key}"), RowRole::Class, label, subtotal));
        for (ordinal, (fund, label)) in (1..).zip(&context.region.fiscal_labels) {
            let item = format!("（{}）{label}", chinese_ordinal(ordinal));
            let amount = context.income.sum(|_, of, over| of == *fund && over == carried);
            rows.push(Half::income(format!("income.{key}.{}", fund.key()), RowRole::Group, item, amount));
        }
    }
    rows
}

fn fiscal_income_by_fund(context: &Context<'_>) -> Vec<Half> {
    let row = |(ordinal, (fund, label)): (usize, (&Fund, &String))| {
        let item = format!("{}、{label}", chinese_ordinal(ordinal));
        let amount = context.income.sum(|_, of, _| of == *fund);
        Half::income(format!("income.{}", fund.key()), RowRole::Class, item, amount)
    };
    (1..).zip(&context.region.fiscal_labels).map(row).collect()
}

fn pad(left: &mut Vec<Half>, right: &mut Vec<Half>) {
    let longest = left.len().max(right.len());
    left.resize_with(longest, Half::blank);
    right.resize_with(longest, Half::blank);
}

fn zip(income: Vec<Half>, expenditure: Vec<Half>) -> Vec<DraftRow> {
    income
        .into_iter()
        .zip(expenditure)
        .map(|(left, right)| {
            let mut row = DraftRow {
                keys: vec![left.key, right.key],
                roles: vec![left.role, right.role],
                cells: BTreeMap::new(),
            };
            row = row.text("income.item", left.item).text("expenditure.item", right.item);
            for (column, amount) in left.amounts.into_iter().chain(right.amounts) {
                row = row.money(column, amount);
            }
            row
        })
        .collect()
}

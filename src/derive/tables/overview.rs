//! 收支总表 and 财政拨款收支总表: income beside expenditure, their totals on one line.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Draft;
use super::row::{Cell, DraftRow};
use crate::derive::context::Context;
use crate::derive::ordinal::chinese_ordinal;
use crate::derive::report::RowRole;
use crate::model::{FunctionLevel, Fund};

pub(super) const COLUMNS: &[&str] = &["income.item", "income.amount", "expenditure.item", "expenditure.amount"];

/// One line of a panel.
struct Half {
    key: String,
    role: RowRole,
    item: String,
    amount: Option<Decimal>,
}

impl Half {
    fn new(key: impl Into<String>, role: RowRole, item: impl Into<String>, amount: Decimal) -> Self {
        Self { key: key.into(), role, item: item.into(), amount: Some(amount) }
    }

    fn blank() -> Self {
        Self { key: String::new(), role: RowRole::Blank, item: String::new(), amount: None }
    }
}

/// Sums by functional 类 of the entries of some funds, with the classes that the region always lists.
fn classes(context: &Context<'_>, wanted: impl Fn(Fund) -> bool) -> Vec<(String, Decimal)> {
    let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
    for entry in context.ledger.entries.iter().filter(|entry| wanted(entry.fund)) {
        *sums.entry(entry.function.at(FunctionLevel::Class).to_owned()).or_default() += entry.amount;
    }
    let listed: BTreeSet<String> = context.region.tables.full_classes.iter().cloned().collect();
    for code in listed {
        sums.entry(code).or_default();
    }
    sums.into_iter().collect()
}

/// 收支总表。
pub(super) fn all(context: &Context<'_>) -> Draft {
    let labels = &context.region.row_labels;
    let mut income: Vec<Half> = (1..)
        .zip(&context.region.income_labels)
        .map(|(ordinal, (fund, label))| {
            let item = format!("{}、{label}", chinese_ordinal(ordinal));
            Half::new(format!("income.{}", fund.key()), RowRole::Class, item, context.income.current(*fund))
        })
        .collect();
    let mut expenditure: Vec<Half> = (1..)
        .zip(classes(context, |_| true))
        .map(|(ordinal, (code, amount))| {
            let item = format!("{}、{}", chinese_ordinal(ordinal), context.names.function(&code));
            Half::new(format!("expenditure.{code}"), RowRole::Class, item, amount)
        })
        .collect();
    pad(&mut income, &mut expenditure);

    let current = context.income.sum(|_, _, over| !over);
    let carried_over = context.income.sum(|_, _, over| over);
    let spent = context.ledger.sum(|_| true);
    let left = context.income.year_end(|_| true);
    income.extend([
        Half::new("income.subtotal", RowRole::Total, &labels.income_subtotal, current),
        Half::new("income.carried_over", RowRole::Class, &labels.income_carry_over, carried_over),
        Half::new("income.total", RowRole::Total, &labels.income_total, current + carried_over),
    ]);
    expenditure.extend([
        Half::new("expenditure.subtotal", RowRole::Total, &labels.expenditure_subtotal, spent),
        Half::new("expenditure.year_end_carry_over", RowRole::Class, &labels.expenditure_carry_over, left),
        Half::new("expenditure.total", RowRole::Total, &labels.expenditure_total, spent + left),
    ]);
    Draft { rows: zip(income, expenditure), total: None, empty: false }
}

/// 财政拨款收支总表。
pub(super) fn fiscal(context: &Context<'_>) -> Draft {
    let labels = &context.region.row_labels;
    let fiscal = Fund::is_fiscal_appropriation;
    let mut income = Vec::new();
    for (carried, key, label) in
        [(false, "current", &labels.fiscal_income_current), (true, "carried_over", &labels.fiscal_income_carry_over)]
    {
        let subtotal = context.income.sum(|_, fund, over| fiscal(fund) && over == carried);
        income.push(Half::new(format!("income.{key}"), RowRole::Class, label, subtotal));
        for (ordinal, (fund, label)) in (1..).zip(&context.region.fiscal_labels) {
            let item = format!("（{}）{label}", chinese_ordinal(ordinal));
            let amount = context.income.sum(|_, of, over| of == *fund && over == carried);
            income.push(Half::new(format!("income.{key}.{}", fund.key()), RowRole::Group, item, amount));
        }
    }
    let spent = context.ledger.sum(|entry| fiscal(entry.fund));
    let left = context.income.year_end(fiscal);
    let mut expenditure =
        vec![Half::new("expenditure.current", RowRole::Class, &labels.fiscal_expenditure_current, spent)];
    for (ordinal, (code, amount)) in (1..).zip(classes(context, fiscal)) {
        let item = format!("（{}）{}", chinese_ordinal(ordinal), context.names.function(&code));
        expenditure.push(Half::new(format!("expenditure.{code}"), RowRole::Group, item, amount));
    }
    expenditure.push(Half::new(
        "expenditure.year_end_carry_over",
        RowRole::Class,
        &labels.fiscal_expenditure_carry_over,
        left,
    ));
    pad(&mut income, &mut expenditure);
    let received = context.income.sum(|_, fund, _| fiscal(fund));
    income.push(Half::new("income.total", RowRole::Total, &labels.income_total, received));
    expenditure.push(Half::new("expenditure.total", RowRole::Total, &labels.expenditure_total, spent + left));
    Draft { rows: zip(income, expenditure), total: None, empty: received.is_zero() && (spent + left).is_zero() }
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
            for (half_item, half_amount, item, amount) in [
                ("income.item", "income.amount", left.item, left.amount),
                ("expenditure.item", "expenditure.amount", right.item, right.amount),
            ] {
                row.cells.insert(half_item, Cell::Text(item));
                if let Some(amount) = amount {
                    row.cells.insert(half_amount, Cell::Money(amount));
                }
            }
            row
        })
        .collect()
}

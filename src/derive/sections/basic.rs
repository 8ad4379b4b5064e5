//! 一般公共预算基本支出: 人员经费 and 公用经费 with the names of their 款.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::derive::amount::misses_by_rounding;
use crate::derive::context::Context;
use crate::derive::ledger::Kind;
use crate::derive::narrative::{BasicClass, BasicPart, BasicSection};
use crate::model::Fund;

/// Amounts by economic 类, then 款, in 元.
type Classes<'c> = BTreeMap<&'c str, BTreeMap<&'c str, Decimal>>;

pub(super) fn section(context: &Context<'_>) -> Option<BasicSection> {
    let (personnel, public) = (classes(context, Kind::Personnel), classes(context, Kind::Public));
    let (personnel_sum, public_sum) = (sum(&personnel), sum(&public));
    let total = personnel_sum + public_sum;
    if total.is_zero() {
        return None;
    }
    let halves = [personnel_sum, public_sum].into_iter().filter(|half| !half.is_zero());
    let by_class =
        |classes: &Classes<'_>| classes.values().map(|subjects| subjects.values().sum()).collect::<Vec<Decimal>>();
    Some(BasicSection {
        total: context.printer.wan("basic.total", total),
        rounded: misses_by_rounding(total, halves)
            || misses_by_rounding(personnel_sum, by_class(&personnel))
            || misses_by_rounding(public_sum, by_class(&public)),
        personnel: part(context, "basic.personnel", &personnel),
        public: part(context, "basic.public", &public),
    })
}

fn sum(classes: &Classes<'_>) -> Decimal {
    classes.values().flat_map(BTreeMap::values).sum()
}

fn classes<'c>(context: &'c Context<'_>, kind: Kind) -> Classes<'c> {
    let mut classes = Classes::new();
    for entry in &context.ledger.entries {
        if entry.kind == kind && entry.fund == Fund::GeneralPublicBudget && !entry.amount.is_zero() {
            *classes.entry(entry.economic.class()).or_default().entry(entry.economic.as_str()).or_default() +=
                entry.amount;
        }
    }
    classes
}

fn part(context: &Context<'_>, id: &str, classes: &Classes<'_>) -> Option<BasicPart> {
    if classes.is_empty() {
        return None;
    }
    Some(BasicPart {
        amount: context.printer.wan(id, sum(classes)),
        classes: classes
            .iter()
            .map(|(class, subjects)| BasicClass {
                code: (*class).to_owned(),
                name: context.names.economic(class).to_owned(),
                amount: (classes.len() > 1)
                    .then(|| context.printer.wan(format!("{id}.{class}"), subjects.values().sum())),
                subjects: subjects.keys().map(|code| context.names.economic_in_text(code).to_owned()).collect(),
            })
            .collect(),
    })
}

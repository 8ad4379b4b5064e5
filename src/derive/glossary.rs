//! 第四部分: what decides which terms are explained.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::report::{FunctionClass, FunctionGroup, Glossary, Table, Term};
use crate::model::{FunctionCode, FunctionLevel, Fund};
use crate::reference::GlossarySpec;

/// The functional subjects of the tables, and those that the data list besides; the keys in use.
pub(super) fn glossary(context: &Context<'_>, tables: &[Table]) -> Glossary {
    let order = &context.region.glossary;
    let listed = if context.whole { context.disclosure.glossary.also_list_functions.as_slice() } else { &[] };
    let used = context.ledger.entries.iter().map(|entry| entry.function);
    let codes: BTreeSet<&FunctionCode> = used.chain(listed).collect();
    Glossary {
        in_use: in_use(context, tables),
        functions: if order.has(GlossarySpec::FUNCTIONS) { functions(context, &codes) } else { Vec::new() },
        extra: context
            .disclosure
            .glossary
            .extra
            .iter()
            .filter(|_| order.has(GlossarySpec::EXTRA))
            .map(|extra| Term { term: extra.term.clone(), text: extra.text.clone() })
            .collect(),
    }
}

fn functions(context: &Context<'_>, codes: &BTreeSet<&FunctionCode>) -> Vec<FunctionClass> {
    let mut tree: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for code in codes {
        let items =
            tree.entry(code.at(FunctionLevel::Class)).or_default().entry(code.at(FunctionLevel::Group)).or_default();
        items.push(context.names.function(code.as_str()).to_owned());
    }
    let name = |code: &str| context.names.function(code).to_owned();
    tree.into_iter()
        .map(|(class, groups)| FunctionClass {
            name: name(class),
            groups: groups.into_iter().map(|(group, items)| FunctionGroup { name: name(group), items }).collect(),
        })
        .collect()
}

/// Funds, kinds of expenditure, carry-overs and tables that hold an amount, sorted.
fn in_use(context: &Context<'_>, tables: &[Table]) -> Vec<String> {
    let mut keys = BTreeSet::new();
    for fund in Fund::ALL {
        if !context.income.sum(|_, of, _| of == fund).is_zero() {
            keys.insert(fund.key().to_owned());
        }
    }
    if !context.income.sum(|_, _, over| over).is_zero() {
        keys.insert("carried_over".to_owned());
    }
    if !context.income.year_end(|_| true).is_zero() {
        keys.insert("year_end_carry_over".to_owned());
    }
    keys.extend(context.ledger.entries.iter().map(|entry| key_of(&entry.kind.expenditure())));
    keys.extend(tables.iter().filter(|table| !table.is_empty()).map(|table| key_of(&table.kind)));
    keys.into_iter().collect()
}

/// The name of a value in the report's JSON.
fn key_of(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(key)) => key,
        _ => String::new(),
    }
}

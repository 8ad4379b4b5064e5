//! 财政拨款支出主要内容: by 支出功能分类项级科目, with last year's figures.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::derive::context::Context;
use crate::derive::narrative::Item;
use crate::model::{Amount, FunctionCode, FunctionLevel};

/// What 财政拨款 pays for within one 项.
#[derive(Default)]
struct Uses<'a> {
    amount: Decimal,
    /// Economic 款 of 基本支出.
    subjects: BTreeSet<&'a str>,
    /// Projects, by their index.
    projects: BTreeSet<usize>,
}

pub(super) fn items(context: &Context<'_>) -> Vec<Item> {
    let mut by_function: BTreeMap<&FunctionCode, Uses<'_>> = BTreeMap::new();
    for entry in context.ledger.entries.iter().filter(|entry| entry.fund.is_fiscal_appropriation()) {
        let uses = by_function.entry(entry.function).or_default();
        uses.amount += entry.amount;
        match entry.project {
            Some(index) => drop(uses.projects.insert(index)),
            None => drop(uses.subjects.insert(entry.economic.as_str())),
        }
    }
    let last_year = context.previous.map(|previous| &previous.figures.functions);
    by_function
        .into_iter()
        .map(|(code, uses)| {
            // Where last year's 项 are told at all, one that is not among them had nothing.
            let last = last_year
                .filter(|functions| !functions.is_empty())
                .map(|functions| functions.get(code).copied().map_or(Decimal::ZERO, Amount::yuan));
            item(context, code, &uses, last)
        })
        .collect()
}

fn item(context: &Context<'_>, code: &FunctionCode, uses: &Uses<'_>, last: Option<Decimal>) -> Item {
    let id = format!("items.{code}");
    let name = |level| context.names.function(code.at(level)).to_owned();
    let purpose = context.disclosure.function_uses.get(code).filter(|_| context.whole).cloned();
    let (subjects, projects) = if purpose.is_some() {
        (Vec::new(), Vec::new())
    } else {
        (
            uses.subjects.iter().map(|code| context.names.economic_in_text(code).to_owned()).collect(),
            uses.projects.iter().map(|index| context.disclosure.projects[*index].name.clone()).collect(),
        )
    };
    Item {
        code: code.as_str().to_owned(),
        class: name(FunctionLevel::Class),
        group: name(FunctionLevel::Group),
        name: name(FunctionLevel::Item),
        amount: context.printer.wan(&id, uses.amount),
        purpose,
        subjects,
        projects,
        last: last.map(|last| context.printer.wan(format!("{id}.last"), last)),
        change: context.change(&id, uses.amount, last, &[&format!("functions.{code}")]),
    }
}

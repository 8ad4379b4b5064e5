//! 更正对照表: one row for each amount that changed, with all the places that print it.
//!
//! One amount stands in a dozen tables and sentences of a disclosure. Told place by place, a single correction fills
//! pages in which nobody sees that it is one; told by amount, it is a row. A figure in 万元 joins the row of the amount
//! in 元 that it rounds, if there is only one such.

use serde::Serialize;

use super::group::{Group, Reworded};
use super::value::{ABSENT, Value};

/// 一行。
#[derive(Debug, Default, Serialize)]
pub(super) struct Row {
    /// 所在位置, in the order of the document.
    places: Vec<At>,
    /// Before, after and difference; twice for an amount that is printed in 元 and in 万元. Of a text its sides, if short.
    sides: Vec<[String; 3]>,
    /// How a long text changed.
    change: Option<&'static str>,
}

/// 一处。
#[derive(Debug, Serialize)]
struct At {
    /// `表3`, `第三部分二`.
    place: String,
    /// What is there.
    what: String,
    #[serde(skip)]
    order: usize,
}

/// A number with all places that print it.
struct Amount {
    values: Vec<Value>,
    places: Vec<At>,
}

/// The rows of all groups: numbers, then texts.
pub(super) fn rows(groups: &[Group]) -> Vec<Row> {
    let mut amounts: Vec<Amount> = Vec::new();
    for (order, group) in groups.iter().enumerate() {
        for entry in &group.entries {
            let at = At { place: group.place.brief.clone(), what: entry.what.clone(), order };
            match amounts.iter_mut().find(|amount| amount.values[0] == entry.value) {
                Some(amount) => amount.places.push(at),
                None => amounts.push(Amount { values: vec![entry.value.clone()], places: vec![at] }),
            }
        }
    }
    let numbers = joined(amounts).into_iter().map(|Amount { values, mut places }| {
        places.sort_by_key(|at| at.order);
        Row { places, sides: values.iter().map(Value::sides).collect(), change: None }
    });
    let mut texts: Vec<Row> = Vec::new();
    for (order, group) in groups.iter().enumerate() {
        for text in &group.texts {
            let at = At { place: group.place.brief.clone(), what: text.what.clone(), order };
            let mut row = Row::of_text(text);
            // What reads otherwise in the same way at several places is one change; long texts are not compared.
            match texts.iter_mut().find(|other| other.change.is_none() && other.sides == row.sides) {
                Some(found) => found.places.push(at),
                None => {
                    row.places.push(at);
                    texts.push(row);
                }
            }
        }
    }
    numbers.chain(texts).collect()
}

/// Lets figures in 万元 join the amount in 元.
fn joined(amounts: Vec<Amount>) -> Vec<Amount> {
    let exact: Vec<Option<usize>> = amounts
        .iter()
        .map(|rounded| {
            let mut found = (0..amounts.len()).filter(|other| rounded.values[0].rounds(&amounts[*other].values[0]));
            found.next().filter(|_| found.next().is_none())
        })
        .collect();
    let mut kept: Vec<Option<Amount>> = amounts.into_iter().map(Some).collect();
    for (rounded, exact) in exact.iter().enumerate() {
        let Some(exact) = *exact else { continue };
        let Some(joins) = kept[rounded].take() else { continue };
        if let Some(amount) = &mut kept[exact] {
            amount.values.extend(joins.values);
            amount.places.extend(joins.places);
        }
    }
    kept.into_iter().flatten().collect()
}

impl Row {
    fn of_text(text: &Reworded) -> Self {
        match &text.sides {
            Some([old, new]) => Self { sides: vec![[old.clone(), new.clone(), ABSENT.to_owned()]], ..Self::default() },
            None => Self { change: Some(text.change), ..Self::default() },
        }
    }
}

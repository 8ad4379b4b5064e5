//! Level 1: the facts that changed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::identity::{self, Identity};
use super::stated::stated;
use super::tree::{self, Leaf, Matching, Node, join};
use crate::model::{Disclosure, Pointer};

/// Members that hold an amount or a quantity, whose spelling (`100`, `100.00`) is no difference.
const NUMBERS: &[&str] = &[
    "amount",
    "unit_price",
    "quantity",
    "value",
    "budget",
    "executed",
    "total_budget",
    "reserved_for_small",
    "reserved_for_micro",
];

/// 事实。One value of a disclosure file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// As it is stated; the sum, where several elements state it.
    pub text: String,
    /// The number, if it is an amount, a quantity or a count.
    pub number: Option<Decimal>,
    /// Where it stands; the first of several.
    pub pointer: Pointer,
}

/// 改动的事实。At least one side is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// What it is: the path with its elements named, such as `lines{206001,2060101,30101,…}.amount`.
    pub identity: String,
    /// Before; none if it was not stated.
    pub old: Option<Fact>,
    /// After; none if it is no longer stated.
    pub new: Option<Fact>,
}

impl FactChange {
    /// After less before, if the fact is a number; what is not stated counts as zero.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let number = |side: &Option<Fact>| side.as_ref().map_or(Some(Decimal::ZERO), |fact| fact.number);
        Some(number(&self.new)? - number(&self.old)?)
    }
}

/// The facts that differ, in the order of the data format.
///
/// Lines are matched by their codes and equal ones summed; records by what they are, one of which at least half is the
/// same counting as renamed; texts of a list by themselves, one that came and one that went counting as reworded. What
/// a line is for is no fact of its own: a line under another code is one amount that went and one that came.
#[must_use]
pub fn facts(old: &Disclosure, new: &Disclosure) -> Vec<FactChange> {
    let (old, new) = (root(old, new), root(new, old));
    let fact =
        |leaf: &Leaf<Pointer>| Fact { text: leaf.text.clone(), number: leaf.number, pointer: leaf.payload.clone() };
    let differences = tree::differences(&old, &new).into_iter();
    differences
        .map(|found| FactChange { identity: found.identity, old: found.old.map(fact), new: found.new.map(fact) })
        .collect()
}

fn root(disclosure: &Disclosure, other: &Disclosure) -> Node<Pointer> {
    node(&stated(disclosure, other), "", &Pointer::root()).unwrap_or(Node::Members(Vec::new()))
}

/// `path` is the path of member names; none for null.
fn node(value: &Value, path: &str, at: &Pointer) -> Option<Node<Pointer>> {
    let leaf = |text: String, number: Option<Decimal>| Node::Leaf(Leaf { text, number, payload: at.clone() });
    match value {
        Value::Null => None,
        Value::Object(members) => {
            let member =
                |(name, value): (&String, &Value)| Some((name.clone(), node(value, &join(path, name), &at.key(name))?));
            Some(Node::Members(members.iter().filter_map(member).collect()))
        }
        Value::Array(elements) => Some(list(elements, path, at)),
        Value::String(text) => Some(leaf(text.clone(), if is_number(path) { text.parse().ok() } else { None })),
        other => {
            let text = other.to_string();
            let number = if other.is_number() && !path.ends_with("year") { text.parse().ok() } else { None };
            Some(leaf(text, number))
        }
    }
}

/// Whether a text at this path is a number.
fn is_number(path: &str) -> bool {
    let name = path.rsplit('.').next().unwrap_or(path);
    NUMBERS.contains(&name) || path.starts_with("previous_years.figures.") || path.starts_with("approval.totals.")
}

fn list(elements: &[Value], path: &str, at: &Pointer) -> Node<Pointer> {
    let placed = || elements.iter().enumerate().map(|(index, element)| (at.index(index), element));
    let keyed = |key: &dyn Fn(&Value) -> String| {
        placed().filter_map(|(at, element)| Some((key(element), node(element, path, &at)?))).collect()
    };
    match identity::of(path) {
        Identity::Summed { by, zero } => Node::List(Matching::Sums, sums(placed(), by, zero)),
        Identity::By(members) => Node::List(Matching::Records, keyed(&|element| named(element, members))),
        Identity::Itself => Node::List(Matching::Texts, keyed(&text)),
        Identity::Position => {
            let member = |(at, element): (Pointer, &Value)| node(element, path, &at);
            let named = |(index, node)| (format!("[{index}]"), node);
            Node::Members(placed().filter_map(member).enumerate().map(named).collect())
        }
    }
}

/// The sum of the amounts of equal elements, where the first stands.
fn sums<'v>(
    elements: impl Iterator<Item = (Pointer, &'v Value)>,
    by: &[&str],
    zero: bool,
) -> Vec<(String, Node<Pointer>)> {
    let mut order: Vec<String> = Vec::new();
    let mut found: BTreeMap<String, (Decimal, Pointer)> = BTreeMap::new();
    for (at, element) in elements {
        let amount: Decimal = element.get("amount").map(text).and_then(|text| text.parse().ok()).unwrap_or_default();
        let key = named(element, by);
        if amount.is_zero() && !zero {
            continue;
        }
        let sum = found.entry(key.clone()).or_insert_with(|| {
            order.push(key);
            (Decimal::ZERO, at.key("amount"))
        });
        sum.0 += amount;
    }
    let mut member = |key: String| {
        let (sum, payload) = found.remove(&key)?;
        let leaf = Node::Leaf(Leaf { text: sum.to_string(), number: Some(sum), payload });
        Some((key, Node::Members(vec![("amount".to_owned(), leaf)])))
    };
    order.into_iter().filter_map(&mut member).collect()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The values of the members that make the identity.
fn named(element: &Value, members: &[&str]) -> String {
    let value = |member: &&str| {
        let found = member
            .split('.')
            .try_fold(element, |value, name| value.as_object().and_then(|map: &Map<_, _>| map.get(name)));
        found.map(text).unwrap_or_default()
    };
    members.iter().map(value).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests;

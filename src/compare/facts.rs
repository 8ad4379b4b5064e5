//! Level 1: the facts that changed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::identity::{self, Identity};
use crate::model::{Disclosure, Pointer, UnitCode};

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
    /// The number, if it is one.
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

/// The facts that differ, in the order of the new file, then those that are gone.
#[must_use]
pub fn facts(old: &Disclosure, new: &Disclosure) -> Vec<FactChange> {
    let (mut old, new) = (Facts::of(old), Facts::of(new));
    let mut changes = Vec::new();
    for (identity, fact) in new.in_order() {
        match old.found.remove(&identity) {
            Some((_, before)) if before.number.is_some() && before.number == fact.number => {}
            Some((_, before)) if before.text == fact.text => {}
            before => changes.push(FactChange { identity, old: before.map(|(_, before)| before), new: Some(fact) }),
        }
    }
    let gone = old.in_order();
    changes.extend(gone.map(|(identity, fact)| FactChange { identity, old: Some(fact), new: None }));
    pair_texts(changes)
}

/// A text of a list that was reworded is one change, not one that came and one that went.
fn pair_texts(changes: Vec<FactChange>) -> Vec<FactChange> {
    let list = |change: &FactChange| change.identity.split_once(TEXT).map(|(list, _)| list.to_owned());
    let mut gone: BTreeMap<String, std::collections::VecDeque<FactChange>> = BTreeMap::new();
    let mut kept = Vec::new();
    for change in changes {
        match list(&change).filter(|_| change.new.is_none()) {
            Some(list) => gone.entry(list).or_default().push_back(change),
            None => kept.push(change),
        }
    }
    for change in kept.iter_mut().filter(|change| change.old.is_none()) {
        if let Some(before) = list(change).and_then(|list| gone.get_mut(&list)?.pop_front()) {
            change.old = before.old;
        }
    }
    kept.extend(gone.into_values().flatten());
    kept
}

/// Between a list and the text that is its element.
const TEXT: &str = "{「";

/// All facts of a disclosure by their identity.
#[derive(Default)]
struct Facts {
    found: BTreeMap<String, (usize, Fact)>,
    /// How many lists have had an element of this identity.
    counts: BTreeMap<String, usize>,
}

impl Facts {
    fn of(disclosure: &Disclosure) -> Self {
        let mut facts = Self::default();
        // Strings, numbers and lists into memory: nothing of it can fail.
        let mut value = serde_json::to_value(disclosure).unwrap_or_default();
        if let [only] = disclosure.units.as_slice() {
            name_unit(&mut value, &only.code);
        }
        facts.value(&value, "", String::new(), &Pointer::root());
        facts
    }

    fn in_order(self) -> impl Iterator<Item = (String, Fact)> {
        let mut all: Vec<_> = self.found.into_iter().collect();
        all.sort_by_key(|(_, (order, _))| *order);
        all.into_iter().map(|(identity, (_, fact))| (identity, fact))
    }

    fn value(&mut self, value: &Value, path: &str, identity: String, at: &Pointer) {
        match value {
            Value::Object(members) => self.object(members, path, &identity, at, &[]),
            Value::Array(elements) => self.list(elements, path, &identity, at),
            Value::Null => {}
            Value::String(text) => self.leaf(identity, text.clone(), path, at),
            other => self.leaf(identity, other.to_string(), path, at),
        }
    }

    fn object(&mut self, members: &Map<String, Value>, path: &str, identity: &str, at: &Pointer, without: &[&str]) {
        let join = |before: &str, name: &str| {
            if before.is_empty() { name.to_owned() } else { format!("{before}.{name}") }
        };
        for (name, value) in members.iter().filter(|(name, _)| !without.contains(&name.as_str())) {
            self.value(value, &join(path, name), join(identity, name), &at.key(name));
        }
    }

    fn list(&mut self, elements: &[Value], path: &str, identity: &str, at: &Pointer) {
        let by = identity::of(path);
        for (index, element) in elements.iter().enumerate() {
            let at = at.index(index);
            match (by, element) {
                (Identity::Summed(members), Value::Object(object)) => {
                    let identity = format!("{identity}{{{}}}.amount", named(object, members));
                    let amount = object.get("amount").and_then(Value::as_str).unwrap_or_default();
                    self.sum(identity, amount, &at.key("amount"));
                }
                (Identity::By(members), Value::Object(object)) => {
                    let identity = self.counted(format!("{identity}{{{}}}", named(object, members)));
                    self.object(object, path, &identity, &at, members);
                }
                (Identity::Itself, Value::String(text)) => {
                    let identity = self.counted(format!("{identity}{TEXT}{text}」}}"));
                    self.leaf(identity, text.clone(), path, &at);
                }
                _ => self.value(element, path, format!("{identity}[{index}]"), &at),
            }
        }
    }

    /// The identity with a number, if it occurred before.
    fn counted(&mut self, identity: String) -> String {
        let count = self.counts.entry(identity.clone()).or_default();
        *count += 1;
        if *count == 1 { identity } else { format!("{identity}#{count}") }
    }

    fn sum(&mut self, identity: String, amount: &str, at: &Pointer) {
        let amount: Decimal = amount.parse().unwrap_or_default();
        if amount.is_zero() {
            return;
        }
        let order = self.found.len();
        let entry = self
            .found
            .entry(identity)
            .or_insert_with(|| (order, Fact { text: String::new(), number: Some(Decimal::ZERO), pointer: at.clone() }));
        let sum = entry.1.number.unwrap_or_default() + amount;
        (entry.1.text, entry.1.number) = (sum.to_string(), Some(sum));
    }

    fn leaf(&mut self, identity: String, text: String, path: &str, at: &Pointer) {
        let name = path.rsplit('.').next().unwrap_or(path);
        let is_number = NUMBERS.contains(&name) || path.contains(".figures.") || path.contains(".totals.");
        let number = if is_number { text.parse().ok() } else { None };
        let order = self.found.len();
        self.found.insert(identity, (order, Fact { text, number, pointer: at.clone() }));
    }
}

/// The values of the members that make the identity.
fn named(object: &Map<String, Value>, members: &[&str]) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let value = |member: &&str| {
        let found = match member.split_once('.') {
            Some((outer, inner)) => object.get(outer).and_then(|outer| outer.get(inner)),
            None => object.get(*member),
        };
        found.map(text).unwrap_or_default()
    };
    members.iter().map(value).collect::<Vec<_>>().join(",")
}

/// Names the only unit where the file may leave it out.
fn name_unit(value: &mut Value, unit: &UnitCode) {
    let mut lists = Vec::new();
    let Some(root) = value.as_object_mut() else { return };
    for (name, list) in root.iter_mut() {
        match name.as_str() {
            "lines" | "income" | "year_end_carry_over" | "procurement" | "service_purchases" | "asset_acquisitions" => {
                lists.push(list);
            }
            "projects" => {
                let projects = list.as_array_mut().into_iter().flatten();
                lists.extend(projects.filter_map(|project| project.get_mut("lines")));
            }
            _ => {}
        }
    }
    for element in lists.into_iter().filter_map(Value::as_array_mut).flatten() {
        if let Some(object) = element.as_object_mut() {
            object.entry("unit").or_insert_with(|| Value::String(unit.to_string()));
        }
    }
}

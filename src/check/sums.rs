//! Amounts summed by a key.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::Pointer;

/// Sums by key, in the order in which the keys first occur: findings follow the data.
#[derive(Debug)]
pub(super) struct Sums<K> {
    by_key: BTreeMap<K, usize>,
    /// One for each key.
    pub all: Vec<Sum<K>>,
}

/// What was added under one key.
#[derive(Debug)]
pub(super) struct Sum<K> {
    /// The key.
    pub key: K,
    /// In 元, or a count.
    pub amount: Decimal,
    /// Where the addends stand: the first of them, as many as a finding can show; at least one.
    pub places: Vec<Pointer>,
}

/// A finding on a thousand lines names only the first.
const PLACES: usize = 5;

impl<K: Ord + Clone> Sums<K> {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { by_key: BTreeMap::new(), all: Vec::new() }
    }

    /// Adds what stands at `place`.
    pub(super) fn add(&mut self, key: K, amount: Decimal, place: impl FnOnce() -> Pointer) {
        let next = self.all.len();
        let index = *self.by_key.entry(key.clone()).or_insert(next);
        match self.all.get_mut(index) {
            Some(sum) => {
                sum.amount += amount;
                if sum.places.len() < PLACES {
                    sum.places.push(place());
                }
            }
            None => self.all.push(Sum { key, amount, places: vec![place()] }),
        }
    }

    /// What was added under `key`.
    pub(super) fn get(&self, key: &K) -> Option<&Sum<K>> {
        self.by_key.get(key).and_then(|index| self.all.get(*index))
    }

    /// The same amount, zero for a key that does not occur.
    pub(super) fn amount(&self, key: &K) -> Decimal {
        self.get(key).map_or(Decimal::ZERO, |sum| sum.amount)
    }
}

impl<K> Sum<K> {
    /// Where the first addend stands.
    pub(super) fn first(&self) -> &Pointer {
        &self.places[0]
    }
}

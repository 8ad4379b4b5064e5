//! Which documents of a data file are wanted.

use std::collections::BTreeSet;

use crate::load::Document;
use crate::model::{Scope, UnitCode};

/// 公开范围 of a run.
#[derive(Debug, Clone, Default)]
pub struct Scopes {
    /// The department's document and that of each of its units.
    pub units: bool,
    /// These units' documents only, if there are any.
    pub unit: Vec<UnitCode>,
}

impl Scopes {
    /// The documents wanted of a file; none for the scope that the file states.
    #[must_use]
    pub fn of(&self, document: &Document) -> Vec<Option<Scope>> {
        let of = |code| Some(Scope::Unit(code));
        if self.units {
            let units = document.disclosure.units.iter().map(|unit| of(unit.code.clone()));
            return [Some(Scope::Department)].into_iter().chain(units).collect();
        }
        if self.unit.is_empty() {
            return vec![None];
        }
        let wanted: BTreeSet<_> = self.unit.iter().cloned().collect();
        wanted.into_iter().map(of).collect()
    }
}

//! Names of subjects: those that the data state, else those of the year's catalogue.

use std::collections::BTreeMap;

use super::fault::{DeriveFault, DeriveFaultKind};
use super::ledger::Ledger;
use crate::model::{Disclosure, FunctionLevel, LocalSubject, Pointer};
use crate::reference::{Catalogue, Subject};

/// Looks up the names of codes.
#[derive(Debug)]
pub struct Names<'a> {
    functional: BTreeMap<&'a str, &'a LocalSubject>,
    economic: BTreeMap<&'a str, &'a LocalSubject>,
    catalogue: &'a Catalogue,
}

/// A name that an official document states; another serves for hints only.
fn confirmed(subject: Option<&Subject>) -> Option<&str> {
    subject.filter(|subject| subject.confirmed).map(|subject| subject.name.as_str())
}

/// The name to propose for a code without a confirmed one.
fn proposed(subject: Option<&Subject>) -> String {
    subject.map_or_else(|| "……".to_owned(), |subject| subject.name.clone())
}

impl<'a> Names<'a> {
    /// Names for `disclosure`.
    #[must_use]
    pub fn new(disclosure: &'a Disclosure, catalogue: &'a Catalogue) -> Self {
        let by_code =
            |subjects: &'a [LocalSubject]| subjects.iter().map(|subject| (subject.code.as_str(), subject)).collect();
        Self {
            functional: by_code(&disclosure.subjects.functional),
            economic: by_code(&disclosure.subjects.economic),
            catalogue,
        }
    }

    /// 支出功能分类科目名称, none if nobody states it.
    #[must_use]
    pub fn known_function(&self, code: &str) -> Option<&str> {
        let local = self.functional.get(code).map(|subject| subject.name.as_str());
        local.or_else(|| confirmed(self.catalogue.functional(code)))
    }

    /// 部门预算支出经济分类科目名称, none if nobody states it.
    #[must_use]
    pub fn known_economic(&self, code: &str) -> Option<&str> {
        let local = self.economic.get(code).map(|subject| subject.name.as_str());
        local.or_else(|| confirmed(self.catalogue.economic(code)))
    }

    /// 支出功能分类科目名称; the code where [`Self::check`] reported it unknown.
    #[must_use]
    pub fn function<'s>(&'s self, code: &'s str) -> &'s str {
        self.known_function(code).unwrap_or(code)
    }

    /// 部门预算支出经济分类科目名称, likewise.
    #[must_use]
    pub fn economic<'s>(&'s self, code: &'s str) -> &'s str {
        self.known_economic(code).unwrap_or(code)
    }

    /// The name that sentences print: the 印刷简称 where there is one.
    #[must_use]
    pub fn economic_in_text<'s>(&'s self, code: &'s str) -> &'s str {
        let short = self.economic.get(code).and_then(|subject| subject.short_name.as_deref());
        short.unwrap_or_else(|| self.economic(code))
    }

    /// Reports every code of the ledger and the glossary that has no name, once a code, at its first line.
    pub fn check(&self, disclosure: &Disclosure, ledger: &Ledger<'_>, faults: &mut Vec<DeriveFault>) {
        let year = disclosure.year.0;
        let mut unknown = BTreeMap::new();
        let levels = [FunctionLevel::Class, FunctionLevel::Group, FunctionLevel::Item];
        let listed = disclosure.glossary.also_list_functions.iter().enumerate();
        let listed =
            listed.map(|(index, code)| (code, Pointer::root().key("glossary").key("also_list_functions").index(index)));
        let used = ledger.entries.iter().map(|entry| (entry.function, entry.pointer.key("function")));
        for (function, pointer) in used.chain(listed) {
            for code in levels.map(|level| function.at(level)) {
                if self.known_function(code).is_none() {
                    unknown.entry(code.to_owned()).or_insert((
                        pointer.clone(),
                        DeriveFaultKind::UnknownFunction {
                            code: code.to_owned(),
                            year,
                            name: proposed(self.catalogue.functional(code)),
                        },
                    ));
                }
            }
        }
        for entry in &ledger.entries {
            for code in [entry.economic.class(), entry.economic.as_str()] {
                if self.known_economic(code).is_none() {
                    unknown.entry(format!("economic {code}")).or_insert((
                        entry.pointer.key("economic"),
                        DeriveFaultKind::UnknownEconomic {
                            code: code.to_owned(),
                            year,
                            name: proposed(self.catalogue.economic(code)),
                        },
                    ));
                }
            }
        }
        faults.extend(unknown.into_values().map(|(pointer, kind)| DeriveFault { pointer, kind }));
    }
}

//! What the rules read of one file.

use std::sync::OnceLock;

use rust_decimal::Decimal;

use super::texts::{self, FreeText};
use crate::derive::{Entry, Income, Ledger, Names};
use crate::model::{Disclosure, Funding, PreviousFigures, Scope, UnitCode};
use crate::reference::{Catalogue, Region};

/// The facts of a file, with what most rules need of them.
#[derive(Debug)]
pub struct Facts<'a> {
    /// All facts; last year's figures are completed from last year's file.
    pub disclosure: &'a Disclosure,
    /// The region's profile.
    pub region: &'a Region,
    /// The subjects of the year.
    pub catalogue: &'a Catalogue,
    /// The lines of all units, transfers within the department included; lines of zero and lines without 支出性质 left out.
    pub ledger: Ledger<'a>,
    /// The income of all units, transfers included.
    pub income: Income,
    /// Names of subjects.
    pub names: Names<'a>,
    /// Every free text of the file.
    pub texts: Vec<FreeText<'a>>,
    /// Filled by [`Self::figures`].
    figures: OnceLock<Option<PreviousFigures>>,
}

impl<'a> Facts<'a> {
    /// Collects them.
    #[must_use]
    pub fn new(disclosure: &'a Disclosure, region: &'a Region, catalogue: &'a Catalogue) -> Self {
        // What the ledger cannot use is told by derive.
        let ledger = Ledger::new(disclosure, region, &mut Vec::new());
        let income = Income::new(disclosure, &ledger);
        Self {
            names: Names::new(disclosure, catalogue),
            texts: texts::free_texts(disclosure),
            disclosure,
            region,
            catalogue,
            ledger,
            income,
            figures: OnceLock::new(),
        }
    }

    /// Whether what the file states for the department as a whole applies: in its own document, and in that of its only
    /// unit.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.disclosure.scope == Scope::Department || self.disclosure.units.len() == 1
    }

    /// This year's figures as next year's document will compare itself with them; none where nothing can be derived.
    #[must_use]
    pub fn figures(&self) -> Option<&PreviousFigures> {
        let derived = || crate::derive::figures_of(self.disclosure, self.region, self.catalogue).ok();
        self.figures.get_or_init(derived).as_ref()
    }

    /// Index of the unit that a record names, or of the only one.
    #[must_use]
    pub fn unit(&self, code: Option<&UnitCode>) -> usize {
        crate::derive::unit_index(self.disclosure, code)
    }

    /// Where a text of the pages comes from: the longest free text that holds it, or else that is part of it, such as a
    /// name behind its number; the first of equals.
    #[must_use]
    pub fn source_of(&self, printed: &str) -> Option<&FreeText<'a>> {
        // A shorter one stands in a text by chance.
        const TELLING: usize = 24;
        let texts = || self.texts.iter().rev();
        let longest = |text: &&FreeText<'a>| text.text.len();
        let part = |text: &&FreeText<'a>| text.text.len() >= TELLING && printed.contains(text.text);
        let whole = texts().filter(|text| text.text.contains(printed)).max_by_key(longest);
        whole.or_else(|| texts().filter(part).max_by_key(longest))
    }

    /// Sum of lines, in 元.
    pub fn sum(&self, wanted: impl Fn(&Entry<'a>) -> bool) -> Decimal {
        self.ledger.sum(wanted)
    }
}

/// Sum of the funding of one record, in 元.
#[must_use]
pub(super) fn funded(funding: &[Funding]) -> Decimal {
    funding.iter().map(|part| part.amount.yuan()).sum()
}

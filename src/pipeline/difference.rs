//! What differs between two states of a document: facts, figures, pages.

use std::ops::Range;

use super::{Failure, Pipeline, State};
use crate::compare::{self, FactChange, Located, Pages, Where};
use crate::derive::report::Report;
use crate::diagnostic::Place;
use crate::load::words;
use crate::model::Pointer;

/// 差异。
pub struct Difference {
    /// What makes the two hardly comparable, a sentence each.
    pub warnings: Vec<String>,
    /// Facts in the order of the new file, then those that are gone; none unless both are data files.
    pub facts: Option<Vec<ChangedFact>>,
    /// Figures and texts in the order of the new document, then those that are gone.
    pub figures: Vec<Located>,
    /// Pages; none if they were not asked for.
    pub pages: Option<Pages>,
}

/// A fact and its place.
pub struct ChangedFact {
    /// What changed.
    pub change: FactChange,
    /// The place in words.
    pub words: String,
    /// In the new file; in the old one if the fact is gone.
    pub place: Place,
}

impl Difference {
    /// Whether the two states are one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.as_ref().is_none_or(Vec::is_empty)
            && self.figures.is_empty()
            && self.pages.as_ref().is_none_or(Pages::is_same)
    }
}

impl Pipeline {
    /// Compares two states. With `layout`, both are typeset by the templates and fonts in use, a published one again.
    ///
    /// # Errors
    /// The templates or fonts are at fault.
    pub fn difference(&self, old: &State, new: &State, layout: bool) -> Result<Difference, Failure> {
        let figures = compare::figures(&old.report, &new.report);
        let (figures, pages) = if layout {
            let before = self.typeset(&old.report)?.layout;
            let after = if old.report == new.report { before.clone() } else { self.typeset(&new.report)?.layout };
            (compare::locate(figures, &before, &after), Some(compare::pages(&before, &after)))
        } else {
            let nowhere = |change| Located { change, place: Where::default() };
            (figures.into_iter().map(nowhere).collect(), None)
        };
        let warnings = warnings(&old.report, &new.report);
        Ok(Difference { warnings, facts: changed_facts(old, new), figures, pages })
    }
}

fn changed_facts(old: &State, new: &State) -> Option<Vec<ChangedFact>> {
    let (before, after) = (old.document.as_ref()?, new.document.as_ref()?);
    let located = |change: FactChange| {
        let (document, pointer) = match (&change.new, &change.old) {
            (Some(fact), _) => (after, fact.pointer.clone()),
            (None, Some(fact)) => (before, fact.pointer.clone()),
            (None, None) => (after, Pointer::root()),
        };
        ChangedFact { words: words(&pointer), place: document.place(&pointer), change }
    };
    let mut facts: Vec<_> = compare::facts(&before.disclosure, &after.disclosure).into_iter().map(located).collect();
    let start = |range: &Range<usize>| range.start;
    facts.sort_by_key(|fact| (fact.change.new.is_none(), start(&fact.place.range)));
    Some(facts)
}

/// Documents of another body, year or region are compared all the same.
fn warnings(old: &Report, new: &Report) -> Vec<String> {
    let differ =
        |what: &str, old: String, new: String| (old != new).then(|| format!("两份文本的{what}不同：{old}，{new}"));
    let scope = |report: &Report| report.title().replace(&report.publisher.full_name, "");
    let same_year = old.year == new.year;
    [
        differ("发布主体", old.publisher.full_name.clone(), new.publisher.full_name.clone()),
        differ("预算年度", old.year.to_string(), new.year.to_string()),
        if same_year { differ("公开范围", scope(old), scope(new)) } else { None },
        differ("地区方案", old.region.clone(), new.region.clone()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

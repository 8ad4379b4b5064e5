//! Where on the pages a changed figure stands: under which heading, on which pages of the new document.

use std::ops::RangeInclusive;

use super::figures::{FigureChange, Mark, Part, Printed, Site};
use super::pages::{page_texts, pages};
use crate::typeset::Layout;
use crate::typeset::layout::sheet::bare;

/// Characters by which the beginning and the end of a text are found.
const PROBE: usize = 12;

/// 所在位置。
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Where {
    /// The headings of a figure in prose, such as `九、其他重要事项的情况说明` and `（二）政府采购预算情况`; in the old
    /// document if the figure is gone. The table's own of a cell.
    pub headings: Vec<String>,
    /// Pages of the new document, by position from 1; none if the figure is gone.
    pub pages: Vec<usize>,
    /// Page and height, in hundredths of a point, by which places are put in order; of a cell those of its table.
    pub at: (usize, i64),
}

/// A change and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// What changed.
    pub change: FigureChange,
    /// Where; empty without pages.
    pub place: Where,
}

/// Looks the changes up on the pages of both documents.
#[must_use]
pub fn locate(changes: Vec<FigureChange>, old: &Layout, new: &Layout) -> Vec<Located> {
    let changed = pages(old, new).changed;
    let documents = [old, new].map(|layout| Document { layout, texts: page_texts(layout) });
    let [old, new] = &documents;
    let located = |change: FigureChange| {
        let place = match (&change.new, &change.old) {
            (Some(after), _) => new.find(after, &changed),
            (None, Some(before)) => Where { pages: Vec::new(), ..old.find(before, &[]) },
            (None, None) => Where::default(),
        };
        Located { change, place }
    };
    let mut all: Vec<_> = changes.into_iter().map(located).collect();
    // The report's members are not in the order of its sentences. The sort is stable: cells stay in theirs.
    all.sort_by_key(|Located { change, place }| {
        let at = if matches!(change.site(), Some(Site::Prose(Part::Cover)) | None) { (0, 0) } else { place.at };
        (change.new.is_none(), at)
    });
    all
}

/// Hundredths of a point.
#[expect(clippy::cast_possible_truncation, reason = "a page is some hundred points high; beyond it, the foot")]
fn height_key(points: f64) -> i64 {
    (points * 100.0) as i64
}

struct Document<'l> {
    layout: &'l Layout,
    texts: Vec<String>,
}

impl Document<'_> {
    fn find(&self, printed: &Printed, changed: &[usize]) -> Where {
        let place = match (&printed.site, &printed.mark) {
            (Site::Cell { number, .. }, _) => self.in_table(*number, None, printed, changed),
            (Site::Form { number, name, .. }, _) => self.in_table(*number, name.as_deref(), printed, changed),
            (Site::Prose(_), Some(Mark::Own(id))) => self.at_marks(id),
            (Site::Prose(part), mark) => self.in_prose(*part, &printed.text, mark.as_ref(), changed),
        };
        let mut pages = place.pages;
        pages.sort_unstable();
        pages.dedup();
        Where { pages, ..place }
    }

    fn at_marks(&self, id: &str) -> Where {
        let mut marks = self.layout.marks.iter().filter(|mark| mark.id == id).peekable();
        let headings = marks.peek().map(|mark| self.headings(mark.page, mark.y)).unwrap_or_default();
        let at = marks.peek().map_or((0, 0), |mark| (mark.page, height_key(mark.y)));
        Where { headings, pages: marks.map(|mark| mark.page).collect(), at }
    }

    /// The pages of the table that print the text and differ; else those that differ.
    fn in_table(&self, number: u32, form: Option<&str>, printed: &Printed, changed: &[usize]) -> Where {
        let Some(at) = self.layout.table(number) else { return Where::default() };
        let headings = &self.layout.headings;
        // The form of a project begins under a heading of its own, on whatever page the one before it ends.
        let form = form.and_then(|name| {
            let within = headings[at + 1..].iter().take_while(|heading| heading.level > 2);
            within.into_iter().position(|heading| heading.text.ends_with(name)).map(|place| at + 1 + place)
        });
        let own = match form {
            Some(form) => {
                let next = headings.get(form + 1).map_or(self.layout.pages.len(), |next| {
                    if next.level > 2 { next.page } else { (next.page - 1).max(headings[form].page) }
                });
                headings[form].page..=next
            }
            None => self.pages_from(at, 2),
        };
        let differing: Vec<_> = own.clone().filter(|page| changed.contains(page)).collect();
        let wanted = bare(&printed.text);
        let shows = |page: &usize| {
            let cells = &self.layout.pages[page - 1].texts;
            cells.iter().any(|text| bare(&text.text) == wanted)
        };
        let says = |page: &usize| self.texts[page - 1].contains(&wanted);
        let among = |holds: &dyn Fn(&usize) -> bool| differing.iter().copied().filter(holds).collect::<Vec<_>>();
        let pages = [among(&shows), among(&says), differing.clone(), own.collect()];
        let pages = pages.into_iter().find(|pages| !pages.is_empty()).unwrap_or_default();
        let order = (headings[at].page, height_key(headings[at].y));
        let headings = [Some(at), form].into_iter().flatten().map(|at| headings[at].text.clone()).collect();
        Where { headings, pages, at: order }
    }

    /// Where the part prints the text, or beside a figure of its clause; else the part, for a word that stands anywhere.
    fn in_prose(&self, part: Part, text: &str, mark: Option<&Mark>, changed: &[usize]) -> Where {
        let own = self.pages_of(part);
        let beside = match mark {
            Some(Mark::Beside(id)) => Some(self.at_marks(id)).filter(|place| !place.pages.is_empty()),
            _ => None,
        };
        let wanted: Vec<char> = bare(text).chars().collect();
        let head: String = wanted.iter().take(PROBE).collect();
        let tail: String = wanted.iter().skip(wanted.len().saturating_sub(PROBE)).collect();
        let near = |page: &usize| match &beside {
            Some(beside) => beside.pages.iter().any(|mark| mark.abs_diff(*page) <= 1),
            None => true,
        };
        let holding = |probe: &str| -> Vec<usize> {
            own.iter().copied().filter(|page| near(page) && self.texts[page - 1].contains(probe)).collect()
        };
        let only_changed = |pages: Vec<usize>| {
            let both: Vec<_> = pages.iter().copied().filter(|page| changed.contains(page)).collect();
            if both.is_empty() { pages } else { both }
        };
        let (heads, tails) = if wanted.len() > 2 { (holding(&head), holding(&tail)) } else { Default::default() };
        let printed = match (heads.as_slice(), tails.as_slice()) {
            // A paragraph may go on over pages.
            ([first], [last]) => only_changed((*first..=*last).collect()),
            _ => only_changed(heads.into_iter().chain(tails).collect()),
        };
        match (beside, printed.first()) {
            (Some(beside), None) => Where { pages: only_changed(beside.pages), ..beside },
            (Some(beside), Some(_)) => Where { pages: printed, ..beside },
            (None, Some(page)) => {
                let height = self.height(*page, &head);
                Where { headings: self.headings(*page, height), at: (*page, height_key(height)), pages: printed }
            }
            (None, None) => {
                let pages = own.into_iter().filter(|page| changed.contains(page)).collect();
                let heading = self.parts(part).next().map(|at| &self.layout.headings[at]);
                Where {
                    headings: heading.map(|heading| heading.text.clone()).into_iter().collect(),
                    pages,
                    at: heading.map_or((0, 0), |heading| (heading.page, height_key(heading.y))),
                }
            }
        }
    }

    /// How far down the page a text begins; at its foot if it is not found there.
    fn height(&self, page: usize, probe: &str) -> f64 {
        let Some(at) = self.texts[page - 1].find(probe) else { return f64::MAX };
        let mut length = 0;
        for text in &self.layout.pages[page - 1].texts {
            length += bare(&text.text).len();
            if length > at {
                return text.baseline;
            }
        }
        f64::MAX
    }

    /// The headings above a place: of level 2 and 3; the part's if there is none.
    fn headings(&self, page: usize, y: f64) -> Vec<String> {
        let mut above: Vec<(usize, &str)> = Vec::new();
        for heading in self.layout.headings.iter().filter(|heading| (heading.page, heading.y) <= (page, y)) {
            above.retain(|(level, _)| *level < heading.level);
            above.push((heading.level, &heading.text));
        }
        if above.len() > 1 {
            above.remove(0);
        }
        above.into_iter().map(|(_, text)| text.to_owned()).collect()
    }

    /// From the heading to the page before the next of its level or above, which begins a page.
    fn pages_from(&self, at: usize, level: usize) -> RangeInclusive<usize> {
        let headings = &self.layout.headings;
        let next = headings[at + 1..].iter().find(|heading| heading.level <= level);
        let last = next.map_or(self.layout.pages.len(), |next| (next.page - 1).max(headings[at].page));
        headings[at].page..=last
    }

    /// The pages of a part, which may consist of several; all of what stands all over the document.
    fn pages_of(&self, part: Part) -> Vec<usize> {
        let pages: Vec<usize> = self.parts(part).flat_map(|at| self.pages_from(at, 1)).collect();
        if pages.is_empty() { (1..=self.layout.pages.len()).collect() } else { pages }
    }

    /// The headings of a part.
    fn parts(&self, part: Part) -> impl Iterator<Item = usize> {
        part.content().into_iter().flat_map(|content| self.layout.parts(content))
    }
}

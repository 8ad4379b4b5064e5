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
    changes.into_iter().map(located).collect()
}

struct Document<'l> {
    layout: &'l Layout,
    texts: Vec<String>,
}

impl Document<'_> {
    fn find(&self, printed: &Printed, changed: &[usize]) -> Where {
        let place = match (&printed.site, &printed.mark) {
            (Site::Cell { number, .. } | Site::Form { number, .. }, _) => self.in_table(*number, printed, changed),
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
        Where { headings, pages: marks.map(|mark| mark.page).collect() }
    }

    /// The pages of the table that print the text and differ; else those that differ.
    fn in_table(&self, number: u32, printed: &Printed, changed: &[usize]) -> Where {
        let start = format!("表{number}　");
        let Some(at) = self.layout.headings.iter().position(|found| found.level == 2 && found.text.starts_with(&start))
        else {
            return Where::default();
        };
        let own = self.pages_from(at, 2);
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
        Where { headings: vec![self.layout.headings[at].text.clone()], pages }
    }

    /// Where the part prints the text; else beside the figure before it.
    fn in_prose(&self, part: Part, text: &str, mark: Option<&Mark>, changed: &[usize]) -> Where {
        let own = self.pages_of(part);
        let wanted: Vec<char> = bare(text).chars().collect();
        let head: String = wanted.iter().take(PROBE).collect();
        let tail: String = wanted.iter().skip(wanted.len().saturating_sub(PROBE)).collect();
        let holding =
            |probe: &str| -> Vec<usize> { own.clone().filter(|page| self.texts[page - 1].contains(probe)).collect() };
        let (heads, tails) = (holding(&head), holding(&tail));
        let differing: Vec<_> = own.clone().filter(|page| changed.contains(page)).collect();
        // One word alone, such as 增加, stands anywhere.
        if wanted.len() > 2
            && let (Some(first), Some(last)) = (heads.first(), tails.last())
        {
            let spread = heads.len() > 1 || tails.len() > 1;
            let printed: Vec<usize> =
                if spread { heads.iter().chain(&tails).copied().collect() } else { (*first..=*last).collect() };
            let both: Vec<_> = printed.iter().copied().filter(|page| differing.contains(page)).collect();
            let page = both.first().or(printed.first()).copied().unwrap_or(*first);
            return Where {
                headings: self.headings(page, self.height(page, &head)),
                pages: if both.is_empty() { printed } else { both },
            };
        }
        if let Some(Mark::Before(id)) = mark {
            let beside = self.at_marks(id);
            let pages: Vec<_> = beside.pages.iter().copied().filter(|page| changed.contains(page)).collect();
            if !beside.headings.is_empty() {
                return Where { pages: if pages.is_empty() { beside.pages } else { pages }, ..beside };
            }
        }
        let headings = own.clone().next().map(|page| self.headings(page, f64::MAX)).unwrap_or_default();
        Where { headings: headings.into_iter().take(1).collect(), pages: differing }
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

    fn pages_of(&self, part: Part) -> RangeInclusive<usize> {
        let title = match part {
            Part::Cover => return 1..=self.layout.pages.len(),
            Part::Overview => "第一部分",
            Part::Narrative => "第三部分",
            Part::Glossary => "第四部分",
        };
        let at = self.layout.headings.iter().position(|found| found.level == 1 && found.text.starts_with(title));
        at.map_or(1..=self.layout.pages.len(), |at| self.pages_from(at, 1))
    }
}

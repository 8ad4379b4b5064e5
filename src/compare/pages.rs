//! Level 3: the pages that show it.

use crate::typeset::Layout;
use crate::typeset::layout::sheet::bare;

/// 变化的页。
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// Positions from 1 of the new document's pages whose text is not that of the old one's page at the same position.
    pub changed: Vec<usize>,
    /// How many pages the old document has.
    pub old_count: usize,
    /// How many pages the new document has.
    pub new_count: usize,
}

impl Pages {
    /// How many pages at the end of the old document the new one no longer has.
    #[must_use]
    pub fn gone(&self) -> usize {
        self.old_count.saturating_sub(self.new_count)
    }

    /// Whether every page says what it said.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.gone() == 0
    }
}

/// What each page says, in the order it is drawn, without white space and joiners: readers guess them, and where lines
/// break says nothing.
#[must_use]
pub fn page_texts(layout: &Layout) -> Vec<String> {
    layout.pages.iter().map(|page| page.texts.iter().map(|text| bare(&text.text)).collect()).collect()
}

/// Compares page by page; a page that was added differs.
#[must_use]
pub fn pages(old: &Layout, new: &Layout) -> Pages {
    let (old, new) = (page_texts(old), page_texts(new));
    let differs = |position: &usize| old.get(position - 1) != new.get(position - 1);
    Pages { changed: (1..=new.len()).filter(differs).collect(), old_count: old.len(), new_count: new.len() }
}

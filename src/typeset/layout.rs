//! What the pages hold, in plain types.

use typst_layout::PagedDocument;

/// 版面。
#[derive(Debug, Clone, Default)]
pub struct Layout {}

impl Layout {
    pub(super) fn of(_: &PagedDocument) -> Self {
        Self {}
    }
}

//! What the rules on pages see, for pages that are not those of the document.

use crate::check::rules::{heading_at_foot, table_beyond_margins};
use crate::typeset::Layout;
use crate::typeset::layout::Heading;
use crate::typeset::layout::sheet::Sheet;

/// GK604: the headings below which their page holds nothing.
#[must_use]
pub fn headings_at_foot(layout: &Layout) -> Vec<&Heading> {
    heading_at_foot::at_foot(layout)
}

/// GK605: the pages, from 1, with a table wider than the type area.
#[must_use]
pub fn pages_beyond_margins(layout: &Layout) -> Vec<usize> {
    let beyond = |sheet: &Sheet<'_>| table_beyond_margins::beyond(*sheet).is_some();
    Sheet::all(layout).into_iter().filter(beyond).map(|sheet| sheet.position).collect()
}

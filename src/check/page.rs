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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{heading, page, text};
    use crate::typeset::layout::Area;

    #[test]
    fn pages_are_judged_without_a_document() {
        let mut table = page(vec![text("合计", 100.0, 300.0)]);
        table.lines.push(Area { x: 79.4, y: 300.0, width: 470.0, height: 0.0 });
        let lone = page(vec![text("更正对照表", 100.0, 500.0)]);
        let headings = vec![heading(2, "更正对照表", 2, 495.0)];
        let layout = Layout { pages: vec![table, lone], headings, ..Layout::default() };
        assert_eq!(pages_beyond_margins(&layout), [1]);
        assert_eq!(headings_at_foot(&layout).len(), 1);
    }
}

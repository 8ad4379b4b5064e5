//! What the rules on pages find on those of the notice.
//!
//! The rules speak of the document and look places up in its data; the notice has its own words. What is an error there
//! (GK601 to GK603) stops the notice, what is a warning there (GK604, GK605) is told.

use crate::check::page;
use crate::typeset::Layout;

/// Why the pages must not be published.
pub(super) fn faults(layout: &Layout) -> Vec<String> {
    let missing = layout.missing_glyphs.iter();
    let missing = missing.map(|missing| format!("字体中没有“{}”（“{}”）", missing.character, missing.near));
    let outside = layout.outside_page.iter();
    let outside = outside.map(|outside| format!("第 {} 页文字超出页面（“{}”）", outside.page, outside.text));
    let over = layout.overprints.iter();
    let over = over.map(|over| format!("第 {} 页文字重叠（“{}”）", over.page, over.text));
    missing.chain(outside).chain(over).collect()
}

/// What a person should look at.
pub(super) fn warnings(layout: &Layout) -> Vec<String> {
    let foot = page::headings_at_foot(layout).into_iter();
    let foot = foot.map(|heading| format!("警告：更正说明第 {} 页的最后一行是标题“{}”", heading.page, heading.text));
    let wide = page::pages_beyond_margins(layout).into_iter();
    foot.chain(wide.map(|page| format!("警告：更正说明第 {page} 页的表格超出版心"))).collect()
}

//! The rules, one file each, and their registry.

mod contents_differ;
mod figure_lost;
mod heading_at_foot;
mod income_unbalanced;
mod lone_row;
mod missing_glyph;
mod note_contradicts_table;
mod plan_costs_differ;
mod table_beyond_margins;
mod text_outside_page;
mod text_overprinted;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[
    &plan_costs_differ::RULE,
    &income_unbalanced::RULE,
    &missing_glyph::RULE,
    &text_outside_page::RULE,
    &text_overprinted::RULE,
    &heading_at_foot::RULE,
    &table_beyond_margins::RULE,
    &note_contradicts_table::RULE,
    &lone_row::RULE,
    &contents_differ::RULE,
    &figure_lost::RULE,
];

/// The beginning of a text of the pages, for messages.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 24;
    let mut shown: String = text.chars().take(SHOWN).map(crate::diagnostic::visible).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

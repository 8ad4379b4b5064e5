//! The rules, one file each, and their registry.

mod approval_after_publication;
mod approval_in_other_year;
mod asset_amount_wrong;
mod assets_after_publication;
mod assets_out_of_date;
mod civil_service_like_exceeds;
mod contents_differ;
mod cost_basis_differs;
mod cost_repeated;
mod empty_record;
mod figure_lost;
mod fund_repeated;
mod heading_at_foot;
mod headquarters_count;
mod history_overspent;
mod history_year_wrong;
mod income_repeated;
mod income_unbalanced;
mod indicator_in_wrong_kind;
mod indicator_kinds_missing;
mod indicator_repeated;
mod lone_row;
mod missing_glyph;
mod note_contradicts_table;
mod office_repeated;
mod percent_above_hundred;
mod percent_sign_missing;
mod plan_costs_differ;
mod plan_outside_year;
mod plan_period_reversed;
mod previous_income_differs;
mod previous_part_exceeds_whole;
mod procurement_amount_wrong;
mod procurement_kind_differs;
mod repeated_line;
mod reserved_amount_wrong;
mod staff_exceeds_authorized;
mod table_beyond_margins;
mod target_always_met;
mod text_outside_page;
mod text_overprinted;
mod total_budget_too_small;
mod unit_code_foreign;
mod unit_kind_without_staff;
mod unit_name_repeated;
mod unit_without_staff;
mod zero_line;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[
    &zero_line::RULE,
    &repeated_line::RULE,
    &civil_service_like_exceeds::RULE,
    &staff_exceeds_authorized::RULE,
    &unit_kind_without_staff::RULE,
    &unit_without_staff::RULE,
    &headquarters_count::RULE,
    &unit_code_foreign::RULE,
    &unit_name_repeated::RULE,
    &office_repeated::RULE,
    &procurement_amount_wrong::RULE,
    &reserved_amount_wrong::RULE,
    &fund_repeated::RULE,
    &procurement_kind_differs::RULE,
    &asset_amount_wrong::RULE,
    &empty_record::RULE,
    &plan_period_reversed::RULE,
    &plan_outside_year::RULE,
    &total_budget_too_small::RULE,
    &history_year_wrong::RULE,
    &plan_costs_differ::RULE,
    &history_overspent::RULE,
    &cost_basis_differs::RULE,
    &cost_repeated::RULE,
    &percent_above_hundred::RULE,
    &indicator_repeated::RULE,
    &target_always_met::RULE,
    &percent_sign_missing::RULE,
    &indicator_kinds_missing::RULE,
    &indicator_in_wrong_kind::RULE,
    &previous_part_exceeds_whole::RULE,
    &previous_income_differs::RULE,
    &approval_after_publication::RULE,
    &approval_in_other_year::RULE,
    &income_repeated::RULE,
    &assets_after_publication::RULE,
    &assets_out_of_date::RULE,
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

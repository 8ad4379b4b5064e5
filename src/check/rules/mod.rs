//! The rules, one file each, and their registry.

mod absence_note_of_other_table;
mod absence_of_filled_table;
mod absence_without_effect;
mod administrative_unit_earns;
mod approval_after_publication;
mod approval_in_other_year;
mod approved_total_differs;
mod asset_amount_wrong;
mod assets_after_publication;
mod assets_exceed_lines;
mod assets_out_of_date;
mod body_twice;
mod carried_over_lines_exceed_income;
mod cars_to_buy_differ;
mod catalogue_code_malformed;
mod catalogue_names_differ;
mod change_unexplained;
mod civil_service_like_exceeds;
mod contents_differ;
mod correction_before_publication;
mod cost_basis_differs;
mod cost_repeated;
mod doubled_punctuation;
mod duties_missing;
mod empty_record;
mod figure_lost;
mod figure_out_of_scale;
mod figure_without_fact;
mod full_width_letter;
mod function_against_kind;
mod function_against_unit;
mod function_listed_in_vain;
mod fund_repeated;
mod half_width_punctuation;
pub(super) mod heading_at_foot;
mod headquarters_count;
mod history_of_new_project;
mod history_out_of_scale;
mod history_overspent;
mod history_year_wrong;
mod hollow_text;
mod income_repeated;
mod income_unbalanced;
mod indicator_in_wrong_kind;
mod indicator_kinds_missing;
mod indicator_repeated;
mod indicator_targets_differ;
mod last_year_differs;
mod lines_copied;
mod lone_row;
mod missing_glyph;
mod nature_against_class;
mod note_contradicts_table;
mod office_repeated;
mod offices_missing;
mod operating_cost_exceeds_public;
mod origin_contradicts_fund;
mod other_written_qita;
mod override_unnecessary;
mod pay_without_staff;
mod pension_without_retired;
mod percent_above_hundred;
mod percent_sign_missing;
mod performance_incomplete;
mod performance_missing;
mod personal_number;
mod phone_malformed;
mod placeholder_left;
mod plan_costs_differ;
mod plan_outside_year;
mod plan_period_reversed;
mod plan_unit_without_money;
mod plan_without_indicators;
mod previous_figure_missing;
mod previous_income_differs;
mod previous_part_exceeds_whole;
mod previous_year_missing;
mod printed_totals_differ;
mod procured_asset_mismatch;
mod procured_service_missing;
mod procurement_amount_wrong;
mod procurement_exceeds_lines;
mod procurement_kind_differs;
mod project_names_equal;
mod project_without_money;
mod project_without_plan;
mod published_in_another_year;
mod published_late;
mod punctuation_at_end;
mod reason_unprinted;
mod repeated_line;
mod reserved_amount_wrong;
mod services_exceed_lines;
mod short_name_of_another;
mod sibling_names_equal;
mod staff_exceeds_authorized;
mod state_assets_missing;
mod stray_space;
mod subject_name_differs;
mod subject_named_as_parent;
mod subject_named_twice;
mod subject_unused;
mod subject_words_mixed;
mod subjects_do_not_pair;
pub(super) mod table_beyond_margins;
mod target_always_met;
mod template_residue;
mod template_words_repeated;
mod term_explained_twice;
mod text_copied;
mod text_cut_off;
mod text_outside_page;
mod text_overprinted;
mod text_repeated;
mod three_public_below_lines;
mod total_budget_too_small;
mod unit_code_foreign;
mod unit_code_in_two_departments;
mod unit_duties_missing;
mod unit_kind_without_staff;
mod unit_name_repeated;
mod unit_without_staff;
mod vehicle_purchase_without_count;
mod vehicle_running_without_vehicles;
mod vehicles_kept_exceed_assets;
mod wan_without_yuan;
mod wrong_word;
mod year_of_its_own;
mod year_out_of_place;
mod years_identical;
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
    &history_of_new_project::RULE,
    &percent_above_hundred::RULE,
    &indicator_repeated::RULE,
    &target_always_met::RULE,
    &percent_sign_missing::RULE,
    &indicator_kinds_missing::RULE,
    &indicator_in_wrong_kind::RULE,
    &indicator_targets_differ::RULE,
    &previous_part_exceeds_whole::RULE,
    &previous_income_differs::RULE,
    &approval_after_publication::RULE,
    &approval_in_other_year::RULE,
    &income_repeated::RULE,
    &assets_after_publication::RULE,
    &assets_out_of_date::RULE,
    &correction_before_publication::RULE,
    &income_unbalanced::RULE,
    &approved_total_differs::RULE,
    &procurement_exceeds_lines::RULE,
    &services_exceed_lines::RULE,
    &assets_exceed_lines::RULE,
    &procured_service_missing::RULE,
    &procured_asset_mismatch::RULE,
    &vehicle_purchase_without_count::RULE,
    &vehicles_kept_exceed_assets::RULE,
    &vehicle_running_without_vehicles::RULE,
    &cars_to_buy_differ::RULE,
    &override_unnecessary::RULE,
    &operating_cost_exceeds_public::RULE,
    &three_public_below_lines::RULE,
    &plan_unit_without_money::RULE,
    &project_without_money::RULE,
    &absence_of_filled_table::RULE,
    &absence_note_of_other_table::RULE,
    &absence_without_effect::RULE,
    &pension_without_retired::RULE,
    &pay_without_staff::RULE,
    &administrative_unit_earns::RULE,
    &origin_contradicts_fund::RULE,
    &carried_over_lines_exceed_income::RULE,
    &printed_totals_differ::RULE,
    &change_unexplained::RULE,
    &reason_unprinted::RULE,
    &project_without_plan::RULE,
    &published_late::RULE,
    &published_in_another_year::RULE,
    &previous_year_missing::RULE,
    &previous_figure_missing::RULE,
    &state_assets_missing::RULE,
    &performance_missing::RULE,
    &performance_incomplete::RULE,
    &plan_without_indicators::RULE,
    &duties_missing::RULE,
    &unit_duties_missing::RULE,
    &offices_missing::RULE,
    &subject_name_differs::RULE,
    &subject_named_as_parent::RULE,
    &subject_named_twice::RULE,
    &subject_unused::RULE,
    &subjects_do_not_pair::RULE,
    &nature_against_class::RULE,
    &function_against_kind::RULE,
    &function_against_unit::RULE,
    &function_listed_in_vain::RULE,
    &term_explained_twice::RULE,
    &project_names_equal::RULE,
    &catalogue_names_differ::RULE,
    &catalogue_code_malformed::RULE,
    &short_name_of_another::RULE,
    &sibling_names_equal::RULE,
    &placeholder_left::RULE,
    &template_residue::RULE,
    &hollow_text::RULE,
    &text_cut_off::RULE,
    &doubled_punctuation::RULE,
    &half_width_punctuation::RULE,
    &other_written_qita::RULE,
    &punctuation_at_end::RULE,
    &wan_without_yuan::RULE,
    &year_out_of_place::RULE,
    &figure_without_fact::RULE,
    &subject_words_mixed::RULE,
    &text_repeated::RULE,
    &personal_number::RULE,
    &wrong_word::RULE,
    &stray_space::RULE,
    &phone_malformed::RULE,
    &template_words_repeated::RULE,
    &full_width_letter::RULE,
    &missing_glyph::RULE,
    &text_outside_page::RULE,
    &text_overprinted::RULE,
    &heading_at_foot::RULE,
    &table_beyond_margins::RULE,
    &note_contradicts_table::RULE,
    &lone_row::RULE,
    &contents_differ::RULE,
    &figure_lost::RULE,
    &figure_out_of_scale::RULE,
    &years_identical::RULE,
    &history_out_of_scale::RULE,
    &year_of_its_own::RULE,
    &body_twice::RULE,
    &unit_code_in_two_departments::RULE,
    &text_copied::RULE,
    &lines_copied::RULE,
    &last_year_differs::RULE,
];

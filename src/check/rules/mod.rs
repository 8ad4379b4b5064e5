//! The rules, one file each, and their registry.

mod body_twice;
mod catalogue_code_malformed;
mod catalogue_names_differ;
mod change_unexplained;
mod duties_missing;
mod figure_out_of_scale;
mod function_against_kind;
mod function_against_unit;
mod function_listed_in_vain;
mod history_out_of_scale;
mod income_unbalanced;
mod last_year_differs;
mod lines_copied;
mod nature_against_class;
mod offices_missing;
mod performance_incomplete;
mod performance_missing;
mod plan_costs_differ;
mod plan_without_indicators;
mod previous_figure_missing;
mod previous_year_missing;
mod project_names_equal;
mod project_without_plan;
mod published_before_approval;
mod published_in_another_year;
mod published_late;
mod purchase_kind_against_code;
mod reason_unprinted;
mod short_name_of_another;
mod sibling_names_equal;
mod state_assets_missing;
mod subject_name_differs;
mod subject_named_as_parent;
mod subject_named_twice;
mod subject_unused;
mod subjects_do_not_pair;
mod term_explained_twice;
mod text_copied;
mod unit_code_in_two_departments;
mod unit_code_outside_department;
mod unit_duties_missing;
mod unit_names_equal;
mod year_of_its_own;
mod years_identical;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[
    &plan_costs_differ::RULE,
    &income_unbalanced::RULE,
    &change_unexplained::RULE,
    &reason_unprinted::RULE,
    &project_without_plan::RULE,
    &published_late::RULE,
    &published_before_approval::RULE,
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
    &purchase_kind_against_code::RULE,
    &unit_names_equal::RULE,
    &unit_code_outside_department::RULE,
    &short_name_of_another::RULE,
    &sibling_names_equal::RULE,
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

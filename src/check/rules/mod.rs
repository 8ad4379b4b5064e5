//! The rules, one file each, and their registry.

mod change_unexplained;
mod duties_missing;
mod income_unbalanced;
mod offices_missing;
mod performance_incomplete;
mod performance_missing;
mod plan_costs_differ;
mod plan_without_indicators;
mod previous_figure_missing;
mod previous_year_missing;
mod project_without_plan;
mod published_before_approval;
mod published_in_another_year;
mod published_late;
mod reason_unprinted;
mod state_assets_missing;
mod unit_duties_missing;

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
];

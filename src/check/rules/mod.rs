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
mod carried_over_lines_exceed_income;
mod cars_to_buy_differ;
mod civil_service_like_exceeds;
mod cost_basis_differs;
mod cost_repeated;
mod empty_record;
mod fund_repeated;
mod headquarters_count;
mod history_overspent;
mod history_year_wrong;
mod income_repeated;
mod income_unbalanced;
mod indicator_in_wrong_kind;
mod indicator_kinds_missing;
mod indicator_repeated;
mod office_repeated;
mod operating_cost_exceeds_public;
mod origin_contradicts_fund;
mod override_unnecessary;
mod pay_without_staff;
mod pension_without_retired;
mod percent_above_hundred;
mod percent_sign_missing;
mod plan_costs_differ;
mod plan_outside_year;
mod plan_period_reversed;
mod plan_unit_without_money;
mod previous_income_differs;
mod previous_part_exceeds_whole;
mod procured_asset_mismatch;
mod procured_service_missing;
mod procurement_amount_wrong;
mod procurement_exceeds_lines;
mod procurement_kind_differs;
mod project_without_money;
mod repeated_line;
mod reserved_amount_wrong;
mod services_exceed_lines;
mod staff_exceeds_authorized;
mod target_always_met;
mod three_public_below_lines;
mod total_budget_too_small;
mod unit_code_foreign;
mod unit_kind_without_staff;
mod unit_name_repeated;
mod unit_without_staff;
mod vehicle_purchase_without_count;
mod vehicle_running_without_vehicles;
mod vehicles_kept_exceed_assets;
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
];

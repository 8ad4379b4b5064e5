//! The rules, one file each, and their registry.

mod absence_note_of_other_table;
mod absence_of_filled_table;
mod absence_without_effect;
mod administrative_unit_earns;
mod approved_total_differs;
mod assets_exceed_lines;
mod carried_over_lines_exceed_income;
mod cars_to_buy_differ;
mod income_unbalanced;
mod operating_cost_exceeds_public;
mod origin_contradicts_fund;
mod override_unnecessary;
mod pay_without_staff;
mod pension_without_retired;
mod plan_costs_differ;
mod plan_unit_without_money;
mod procured_asset_mismatch;
mod procured_service_missing;
mod procurement_exceeds_lines;
mod project_without_money;
mod services_exceed_lines;
mod three_public_below_lines;
mod vehicle_purchase_without_count;
mod vehicle_running_without_vehicles;
mod vehicles_kept_exceed_assets;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[
    &plan_costs_differ::RULE,
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

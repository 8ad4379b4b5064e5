//! The rules, one file each, and their registry.

mod income_unbalanced;
mod plan_costs_differ;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[&plan_costs_differ::RULE, &income_unbalanced::RULE];

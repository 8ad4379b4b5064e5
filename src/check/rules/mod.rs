//! The rules, one file each, and their registry.

mod doubled_punctuation;
mod figure_without_fact;
mod full_width_letter;
mod half_width_punctuation;
mod hollow_text;
mod income_unbalanced;
mod other_written_qita;
mod personal_number;
mod phone_malformed;
mod placeholder_left;
mod plan_costs_differ;
mod punctuation_at_end;
mod stray_space;
mod subject_words_mixed;
mod template_residue;
mod template_words_repeated;
mod text_cut_off;
mod text_repeated;
mod wan_without_yuan;
mod wrong_word;
mod year_out_of_place;

use super::Rule;

/// 全部规则。In the order of their codes; a code is never given to another rule.
pub static RULES: &[&Rule] = &[
    &plan_costs_differ::RULE,
    &income_unbalanced::RULE,
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
];

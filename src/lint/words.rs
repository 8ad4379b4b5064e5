//! The words of a profile: what the sentences look up must be there.

use super::{Linted, Problems};
use crate::diagnostic::code;
use crate::model::Fund;
use crate::reference::Word;

const FISCAL: &[&str] = &["general_public_budget", "government_fund", "state_capital_budget"];

/// The dictionaries of components/words.typ, with the keywords that reports hold.
fn dictionaries() -> Vec<(&'static str, Vec<&'static str>)> {
    let funds: Vec<_> = Fund::ALL.iter().map(|fund| fund.key()).chain(["carried_over"]).collect();
    vec![
        ("verbs", vec!["increase", "decrease"]),
        ("percent_verbs", vec!["increase", "decrease"]),
        ("basis", vec!["budget", "adjusted_budget", "execution", "final_accounts"]),
        ("income", funds.clone()),
        ("source", funds),
        ("fiscal", FISCAL.to_vec()),
        (
            "expenditure",
            vec![
                "basic",
                "project",
                "business_operation",
                "remittance_to_superior",
                "subsidy_to_affiliate",
                "year_end_carry_over",
            ],
        ),
        ("procurement", vec!["goods", "works", "services"]),
        (
            "vehicles",
            vec![
                "leaders",
                "confidential",
                "emergency",
                "law_enforcement",
                "special_technical",
                "retired_cadres",
                "other",
            ],
        ),
        ("staff", vec!["administrative", "institutional", "worker"]),
        ("unit_kinds", vec!["administrative", "institutional", "other"]),
    ]
}

/// Single words that the components look up.
const TEXTS: &[&str] = &["finance", "arranger", "because", "base_zero", "rounding"];

/// Sentences of the 更正说明.
const NOTICE: &[&str] = &["title", "opening", "tables", "sections", "figures", "texts_only", "closing", "columns"];

pub(super) fn lint(of: &Linted<'_>, problems: &mut Problems) {
    let words = &of.region.words;
    for (name, keywords) in dictionaries() {
        let dictionary = match words.0.get(name) {
            Some(Word::Dictionary(dictionary)) => dictionary,
            _ => {
                problems.error(
                    &["words", name],
                    code::PROFILE_WORD,
                    format!("缺少用语 [words.{name}]"),
                    "正文要用它写出程序给出的代码；沿用全国方案（extends）时不必重写",
                );
                continue;
            }
        };
        for keyword in keywords.iter().filter(|keyword| !dictionary.contains_key(**keyword)) {
            problems.error(
                &["words", name],
                code::PROFILE_WORD,
                format!("[words.{name}] 缺少 {keyword} 的写法"),
                format!("写明 {keyword} = \"……\""),
            );
        }
        for keyword in dictionary.keys().filter(|keyword| !keywords.contains(&keyword.as_str())) {
            problems.warning(
                &["words", name, keyword],
                code::PROFILE_UNUSED,
                format!("[words.{name}] 中的 {keyword} 没有用处"),
                format!("可用的代码：{}", keywords.join("、")),
            );
        }
    }
    for name in TEXTS.iter().filter(|name| words.text(name).is_none()) {
        problems.error(
            &["words", name],
            code::PROFILE_WORD,
            format!("缺少用语 words.{name}"),
            format!("在 [words] 中写明 {name} = \"……\""),
        );
    }
    for name in NOTICE.iter().filter(|name| !of.region.notice.contains_key(**name)) {
        problems.error(
            &["notice", name],
            code::PROFILE_WORD,
            format!("更正说明缺少 {name}"),
            format!("在 [notice] 中写明 {name}"),
        );
    }
    for name in of.region.notice.keys().filter(|name| !NOTICE.contains(&name.as_str())) {
        problems.warning(
            &["notice", name],
            code::PROFILE_UNUSED,
            format!("[notice] 中的 {name} 没有用处"),
            format!("可用的名称：{}", NOTICE.join("、")),
        );
    }
    for (fund, label) in
        FISCAL.iter().map(|key| (*key, of.region.fiscal_labels.iter().find(|(fund, _)| fund.key() == *key)))
    {
        if label.is_none() {
            problems.error(
                &["fiscal_labels"],
                code::PROFILE_WORD,
                format!("[fiscal_labels] 缺少 {fund} 的写法，财政拨款收支总表少一行"),
                format!("写明 {fund} = \"……\""),
            );
        }
    }
}

//! A subject whose stated name is not that of the catalogue.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{LocalSubject, Pointer};
use crate::reference::{Catalogue, Subject};

rule! {
    /// # 检查内容
    ///
    /// subjects 中写明的科目名称，与当年政府收支分类科目的名称一致；全角、半角括号和空格不同的视为一致。科目表中没有或未经核实的科目不检查。科目表的名称没有预算年度前后的文本可证的，只作警告。
    ///
    /// # 依据
    ///
    /// 同一编码只有一个名称；已公开文本中有沿用旧名（医疗卫生与计划生育支出）、名称错用上级科目、“其它”代“其他”的实例（domain.md R24、F16、F17、F18）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.functional = [{"code": "210", "name": "医疗卫生与计划生育支出"}]
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic[0].name = "公务员医疗补助"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// subjects.economic[1].name = "维修(护)费"
    /// ```
    "GK401", "科目名称与科目表不符", Error, Facts
}

/// How one list of `subjects` is looked up: its key, its subjects by code, and the codes that bear a name.
struct Table<'a> {
    key: &'static str,
    subjects: &'a [LocalSubject],
    named: fn(&'a Catalogue, &str) -> Option<&'a Subject>,
    others: Vec<(&'a str, &'a Subject)>,
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let (stated, catalogue) = (&facts.disclosure.subjects, facts.catalogue);
    let tables = [
        Table {
            key: "functional",
            subjects: &stated.functional,
            named: Catalogue::functional,
            others: catalogue.all_functional().collect(),
        },
        Table {
            key: "economic",
            subjects: &stated.economic,
            named: Catalogue::economic,
            others: catalogue.all_economic().collect(),
        },
    ];
    for table in tables {
        for (index, subject) in table.subjects.iter().enumerate() {
            let known = (table.named)(catalogue, &subject.code).filter(|known| known.confirmed);
            let Some(known) = known.filter(|known| comparable(&known.name) != comparable(&subject.name)) else {
                continue;
            };
            let at = Pointer::root().key("subjects").key(table.key).index(index).key("name");
            let finding =
                judge.find(&at, format!("科目 {} 的名称应为“{}”，现为“{}”", subject.code, known.name, subject.name));
            finding.hint("改为科目表的名称；正文中要用简称的，填写 short_name");
            let mut borne =
                table.others.iter().filter(|(_, other)| comparable(&other.name) == comparable(&subject.name));
            if let Some((code, _)) = borne.next().filter(|_| borne.next().is_none()) {
                finding.note(format!("“{}”是科目 {code} 的名称，可能编码有误", subject.name));
                // Then either the code or the name is wrong: not for the program to choose.
            } else if known.in_force(facts.disclosure.year) {
                finding.edit(&at, 0..subject.name.chars().count(), known.name.clone());
            }
            if !known.in_force(facts.disclosure.year) {
                finding.warning();
            }
        }
    }
}

/// A name as far as it matters: brackets and commas of one width, no blanks.
pub(super) fn comparable(name: &str) -> String {
    name.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '（' => '(',
            '）' => ')',
            '，' => ',',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;
    use crate::diagnostic::Severity;

    #[test]
    fn a_name_of_another_code_is_told_and_not_mended() {
        let steps = "subjects.functional = [{\"code\": \"21007\", \"name\": \"卫生健康支出\"}]";
        let outcome = judge(&RULE, "420107-kexie-2023", steps);
        assert_eq!(outcome.findings[0].notes, ["“卫生健康支出”是科目 210 的名称，可能编码有误"]);
        assert!(outcome.findings[0].edits.is_empty());
    }

    #[test]
    fn an_old_name_is_mended() {
        let steps = "subjects.functional = [{\"code\": \"2060702\", \"name\": \"科普活动费\"}]";
        let outcome = judge(&RULE, "420107-kexie-2023", steps);
        assert_eq!(
            (outcome.findings[0].edits[0].characters.clone(), &*outcome.findings[0].edits[0].replacement),
            (0..5, "科普活动")
        );
    }

    #[test]
    fn what_no_document_of_the_time_states_is_a_warning() {
        let steps = "year = 2019\npublished_on = \"2019-02-10\"\ndelete";
        let steps = steps.replace(
            "\ndelete",
            "\n删去 previous_years\nsubjects.functional = [{\"code\": \"210\", \"name\": \"医疗卫生支出\"}]",
        );
        let outcome = judge(&RULE, "420107-kexie-2023", &steps);
        assert_eq!((outcome.findings[0].severity, outcome.findings[0].edits.len()), (Severity::Warning, 0));
    }
}

//! A subject that bears the name of the level above.

use super::subject_name_differs::comparable;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 科目表中没有的功能分类科目，其名称（subjects.functional）不与所属的类、款相同。尾数为 99 的“其他”科目常与上级同名，不检查；科目表中有的科目由 GK401 检查。
    ///
    /// # 依据
    ///
    /// 已公开文本中有名称错位一级的实例：“卫生健康支出（类）卫生健康支出（款）计划生育事务（项）”（domain.md R24、F17）。少数科目确与上级同名，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// subjects.functional[3].name = "国有资本经营预算支出"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// subjects.functional[2].name = "民政管理事务"
    /// ```
    "GK402", "科目名称与上级科目相同", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, subject) in facts.disclosure.subjects.functional.iter().enumerate() {
        let code = subject.code.as_str();
        let in_catalogue = facts.catalogue.functional(code).is_some_and(|known| known.confirmed);
        if in_catalogue || code.ends_with("99") {
            continue;
        }
        // A load fault otherwise: 3, 5 or 7 digits.
        let above = [3, 5].into_iter().filter(|digits| *digits < code.len()).filter_map(|digits| code.get(..digits));
        let same = |above: &&str| {
            facts.names.known_function(above).is_some_and(|name| comparable(name) == comparable(&subject.name))
        };
        if let Some(above) = above.into_iter().find(same) {
            judge
                .find(
                    Pointer::root().key("subjects").key("functional").index(index).key("name"),
                    format!("科目 {code} 与上级科目 {above} 同名，都是“{}”", subject.name),
                )
                .hint("核对名称是否错位一级");
        }
    }
}

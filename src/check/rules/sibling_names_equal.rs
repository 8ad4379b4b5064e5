//! Two subjects of one level above with one name.

use std::collections::BTreeMap;

use super::subject_name_differs::comparable;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// subjects 中写明的科目，不与同一上级之下的另一科目同名，无论后者是写明的还是科目表中的。不同上级之下的同名科目（如行政运行）是正常的。
    ///
    /// # 依据
    ///
    /// 政府收支分类科目中，同一上级之下的科目名称各不相同；同名说明编码或名称有误（domain.md R23、R24、F15、F17）。科目表不全，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// subjects.functional[1].name = "行政运行"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// subjects.functional[1].name = "社会组织管理"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// subjects.functional[1].name = "机关服务"
    /// ```
    "GK418", "同级科目同名", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let subjects = &facts.disclosure.subjects;
    let functional = facts.catalogue.all_functional().collect::<Vec<_>>();
    let economic = facts.catalogue.all_economic().collect::<Vec<_>>();
    for (key, list, known) in
        [("functional", &subjects.functional, functional), ("economic", &subjects.economic, economic)]
    {
        if list.is_empty() {
            continue;
        }
        let named = known.iter().filter(|(_, subject)| subject.confirmed).map(|(code, subject)| (*code, &subject.name));
        let mut siblings: BTreeMap<(&str, String), &str> =
            named.map(|(code, name)| ((above(code), comparable(name)), code)).collect();
        for (index, subject) in list.iter().enumerate() {
            let code = subject.code.as_str();
            let other = *siblings.entry((above(code), comparable(&subject.name))).or_insert(code);
            if other != code {
                judge
                    .find(
                        Pointer::root().key("subjects").key(key).index(index).key("name"),
                        format!("科目 {code} 与同级科目 {other} 同名，都是“{}”", subject.name),
                    )
                    .hint("核对编码和名称");
            }
        }
    }
}

/// The code of the level above; empty of a 类.
fn above(code: &str) -> &str {
    match code.len() {
        7 => &code[..5],
        5 => &code[..3],
        _ => "",
    }
}

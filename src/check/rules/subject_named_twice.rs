//! A code that `subjects` names twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{LocalSubject, Pointer};

rule! {
    /// # 检查内容
    ///
    /// subjects 中同一编码只写一次。两处名称或简称不同的是错误；完全相同的只作警告。
    ///
    /// # 依据
    ///
    /// 同一编码只有一个名称；已公开文本中有一个类科目在两处名称不同的实例（domain.md R23、R24、F16）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic += {"code": "30213", "name": "维修（护）费"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// subjects.economic += {"code": "30214", "name": "租赁费"}
    /// ```
    "GK403", "科目重复写名", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let subjects = &facts.disclosure.subjects;
    for (key, list) in [("functional", &subjects.functional), ("economic", &subjects.economic)] {
        let at = |index: usize| Pointer::root().key("subjects").key(key).index(index).key("code");
        let mut first: BTreeMap<&str, (usize, &LocalSubject)> = BTreeMap::new();
        for (index, subject) in list.iter().enumerate() {
            let Some((before, known)) = first.get(subject.code.as_str()).copied() else {
                first.insert(&subject.code, (index, subject));
                continue;
            };
            let finding = judge.find(at(index), format!("科目 {} 写了两次", subject.code));
            finding.label(at(before), "已经写过").hint("只保留一处");
            if known == subject {
                finding.warning();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;
    use crate::diagnostic::Severity;

    #[test]
    fn two_names_are_graver_than_one_twice() {
        let severity = |json: &str| {
            let outcome = judge(&RULE, "420107-shili-2024", &format!("subjects.functional += {json}"));
            outcome.findings[0].severity
        };
        assert_eq!(severity(r#"{"code": "2080201", "name": "行政运行"}"#), Severity::Warning);
        assert_eq!(severity(r#"{"code": "2080201", "name": "机关服务"}"#), Severity::Error);
    }
}

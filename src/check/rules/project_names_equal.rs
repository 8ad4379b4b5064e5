//! Two projects of one name.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Severity;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 项目名称各不相同。名称和预算明细都相同的是错误（同一项目填了两次），只有名称相同的是警告。
    ///
    /// # 依据
    ///
    /// 项目支出表和项目支出绩效目标表按名称列项目；已公开文本中有内容重复印出的实例（domain.md a.9、F20）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[1].name = "科普经费（青山区）"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[1].name = "科普经费（青山区街道）"
    /// ```
    "GK411", "项目重名", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let projects = &facts.disclosure.projects;
    let at = |index: usize| Pointer::root().key("projects").index(index).key("name");
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, project) in projects.iter().enumerate() {
        let Some(first) = names.get(project.name.as_str()).copied() else {
            names.insert(&project.name, index);
            continue;
        };
        let same = !project.lines.is_empty() && project.lines == projects[first].lines;
        let more = if same { "，预算明细也相同" } else { "" };
        let finding = judge.find(at(index), format!("两个项目都叫“{}”{more}", project.name));
        finding.label(at(first), format!("项目 {}", projects[first].code));
        if same {
            finding.severity = Severity::Error;
            finding.hint("同一项目填了两次的，删去一个");
        } else {
            finding.hint("核对项目名称，使读者能分辨");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge;

    #[test]
    fn the_same_project_twice_is_an_error() {
        let line =
            r#"[{"function": "2060102", "economic": "30202", "fund": "general_public_budget", "amount": "1.00"}]"#;
        let same = format!(
            "projects[1].name = \"科普经费（青山区）\"\nprojects[0].lines = {line}\nprojects[1].lines = {line}"
        );
        assert_eq!(judge(&RULE, "420107-kexie-2023", &same).findings[0].severity, Severity::Error);
    }
}

//! A text that two departments have in common.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::rule::rule;
use crate::check::sketch::{SketchedText, Sum};
use crate::check::{Judge, Sketch};

rule! {
    /// # 检查内容
    ///
    /// 一次检查的文件中，两个部门的增减原因、项目用途、年度绩效目标和上年完成情况没有整段相同的（20 字以上）。三个以上部门都有的文字视为统一的写法，不报告。
    ///
    /// # 依据
    ///
    /// 公开文本照抄别处、原因空泛是检查中的常见问题（domain.md f.1 第 9、10 项，F13、F14）。相同也可能合理，所以只作警告。
    ///
    /// # 示例
    ///
    /// 例如两个部门的项目都写着“用于科普活动、科普宣传、服务企业科技创新、服务科技工作者等，营造科学普及的良好氛围”：在后一个文件处报告。
    "GK714", "与其他部门的文字相同", Warning, Batch
}

/// A text of more departments than this is a common wording.
const FEW: usize = 2;

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let mut texts: BTreeMap<&Sum, Vec<(usize, &SketchedText)>> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        for text in &body.texts {
            texts.entry(&text.sum).or_default().push((index, text));
        }
    }
    let department = |index: usize| (bodies[index].region.as_str(), bodies[index].code.as_str());
    let mut copies = Vec::new();
    for places in texts.values() {
        let departments: BTreeSet<_> = places.iter().map(|(index, _)| department(*index)).collect();
        if (2..=FEW).contains(&departments.len()) {
            let first = places[0].0;
            let copy = places.iter().find(|(index, _)| department(*index) != department(first));
            copies.extend(copy.map(|(index, text)| (*index, &text.pointer, first, text.beginning.as_str())));
        }
    }
    // In the order of the files, not of the texts.
    copies.sort_unstable();
    for (index, pointer, first, beginning) in copies {
        let name = &bodies[first].name;
        judge
            .find(pointer, format!("“{beginning}……”与{name}的文件 {} 中整段相同", bodies[first].file))
            .body(index)
            .hint("核对是否照抄；应写本部门的情况");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;

    const KEXIE: &str = "420107-kexie-2023";

    fn found(files: &[(&str, &str)]) -> Vec<(usize, String)> {
        let outcome = judge_batch(&RULE, files);
        let place = |spot: &crate::check::Spot| format!("{spot:?}");
        outcome.findings.iter().map(|finding| (finding.body, place(&finding.spot))).collect()
    }

    #[test]
    fn a_long_text_of_two_departments_is_told_once() {
        let copied =
            "projects[0].use = \"用于科普活动、科普宣传、服务企业科技创新、服务科技工作者等，营造科学普及的良好氛围\"";
        let found = found(&[(KEXIE, ""), ("420107-shili-2024", copied), (KEXIE, "")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == 1 && found[0].1.contains("projects[0].use"), "{found:?}");
    }

    #[test]
    fn common_wordings_and_one_department_are_fine() {
        assert!(found(&[(KEXIE, ""), (KEXIE, "")]).is_empty());
        assert!(found(&[(KEXIE, ""), (KEXIE, "agency.code = \"207\""), (KEXIE, "agency.code = \"208\"")]).is_empty());
        let short = "reasons.total = \"一名在职人员转退休\"";
        assert!(found(&[(KEXIE, ""), ("420107-shili-2024", short)]).is_empty());
    }
}

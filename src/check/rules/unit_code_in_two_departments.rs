//! A unit code that two departments use.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Judge, Sketch};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 一次检查的文件中，同一地区、同一年度没有两个部门用同一个预算单位代码。
    ///
    /// # 依据
    ///
    /// 一个预算单位只编入一个部门的预算（domain.md D6、R42）。
    ///
    /// # 示例
    ///
    /// 例如两个部门都有单位 206001：在后一个文件的该单位处报告。
    "GK713", "单位代码属于两个部门", Error, Batch
}

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        for (unit_index, unit) in body.units.iter().enumerate() {
            let key = (body.region.as_str(), body.year, unit);
            let first = *seen.entry(key).or_insert(index);
            if bodies[first].code != body.code {
                judge
                    .find(
                        Pointer::root().key("units").index(unit_index).key("code"),
                        format!("单位代码 {unit} 也在{}的文件 {} 中", bodies[first].name, bodies[first].file),
                    )
                    .body(index)
                    .hint("核对单位代码和所属部门");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;

    #[test]
    fn a_unit_belongs_to_one_department() {
        let found = |steps: &str| {
            let files = [("420107-kexie-2023", ""), ("420107-kexie-2023", steps)];
            judge_batch(&RULE, &files).findings.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
        };
        assert_eq!(found("agency.code = \"207\""), ["单位代码 206001 也在区科协的文件 0.json 中"]);
        assert!(found("scope = {\"unit\": \"206001\"}").is_empty(), "the department's own unit");
        assert!(found("agency.code = \"207\"\nyear = 2024").is_empty());
    }
}

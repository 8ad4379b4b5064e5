//! Two files of one body and year.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Judge, Sketch};
use crate::model::{Pointer, Scope};

rule! {
    /// # 检查内容
    ///
    /// 一次检查的文件中，同一地区、同一年度没有两个文件的部门代码或部门全称相同。各自公开的部门与单位（scope 不同）可以用同一部门代码。
    ///
    /// # 依据
    ///
    /// 部门代码和全称各只属于一个部门；同名的文件会互相覆盖（domain.md R23、R42，a.2 单位代码列）。
    ///
    /// # 示例
    ///
    /// 例如两个部门的文件都写着部门代码 206：在后一个文件的 agency.code 处报告。
    "GK712", "同一部门有两个文件", Error, Batch
}

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        let scope = match &body.scope {
            Scope::Department => "",
            Scope::Unit(code) => code.as_str(),
        };
        let of = |name| (body.region.as_str(), body.year, scope, name);
        // One finding is enough where both are equal.
        let names = [("code", body.code.as_str(), "部门代码"), ("full_name", body.full_name.as_str(), "部门全称")];
        let mut told = false;
        for (key, name, word) in names {
            if let Some(first) = seen.get(&of(name)).copied().filter(|_| !told) {
                told = true;
                judge
                    .find(
                        Pointer::root().key("agency").key(key),
                        format!("{word}“{name}”与文件 {} 相同，年度和公开范围也相同", bodies[first].file),
                    )
                    .body(index)
                    .hint("同一部门只保留一个文件；两个部门的，核对部门代码和全称");
            }
            seen.entry(of(name)).or_insert(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;

    const KEXIE: &str = "420107-kexie-2023";

    #[test]
    fn code_and_name_belong_to_one_file() {
        let places = |steps: &str| -> Vec<_> {
            let outcome = judge_batch(&RULE, &[(KEXIE, ""), (KEXIE, steps)]);
            outcome.findings.iter().map(|finding| (finding.body, finding.spot.clone())).collect()
        };
        let agency = |key| (1, Pointer::root().key("agency").key(key).into());
        assert_eq!(places(""), [agency("code")]);
        assert_eq!(places("agency.code = \"207\""), [agency("full_name")]);
        assert_eq!(places("agency.full_name = \"青山区文学艺术界联合会\""), [agency("code")]);
        let other = "agency.code = \"207\"\nagency.full_name = \"青山区文学艺术界联合会\"";
        for fine in [other, "year = 2024", "scope = {\"unit\": \"206001\"}"] {
            assert!(places(fine).is_empty(), "{fine}");
        }
    }
}

//! One file of a batch whose year is not that of the others.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Judge, Sketch};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 一次检查三个以上文件、其余文件都是同一年度时，没有一个文件是另一年度的。
    ///
    /// # 依据
    ///
    /// 已公开文本中有目录写着别的年度的实例（domain.md F26、F27）。也可能确实要检查不同年度的文件，所以只作警告。
    ///
    /// # 示例
    ///
    /// 例如一次检查 12 个部门的文件，11 个是 2024 年，一个仍是 2023 年：在后者的 year 处报告。
    "GK711", "年度与其他文件不同", Warning, Batch
}

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let mut years: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        years.entry(body.year).or_default().push(index);
    }
    let years: Vec<_> = years.into_iter().collect();
    let [(one, first), (other, second)] = years.as_slice() else { return };
    let (index, year, common) = match (first.as_slice(), second.as_slice()) {
        ([index], [_, _, ..]) => (*index, one, other),
        ([_, _, ..], [index]) => (*index, other, one),
        _ => return,
    };
    judge
        .find(Pointer::root().key("year"), format!("年度是 {year}，其余 {} 个文件都是 {common}", bodies.len() - 1))
        .body(index)
        .hint("核对预算年度，注意是否误用了往年的文件");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;

    const THIS: (&str, &str) = ("420107-shili-2024", "");
    const OLD: (&str, &str) = ("420107-kexie-2023", "");

    #[test]
    fn one_of_three_is_told_apart() {
        let outcome = judge_batch(&RULE, &[THIS, OLD, THIS]);
        assert_eq!((outcome.findings.len(), outcome.findings[0].body), (1, 1));
        assert_eq!(outcome.findings[0].message, "年度是 2023，其余 2 个文件都是 2024");
    }

    #[test]
    fn two_and_two_are_no_slip() {
        for files in [&[THIS, OLD][..], &[THIS, THIS, THIS], &[THIS, THIS, OLD, OLD], &[]] {
            assert!(judge_batch(&RULE, files).findings.is_empty());
        }
    }
}

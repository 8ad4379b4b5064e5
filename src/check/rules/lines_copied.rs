//! Two files with the same amounts.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::sketch::Sum;
use crate::check::{Judge, Sketch};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 一次检查的文件中，没有两个部门的全部支出明细（科目、资金、金额）完全相同；同一部门的两个年度完全相同的只作警告。明细不足五行的不比较。
    ///
    /// # 依据
    ///
    /// 以别的部门或往年的文件为底稿而忘记改数：已公开文本中有照抄的实例（domain.md F12、F13、F27）。各行到分都相同不会是巧合。
    ///
    /// # 示例
    ///
    /// 例如以区科协的文件为底稿填写另一部门，只改了名称：在后一个文件的 lines 处报告。
    "GK715", "支出明细与另一文件完全相同", Error, Batch
}

/// Fewer lines may agree by chance.
const ENOUGH: usize = 5;

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let mut seen: BTreeMap<&Sum, usize> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        let (count, sum) = &body.lines;
        if *count < ENOUGH {
            continue;
        }
        let first = *seen.entry(sum).or_insert(index);
        let (this, other) = (body, &bodies[first]);
        let same_department = (&this.region, &this.code) == (&other.region, &other.code);
        // A department and its only unit publish the same lines, and GK712 tells a file that is there twice.
        if first == index || same_department && this.year == other.year {
            continue;
        }
        let of = if same_department { format!("{} 年", other.year) } else { other.name.clone() };
        let finding = judge
            .find(Pointer::root().key("lines"), format!("全部 {count} 行支出明细与{of}的文件 {} 完全相同", other.file));
        finding.body(index).hint("核对是否以另一文件为底稿而没有改数");
        if same_department {
            finding.warning();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;
    use crate::diagnostic::Severity;

    const KEXIE: &str = "420107-kexie-2023";

    fn found(steps: &str) -> Vec<(usize, Severity)> {
        let outcome = judge_batch(&RULE, &[(KEXIE, ""), (KEXIE, steps)]);
        outcome.findings.iter().map(|finding| (finding.body, finding.severity)).collect()
    }

    #[test]
    fn copies_are_told_by_their_amounts() {
        assert_eq!(found("agency.code = \"207\""), [(1, Severity::Error)]);
        assert_eq!(found("year = 2024"), [(1, Severity::Warning)]);
        assert!(found("").is_empty(), "GK712 tells it");
        assert!(found("agency.code = \"207\"\nlines[0].amount = \"184560.01\"").is_empty());
    }
}

//! 上年数 that is not what last year's file says.

use std::collections::BTreeMap;

use super::figure_out_of_scale::{by_key, listed, place};
use crate::check::rule::rule;
use crate::check::{Judge, Sketch};
use crate::derive::wan;
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 一次检查的文件中有同一部门上年的数据文件，而本年文件中上年数的口径是年初预算数（budget）时，各项上年数与上年文件推算的一致：两者换算为万元、保留两位小数后相同。
    ///
    /// # 依据
    ///
    /// 文本中的上年数等于上年公开的数；已公开文本中有上年数多写一位的实例（domain.md R65、F11）。调整预算数、执行数、决算数与年初数本来不同，不检查。
    ///
    /// # 示例
    ///
    /// 例如 2024 年的文件写上年收支总预算 19,934,306.80 元，而一同检查的 2023 年文件推算为 19,034,306.80 元：在 2024 年的文件处报告。
    "GK716", "上年数与上年的文件不一致", Error, Batch
}

fn check(bodies: &[Sketch], judge: &mut Judge<'_>) {
    let departments: BTreeMap<_, _> =
        bodies.iter().enumerate().filter_map(|(index, body)| Some((body.department()?, index))).collect();
    for (&(region, code, year), &index) in &departments {
        let last = year - 1;
        let Some((previous, stated)) = &bodies[index].last_year else { continue };
        let Some(earlier) = departments.get(&(region, code, last)).map(|index| &bodies[*index]) else { continue };
        // The faults of that file are told there.
        let Some(derived) = earlier.figures.as_ref().map(listed) else { continue };
        let derived = by_key(&derived);
        for (key, name, _, stated) in listed(stated) {
            let known = derived.get(key.as_str()).copied().unwrap_or_default();
            if wan(stated.yuan()) != wan(known) {
                let name = format!("{name}{}", key.strip_prefix("functions.").unwrap_or_default());
                judge
                    .find(place(*previous, &key), format!("上年的{name}与 {last} 年的文件 {} 不一致", earlier.file))
                    .body(index)
                    .equation(Equation::yuan("本年文件中的上年数", stated.yuan()).equals("上年文件推算", known))
                    .hint("核对两年的文件；上年数是调整预算数或执行数的，改正口径（basis）");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::run::judge_batch;

    const KEXIE: &str = "420107-kexie-2023";

    fn found(basis: &str, figures: &str) -> Vec<String> {
        let next = format!(
            "year = 2024\nprevious_years = [{{\"year\": 2023, \"basis\": \"{basis}\", \"figures\": {figures}}}]"
        );
        let outcome = judge_batch(&RULE, &[(KEXIE, &next), (KEXIE, "")]);
        assert!(outcome.findings.iter().all(|finding| finding.body == 0));
        outcome.findings.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn the_printed_figures_are_compared() {
        let digit = r#"{"total": "19282990.36", "functions": {"2210202": "22440.00", "2080501": "1.00"}}"#;
        assert_eq!(
            found("budget", digit),
            ["上年的收支总预算与 2023 年的文件 1.json 不一致"],
            "1 元 prints as nothing"
        );
        assert!(found("adjusted_budget", digit).is_empty());
        assert!(found("budget", r#"{"total": "1928300.00", "basic": "1388299.36"}"#).is_empty());
    }
}

//! A project's figures of earlier years many times those of this year.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 项目支出绩效目标表中，以前年度的预算数、执行数与项目本年预算相差不到 100 倍。任一方为零的不比较。
    ///
    /// # 依据
    ///
    /// 同一表内元与万元混淆、多写一位数字的错误（domain.md a.14、F01、F11）。倍数是经验值，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.history[1].budget = "33.20"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.history[1].budget = "33200.00"
    /// ```
    "GK703", "项目以前年度数与本年相差悬殊", Warning, Facts
}

/// From this many times on; projects come and go.
const TIMES: u32 = 100;

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        let Some(plan) = &project.plan else { continue };
        let this: Decimal = project.lines.iter().map(|line| line.amount.yuan()).sum();
        let at = Pointer::root().key("projects").index(index).key("plan").key("history");
        for (entry, history) in plan.history.iter().enumerate() {
            for (key, name, stated) in [("budget", "预算数", history.budget), ("executed", "执行数", history.executed)]
            {
                let last = stated.map(Amount::yuan).unwrap_or_default();
                let (low, high) = if this < last { (this, last) } else { (last, this) };
                if !low.is_zero() && low * Decimal::from(TIMES) <= high {
                    judge
                        .find(
                            at.index(entry).key(key),
                            format!(
                                "项目“{}”{} 年的{name} {last} 元与本年预算 {this} 元相差 {TIMES} 倍以上",
                                project.name, history.year
                            ),
                        )
                        .hint("核对单位：这里填元，不填万元；核对有没有多写、少写数字");
                }
            }
        }
    }
}

//! Amounts of zero, which say nothing.

use crate::check::records::funded_records;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Line, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 预算明细、年终结转结余和资金来源的金额不为 0。金额为 0 的明细不在任何表格中出现，多半是漏填了金额，或者应当删去。
    ///
    /// # 依据
    ///
    /// 只填写有金额的明细，合计由程序计算（domain.md g.2）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// lines += {"function": "2060101", "economic": "30217", "fund": "general_public_budget", "amount": "0.00"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].funding += {"fund": "other_income", "amount": "0"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// lines += {"function": "2060101", "economic": "30217", "fund": "general_public_budget", "amount": "0.01"}
    /// ```
    "GK101", "金额为 0 的明细", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    lines(&facts.disclosure.lines, &root, judge);
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        // Built for every project, but not for every line.
        lines(&project.lines, &root.key("projects").index(index), judge);
    }
    for (index, left) in facts.disclosure.year_end_carry_over.iter().enumerate() {
        if left.amount == Amount::ZERO {
            zero(&root.key("year_end_carry_over").index(index), "年终结转结余", judge);
        }
    }
    for record in funded_records(facts.disclosure) {
        for (index, part) in record.funding.iter().enumerate() {
            if part.amount == Amount::ZERO {
                zero(&record.at.key("funding").index(index), &format!("{}的资金来源", record.title), judge);
            }
        }
    }
}

fn lines(lines: &[Line], owner: &Pointer, judge: &mut Judge<'_>) {
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.amount == Amount::ZERO) {
        let name = format!("功能分类 {}、经济分类 {} 的明细", line.function, line.economic);
        zero(&owner.key("lines").index(index), &name, judge);
    }
}

fn zero(at: &Pointer, name: &str, judge: &mut Judge<'_>) {
    judge.find(at.key("amount"), format!("{name}金额为 0，不会公开")).hint("填写金额；没有这笔钱时删去这一条");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_is_a_zero_however_it_is_written() {
        for text in ["0", "0.0", "0.00", "00"] {
            assert_eq!(text.parse::<Amount>().unwrap(), Amount::ZERO, "{text}");
        }
    }
}

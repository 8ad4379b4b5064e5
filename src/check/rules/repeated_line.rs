//! Lines that say the same twice.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Amount, Line, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 同一项目内（或者基本支出内），没有两条预算明细的单位、功能分类、经济分类、资金性质、来源渠道和金额都相同。
    /// 编码相同而金额不同的明细是正常的，自动相加；连金额也相同的，可能是同一笔录入了两次。
    ///
    /// # 依据
    ///
    /// 已公开文本中有同一内容重复出现的实例（domain.md F20）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// lines += {"unit": "206001", "function": "2060101", "economic": "30101", "fund": "general_public_budget", "amount": "184560.00"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].lines += {"function": "2060102", "economic": "30202", "fund": "general_public_budget", "amount": "60000"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// lines += {"function": "2060101", "economic": "30101", "fund": "general_public_budget", "amount": "184560.01"}
    /// lines += {"function": "2060101", "economic": "30101", "fund": "general_public_budget", "origin": "non_tax", "amount": "184560.00"}
    /// lines += {"function": "2060102", "economic": "30202", "fund": "general_public_budget", "amount": "60000.00"}
    /// ```
    "GK102", "明细重复", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    list(facts, &facts.disclosure.lines, &Pointer::root(), judge);
    for (index, project) in facts.disclosure.projects.iter().enumerate() {
        list(facts, &project.lines, &Pointer::root().key("projects").index(index), judge);
    }
}

fn list(facts: &Facts<'_>, lines: &[Line], owner: &Pointer, judge: &mut Judge<'_>) {
    let mut seen = BTreeMap::new();
    // Zeros are told by GK101.
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.amount != Amount::ZERO) {
        let nature = line.nature.or_else(|| facts.region.nature.get(line.economic.class()).copied());
        let key = (
            (facts.unit(line.unit.as_ref()), &line.function, &line.economic, &line.government_economic),
            (line.fund, line.carried_over, nature, line.origin, &line.counterparty, line.amount),
        );
        let Some(first) = seen.insert(key, index) else { continue };
        let at = |index: usize| owner.key("lines").index(index);
        judge
            .find(
                at(index).key("amount"),
                format!(
                    "功能分类 {}、经济分类 {} 的明细连金额也与前一条相同，可能录入了两次",
                    line.function, line.economic
                ),
            )
            .label(at(first).key("amount"), "相同的明细")
            .hint("录入了两次时删去一条；确是两笔时可以合并为一条，金额相加");
    }
}

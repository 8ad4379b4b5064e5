//! One fund twice in the funding of one record.

use std::collections::BTreeMap;

use crate::check::records::funded_records;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 政府采购、政府购买服务和资产配置的一条记录中，同一资金性质只填写一次。
    ///
    /// # 依据
    ///
    /// 表中每种资金一列，重复填写的金额相加后公开（domain.md R19），可能是资金性质选错或重复录入。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].funding[0].amount = "1600.00"
    /// procurement[0].funding += {"fund": "general_public_budget", "amount": "1600.00"}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[0].funding += {"fund": "general_public_budget", "amount": "1.00"}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[4].funding[1].fund = "general_public_budget"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].funding[0].amount = "1600.00"
    /// procurement[0].funding += {"fund": "other_income", "amount": "1600.00"}
    /// ```
    "GK123", "资金来源重复", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for record in funded_records(facts.disclosure) {
        let mut seen = BTreeMap::new();
        for (index, part) in record.funding.iter().enumerate() {
            let Some(first) = seen.insert(part.fund, index) else { continue };
            let at = |index: usize| record.at.key("funding").index(index).key("fund");
            judge
                .find(at(index), format!("{}的同一资金性质填写了两次", record.title))
                .label(at(first), "已经填写")
                .hint("核对资金性质；确是同一资金时合并为一条");
        }
    }
}

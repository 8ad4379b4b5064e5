//! Purchases of nothing, or for nothing.

use crate::check::records::funded_records;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 政府采购、政府购买服务和资产配置的每条记录，数量不为 0，并且填写了资金来源。
    ///
    /// # 依据
    ///
    /// 这三张表的一行要有数量、金额和资金来源（domain.md R19、a.10–a.12）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[0].quantity = "0"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].funding = []
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// service_purchases[0].quantity = "0.5"
    /// ```
    "GK127", "采购或配置没有数量或资金", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for record in funded_records(facts.disclosure) {
        if record.quantity.value().is_zero() {
            judge
                .find(record.at.key("quantity"), format!("{}的数量为 0", record.title))
                .hint("填写数量；没有这一项时删去这条记录");
        }
        if record.funding.is_empty() {
            judge
                .find(record.at.key("funding"), format!("{}没有资金来源", record.title))
                .hint("填写资金来源和金额；没有这一项时删去这条记录");
        }
    }
}

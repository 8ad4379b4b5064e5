//! A code of 采购品目 or 资产分类 with two names.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 同一采购品目编码在各条采购中名称相同，同一资产分类代码在各条资产配置中名称相同，否则是错误。采购品目与资产分类之间同码不同名的只作警告，
    /// 同名不同码的也只作警告（名称以“其他”开头的除外）。
    ///
    /// # 依据
    ///
    /// 同一编码只有一个名称（domain.md R24、a.10、a.12）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// procurement[1].catalogue.code = "A05040101"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].asset_class.name = "便携式计算机"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].asset_class.code = "A02010104"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// procurement[1].catalogue = {"code": "A05040101", "name": "复印纸"}
    /// ```
    "GK412", "品目或资产分类的编码与名称不对应", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let root = Pointer::root();
    let purchased = facts.disclosure.procurement.iter().enumerate().map(|(index, record)| {
        let at = root.key("procurement").index(index).key("catalogue");
        (true, record.catalogue.code.as_str(), record.catalogue.name.as_str(), at)
    });
    let acquired = facts.disclosure.asset_acquisitions.iter().enumerate().filter_map(|(index, record)| {
        let at = root.key("asset_acquisitions").index(index).key("asset_class");
        Some((false, record.asset_class.code.as_deref()?, record.asset_class.name.as_str(), at))
    });
    let mut first: BTreeMap<&str, (bool, &str, Pointer)> = BTreeMap::new();
    let mut named: BTreeMap<&str, (&str, Pointer)> = BTreeMap::new();
    for (is_purchase, code, name, at) in purchased.chain(acquired) {
        // “其他……” is the name of many.
        let (known, before) = named.entry(name).or_insert_with(|| (code, at.clone()));
        if *known != code && !name.starts_with("其他") {
            let finding = judge.find(at.key("code"), format!("“{name}”有 {known} 和 {code} 两个编码"));
            finding.label(before.key("code"), "另一个编码").hint("核对编码和名称").warning();
        }
        match first.get(code) {
            None => drop(first.insert(code, (is_purchase, name, at))),
            Some((_, known, _)) if *known == name => {}
            Some((as_purchase, known, before)) => {
                let finding = judge.find(at.key("name"), format!("编码 {code} 有“{known}”和“{name}”两个名称"));
                finding.label(before.key("name"), "另一个名称").hint("核对编码和名称");
                if *as_purchase != is_purchase {
                    finding.warning();
                }
            }
        }
    }
}

//! 采购类别 against the letter of 采购品目编码.

use crate::check::facts::funded;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, ProcurementKind};

rule! {
    /// # 检查内容
    ///
    /// 采购类别与品目编码的字母一致：A 是货物，B 是工程，C 是服务。编码不以这些字母开头的由 GK413 检查。
    ///
    /// # 依据
    ///
    /// 政府采购分货物、工程、服务列示，品目目录按此分类（domain.md a.10、R56）。目录没有收入，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].kind = "services"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].kind = "services"
    /// procurement[0].catalogue = {"code": "C23090100", "name": "印刷服务"}
    /// ```
    "GK414", "采购类别与品目编码不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    // A record of zero is not printed.
    let records = facts.disclosure.procurement.iter().enumerate();
    for (index, record) in records.filter(|(_, record)| !funded(&record.funding).is_zero()) {
        let code = record.catalogue.code.as_str();
        let by_code = match code.chars().next() {
            Some('A') => ProcurementKind::Goods,
            Some('B') => ProcurementKind::Works,
            Some('C') => ProcurementKind::Services,
            _ => continue,
        };
        if by_code != record.kind {
            let name = |kind| facts.region.kind_labels.get(&kind).map_or("", String::as_str);
            let at = Pointer::root().key("procurement").index(index);
            judge
                .find(
                    at.key("kind"),
                    format!(
                        "品目 {code}“{}”是{}，采购类别填了{}",
                        record.catalogue.name,
                        name(by_code),
                        name(record.kind)
                    ),
                )
                .label(at.key("catalogue").key("code"), "品目编码")
                .hint("核对采购类别和品目编码");
        }
    }
}

//! 采购类别 against the letter that its 品目 begins with.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 采购类别与品目编码的首字母一致：A 为货物，B 为工程，C 为服务。首字母的含义由地区方案规定，没有规定的首字母不检查。
    ///
    /// # 依据
    ///
    /// 政府采购预算按货物、工程、服务分别公开（domain.md R56、a.10），类别填错，分类金额就错了。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].kind = "services"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].catalogue.code = "c23090100"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].kind = "services"
    /// procurement[0].catalogue.code = "C23090100"
    /// ```
    "GK124", "采购类别与品目编码不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let region = facts.region;
    if region.checks.catalogue_kinds.is_empty() {
        judge.not_checked("地区方案没有写明品目编码首字母与采购类别的对应关系");
        return;
    }
    for (index, record) in facts.disclosure.procurement.iter().enumerate() {
        let code = &record.catalogue.code;
        let letter: String = code.chars().take(1).map(|letter| letter.to_ascii_uppercase()).collect();
        let Some(kind) = region.checks.catalogue_kinds.get(&letter).filter(|kind| **kind != record.kind) else {
            continue;
        };
        let label = |kind| region.kind_labels.get(&kind).map_or("", String::as_str);
        let at = Pointer::root().key("procurement").index(index);
        judge
            .find(
                at.key("kind"),
                format!(
                    "采购“{}”的类别是{}，品目编码 {code} 属于{}",
                    record.catalogue.name,
                    label(record.kind),
                    label(*kind)
                ),
            )
            .label(at.key("catalogue").key("code"), "品目编码")
            .hint("核对采购类别和品目编码");
    }
}

//! 项 of 行政单位 used by 事业单位, and the reverse.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::Entry;
use crate::model::{Staff, Unit, UnitKind};

rule! {
    /// # 检查内容
    ///
    /// 行政单位的支出不列在“事业运行”“事业单位离退休”“事业单位医疗”，事业单位的支出不列在“行政运行”“行政单位离退休”“行政单位医疗”。参照公务员法管理的事业单位两种列法都有，
    /// 不检查；行政单位有（参公以外的）事业编制或事业人员的，可以列前三个项。名称在地区方案（region.toml 的 pairing）中，可以改写。
    ///
    /// # 依据
    ///
    /// 功能分类按单位性质设科目；编码 210-11-02（事业单位医疗）是已有检查工具遇到最多的错误之一（domain.md a.15、f.4）。没有文件逐一规定，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// lines[35].function = "2101102"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].kind = "administrative"
    /// units[2].staffing.authorized.institutional = 0
    /// units[2].staffing.in_service.institutional = 0
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// units[1].kind = "administrative"
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// units[2].kind = "administrative"
    /// ```
    "GK408", "功能分类与单位性质不符", Warning, Facts
}

/// Whether some of its people are neither 公务员 nor 参公.
fn has_institutional_staff(unit: &Unit) -> bool {
    let institutional = |staff: &Staff| staff.institutional > staff.institutional_civil_service_like;
    institutional(&unit.staffing.authorized) || institutional(&unit.staffing.in_service)
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let pairing = &facts.region.pairing;
    let mut first: BTreeMap<(usize, &str), &Entry<'_>> = BTreeMap::new();
    for entry in facts.ledger.entries.iter().filter(|entry| entry.kind.is_basic()) {
        first.entry((entry.unit, entry.function.as_str())).or_insert(entry);
    }
    for ((unit, code), entry) in first {
        let unit = &facts.disclosure.units[unit];
        let (other, kind) = match unit.kind {
            UnitKind::Administrative if has_institutional_staff(unit) => continue,
            UnitKind::Administrative => (&pairing.institutional, "行政单位"),
            UnitKind::PublicWelfareOne | UnitKind::PublicWelfareTwo | UnitKind::Business => {
                (&pairing.administrative, "事业单位")
            }
            UnitKind::CivilServiceLike | UnitKind::Other => continue,
        };
        let name = facts.names.known_function(code).filter(|name| other.iter().any(|other| other == name));
        if let Some(name) = name {
            judge
                .find(entry.pointer.key("function"), format!("单位“{}”是{kind}，支出列在 {code}“{name}”", unit.name))
                .hint("核对功能分类编码和单位性质（kind）");
        }
    }
}

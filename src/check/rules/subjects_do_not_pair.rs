//! 功能分类 and 经济分类 that do not go together.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::Entry;

rule! {
    /// # 检查内容
    ///
    /// 基本支出中，社会保险缴费、住房公积金等经济分类科目，列在与之对应的功能分类科目下；反之亦然。对应关系在地区方案（region.toml 的 pairing）中，可以改写。同样的搭配只报告一次。
    ///
    /// # 依据
    ///
    /// 已有检查工具遇到最多的编码错误是 221-02-01、210-11-02 与所列内容不符、把住房公积金写成医疗（domain.md f.4、R23、R24）。对应关系是一般做法，没有文件逐一规定，所以只作警告。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// lines[25].function = "2080505"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// lines[19].economic = "30110"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// lines[23].economic = "30110"
    /// ```
    "GK405", "功能分类与经济分类不对应", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let pairing = &facts.region.pairing;
    let mut first: BTreeMap<(&str, &str), &Entry<'_>> = BTreeMap::new();
    for entry in facts.ledger.entries.iter().filter(|entry| entry.kind.is_basic()) {
        first.entry((entry.function.as_str(), entry.economic.as_str())).or_insert(entry);
    }
    for ((function, economic), entry) in first {
        let fits = |map: &BTreeMap<String, Vec<String>>, code: &str, other: &str| {
            let of = map.iter().find(|(beginning, _)| code.starts_with(beginning.as_str()));
            of.is_none_or(|(_, allowed)| allowed.iter().any(|allowed| other.starts_with(allowed.as_str())))
        };
        let economic_fits = fits(&pairing.economic, economic, function);
        if economic_fits && fits(&pairing.functional, function, economic) {
            continue;
        }
        let (function_name, economic_name) = (facts.names.function(function), facts.names.economic(economic));
        let place = if economic_fits { "economic" } else { "function" };
        judge
            .find(
                entry.pointer.key(place),
                format!("{economic}“{economic_name}”一般不列在 {function}“{function_name}”"),
            )
            .hint("核对两个编码；确实如此编列的可以不改");
    }
}

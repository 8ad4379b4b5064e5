//! Texts that are drawn over each other.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::wording::shortened;
use crate::check::{Judge, Pages, Spot};

rule! {
    /// # 检查内容
    ///
    /// 文字之间互不重叠。表格中一长串不能换行的字母、数字比所在的栏宽时，会盖住旁边的文字或金额。
    /// 同一页有文字超出页面的，先改正超出之处（GK602），该页不再检查重叠。
    ///
    /// # 依据
    ///
    /// 被盖住的文字和金额无法读出，等于没有公开，而各部门的预算应当向社会公开（预算法第十四条）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].name = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].name = "科普经费（abcdefghijkl）"
    /// ```
    "GK603", "文字重叠", Error, Layout
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let beyond: BTreeSet<usize> = pages.layout.outside_page.iter().map(|outside| outside.page).collect();
    let mut told = BTreeSet::new();
    let overprints = pages.layout.overprints.iter().filter(|overprint| !beyond.contains(&overprint.page));
    for overprint in overprints.filter(|overprint| told.insert(&overprint.text)) {
        let text = overprint.text.trim();
        let source = pages.facts.source_of(text);
        let spot = source.map_or_else(|| Spot::Printed(text.to_owned()), |source| (&source.pointer).into());
        judge
            .find(spot, format!("第 {} 页有文字重叠", overprint.page))
            .note(format!("“{}”盖住“{}”", shortened(&overprint.text), shortened(&overprint.other)))
            .hint("缩短该处文字，或在其中加入可以换行的标点");
    }
}

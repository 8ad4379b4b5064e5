//! Texts that leave the paper.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::rule::rule;
use crate::check::wording::shortened;
use crate::check::{FreeText, Judge, Pages, Spot};
use crate::typeset::layout::OutsidePage;

rule! {
    /// # 检查内容
    ///
    /// 所有文字都印在纸面之内。一长串不能换行的字母、数字，或者表格中过长的文字，会印到纸外而看不到。
    /// 同一页有多处超出的，指出其中最长的一处，其余通常随之超出。
    ///
    /// # 依据
    ///
    /// 印在纸外的文字等于没有公开，而各部门的预算应当向社会公开（预算法第十四条，domain.md F25）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// duties[0] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// duties[0] = "abcdefghijklmnopqrstuvwxyz"
    /// ```
    "GK602", "文字超出页面", Error, Layout
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let mut sources: BTreeMap<&str, Option<&FreeText<'_>>> = BTreeMap::new();
    let mut causes: Vec<(Option<&FreeText<'_>>, &OutsidePage)> = Vec::new();
    for page in pages.layout.outside_page.chunk_by(|one, other| one.page == other.page) {
        let located = page.iter().map(|outside| {
            let source = sources.entry(outside.text.trim()).or_insert_with_key(|text| pages.facts.source_of(text));
            (*source, outside)
        });
        // What stands beside or behind a text that is too long leaves the page with it. The first of equals.
        causes.extend(located.rev().max_by_key(|(source, _)| source.map(|source| source.text.len())));
    }
    let mut told = BTreeSet::new();
    for (source, outside) in causes {
        // A text of the data once; one of the templates once a page.
        if !told.insert(source.map_or((outside.page, None), |source| (0, Some(&source.pointer)))) {
            continue;
        }
        let spot =
            source.map_or_else(|| Spot::Printed(outside.text.trim().to_owned()), |found| (&found.pointer).into());
        judge
            .find(spot, format!("第 {} 页有文字超出页面", outside.page))
            .note(format!("“{}”超出 {:.1} 磅", shortened(&outside.text), outside.by))
            .hint("缩短该处文字，或在其中加入可以换行的标点");
    }
}

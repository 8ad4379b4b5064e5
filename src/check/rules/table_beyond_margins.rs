//! Tables that are wider than the type area.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::{Judge, Pages};
use crate::diagnostic::Severity;
use crate::model::Pointer;
use crate::typeset::layout::Area;
use crate::typeset::layout::sheet::{Sheet, type_area};

rule! {
    /// # 检查内容
    ///
    /// 表格的表线和文字左右不超出版心（竖页宽 156 毫米，横页宽 225 毫米）。表线超出纸面的是错误，超出版心的是警告。
    ///
    /// # 依据
    ///
    /// 版心尺寸 156 毫米×225 毫米（GB/T 9704—2012 第 5.2.1 条）。
    ///
    /// # 示例
    ///
    /// 地区方案 region.toml 中一张竖页表各栏的宽度相加为 180 毫米，有误；相加不超过 156 毫米，无误。
    /// 栏宽由地区方案规定，与数据无关，只有使用自己的模板（--templates）时才会出现。
    "GK605", "表格超出版心", Warning, Layout
}

/// Half of a thick rule, and rounding, in points.
const STROKE: f64 = 0.5;
/// How far a text may reach beyond, in ems: a justified line has room that is not drawn on the right of its last one.
const STRETCH: f64 = 0.25;

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let mut told = BTreeSet::new();
    for sheet in Sheet::all(pages.layout) {
        let Some((by, beyond_paper)) = beyond(sheet) else { continue };
        // The table whose heading stands last before; every page of it is as wide.
        let heading =
            pages.layout.headings.iter().rfind(|heading| heading.level <= 2 && heading.page <= sheet.position);
        if !told.insert((heading.map(|heading| heading.text.as_str()), beyond_paper)) {
            continue;
        }
        let title = heading.map_or_else(String::new, |heading| format!("“{}”", heading.text));
        let what = if beyond_paper { "纸面" } else { "版心" };
        let finding = judge
            .find(Pointer::root(), format!("第 {} 页的表格{title}超出{what}", sheet.position))
            .note(format!("超出版心 {by:.1} 磅"))
            .hint("在地区方案 region.toml 中减小该表各栏的宽度，或改为横页");
        if beyond_paper {
            finding.severity = Severity::Error;
        }
    }
}

/// By how much a page with a table exceeds the type area sideways, and whether a rule of it leaves the paper.
fn beyond(sheet: Sheet<'_>) -> Option<(f64, bool)> {
    let area = type_area(sheet);
    let over = |of: &Area| (area.x - of.x).max(of.right() - area.right());
    let within_height = |of: &Area| of.y >= area.y - STROKE && of.bottom() <= area.bottom() + STROKE;
    let lines = sheet.lines.iter().filter(|line| within_height(line));
    let lines = lines.map(|line| (over(line), line.x < -STROKE || line.right() > sheet.width + STROKE));
    let texts = sheet.texts().filter(|text| !sheet.lines.is_empty() && !text.turned && within_height(&text.area));
    let texts = texts.map(|text| (over(&text.area) - STRETCH * text.size, false));
    let found = lines.chain(texts).filter(|(by, _)| *by > STROKE);
    found.reduce(|one, other| (one.0.max(other.0), one.1 || other.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{page, text};
    use crate::typeset::Layout;

    fn judged(x: f64, width: f64) -> Option<(f64, bool)> {
        let mut page = page(vec![text("合计", 100.0, 300.0)]);
        page.lines.push(Area { x, y: 300.0, width, height: 0.0 });
        beyond(Sheet::all(&Layout { pages: vec![page], ..Layout::default() })[0])
    }

    #[test]
    fn a_rule_beyond_the_type_area_is_told_and_whether_it_leaves_the_paper() {
        // 28 mm are 79.4 pt, 156 mm 442.2 pt.
        assert_eq!(judged(79.4, 442.2), None);
        assert!(judged(79.4, 452.2).is_some_and(|(by, paper)| (by - 10.0).abs() < 0.1 && !paper));
        assert!(judged(60.0, 442.2).is_some_and(|(by, paper)| (by - 19.4).abs() < 0.1 && !paper));
        assert!(judged(79.4, 530.0).is_some_and(|(_, paper)| paper));
    }

    #[test]
    fn a_cell_beyond_the_type_area_is_told_but_not_running_text_without_a_table() {
        let mut page = page(vec![text("超出版心的文字", 500.0, 300.0)]);
        let layout = |page| Layout { pages: vec![page], ..Layout::default() };
        assert_eq!(beyond(Sheet::all(&layout(page.clone()))[0]), None);
        page.lines.push(Area { x: 100.0, y: 300.0, width: 10.0, height: 0.0 });
        assert!(beyond(Sheet::all(&layout(page))[0]).is_some());
    }
}

//! Tables that are wider than the type area.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::wording::shortened;
use crate::check::{Judge, Pages, Spot};
use crate::diagnostic::Severity;
use crate::model::Pointer;
use crate::typeset::layout::sheet::{Sheet, type_area};
use crate::typeset::layout::{Area, Text};

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
    /// 栏宽由地区方案规定；栏内一长串不能换行的字母、数字也会使文字超出版心。
    "GK605", "表格超出版心", Warning, Layout
}

/// Half of a thick rule, and rounding, in points.
const STROKE: f64 = 0.5;
/// How far a text may reach beyond, in ems: a justified line has room that is not drawn on the right of its last one.
const STRETCH: f64 = 0.25;

/// How a page exceeds the type area.
#[derive(Debug, PartialEq)]
pub(crate) struct Beyond<'a> {
    /// By how much, in points.
    by: f64,
    /// Whether a rule leaves the paper.
    paper: bool,
    /// The text that does, if no rule does.
    text: Option<&'a Text>,
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let outside: BTreeSet<usize> = pages.layout.outside_page.iter().map(|outside| outside.page).collect();
    let mut told = BTreeSet::new();
    // What leaves the paper is told by GK602.
    for sheet in Sheet::all(pages.layout).into_iter().filter(|sheet| !outside.contains(&sheet.position)) {
        let Some(beyond) = beyond(sheet) else { continue };
        // The table whose heading stands last before; every page of it is as wide.
        let heading =
            pages.layout.headings.iter().rfind(|heading| heading.level <= 2 && heading.page <= sheet.position);
        if !told.insert((heading.map(|heading| heading.text.as_str()), beyond.paper, beyond.text.is_some())) {
            continue;
        }
        let title = heading.map_or_else(String::new, |heading| format!("“{}”", heading.text));
        let what = if beyond.paper { "纸面" } else { "版心" };
        let message = format!("第 {} 页的表格{title}超出{what}", sheet.position);
        let finding = if let Some(text) = beyond.text {
            let source = pages.facts.source_of(text.text.trim());
            let spot = source.map_or_else(|| Spot::Printed(text.text.trim().to_owned()), |of| (&of.pointer).into());
            judge
                .find(spot, message)
                .note(format!("“{}”超出版心 {:.1} 磅", shortened(&text.text), beyond.by))
                .hint("缩短该处文字，或在其中加入可以换行的标点")
        } else {
            judge
                .find(Pointer::root(), message)
                .note(format!("表线超出版心 {:.1} 磅", beyond.by))
                .hint("在地区方案 region.toml 中减小该表各栏的宽度，或改为横页")
        };
        if beyond.paper {
            finding.severity = Severity::Error;
        }
    }
}

/// How a page with a table exceeds the type area sideways.
pub(crate) fn beyond(sheet: Sheet<'_>) -> Option<Beyond<'_>> {
    let area = type_area(sheet);
    let over = |of: &Area| (area.x - of.x).max(of.right() - area.right());
    let within_height = |of: &Area| of.y >= area.y - STROKE && of.bottom() <= area.bottom() + STROKE;
    let lines = sheet.lines.iter().filter(|line| within_height(line) && over(line) > STROKE);
    let lines = lines.map(|line| (over(line), line.x < -STROKE || line.right() > sheet.width + STROKE));
    if let Some((by, paper)) = lines.reduce(|one, other| (one.0.max(other.0), one.1 || other.1)) {
        return Some(Beyond { by, paper, text: None });
    }
    let texts = sheet.texts().filter(|text| !sheet.lines.is_empty() && !text.turned && within_height(&text.area));
    let texts = texts.map(|text| (over(&text.area), text)).filter(|(by, text)| *by > STRETCH * text.size + STROKE);
    let (by, text) = texts.max_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(Beyond { by, paper: false, text: Some(text) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{page, text};
    use crate::typeset::Layout;

    fn judged(x: f64, width: f64) -> Option<(f64, bool)> {
        let mut page = page(vec![text("合计", 100.0, 300.0)]);
        page.lines.push(Area { x, y: 300.0, width, height: 0.0 });
        beyond(Sheet::all(&Layout { pages: vec![page], ..Layout::default() })[0]).map(|of| (of.by, of.paper))
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
        let layout = layout(page);
        let found = beyond(Sheet::all(&layout)[0]).and_then(|beyond| beyond.text);
        assert_eq!(found.map(|text| text.text.as_str()), Some("超出版心的文字"));
    }
}

//! A heading without anything below it on its page.

use crate::check::rule::rule;
use crate::check::{Judge, Pages, Spot};
use crate::typeset::Layout;
use crate::typeset::layout::Heading;
use crate::typeset::layout::sheet::{Sheet, bare, lines, said};

rule! {
    /// # 检查内容
    ///
    /// 部分、表格和各节的标题不是所在页的最后一行，标题之下至少有一行正文或表格。
    ///
    /// # 依据
    ///
    /// 标题与其内容不分在两页，是排版的通例；GB/T 9704—2012 没有规定，所以只是警告（domain.md e.1）。
    ///
    /// # 示例
    ///
    /// “二、部门收入预算安排情况”印在一页的最后一行，正文从下一页开始，有误；该标题移到下一页，与正文在一起，无误。
    /// 内置模板使标题与其后的内容在同一页，通常只有使用自己的模板（--templates）时才会出现。
    "GK604", "标题在页末", Warning, Layout
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    for heading in at_foot(pages.layout) {
        judge
            .find(Spot::Printed(heading.text.clone()), format!("第 {} 页的最后一行是标题", heading.page))
            .note(format!("标题是“{}”，其内容在下一页", heading.text))
            .hint("在模板中使标题与其后的内容保持在同一页");
    }
}

/// The headings below which their page holds nothing but themselves.
pub(crate) fn at_foot(layout: &Layout) -> Vec<&Heading> {
    let sheets = Sheet::all(layout);
    let stands_last = |heading: &&Heading| {
        let Some(sheet) = heading.page.checked_sub(1).and_then(|index| sheets.get(index)) else { return false };
        let lines = lines(*sheet);
        let below: Vec<String> =
            lines.iter().filter(|line| line.baseline > heading.y).map(|line| said(&line.texts)).collect();
        let text = bare(&heading.text);
        // The caption of a table has its number and 附表号 in a line before the title.
        let own = |line: &String| text.contains(line) || (text.starts_with('表') && line.starts_with('表'));
        below.last().is_some_and(|last| text.ends_with(last)) && below.iter().all(own)
    };
    layout.headings.iter().filter(stands_last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{heading, page, text};

    fn layout(below: &[&str]) -> Layout {
        let mut texts = vec![text("正文。", 100.0, 400.0), text("二、收入预算", 100.0, 500.0)];
        texts.extend((1..).zip(below).map(|(line, words)| text(words, 100.0, 500.0 + 30.0 * f64::from(line))));
        Layout {
            pages: vec![page(texts)],
            headings: vec![heading(2, "二、收入预算安排情况", 1, 495.0)],
            ..Layout::default()
        }
    }

    #[test]
    fn a_heading_is_told_when_only_itself_is_below() {
        assert_eq!(at_foot(&layout(&["安排情况"])).len(), 1);
        assert_eq!(at_foot(&layout(&["安排情况", "本年收入"])).len(), 0);
        // Part of the heading's words as the end of another text.
        assert_eq!(at_foot(&layout(&["安排情况", "如下，见支出", "安排情况"])).len(), 0);
    }

    #[test]
    fn a_table_caption_has_its_number_above() {
        let caption = |after: &[&str]| {
            let mut texts = vec![text("表5", 80.0, 600.0), text("附表4-8", 400.0, 600.0), text("支出表", 200.0, 630.0)];
            texts.extend(after.iter().map(|words| text(words, 80.0, 660.0)));
            Layout {
                pages: vec![page(texts)],
                headings: vec![heading(2, "表5　支出表", 1, 590.0)],
                ..Layout::default()
            }
        };
        assert_eq!(at_foot(&caption(&[])).len(), 1);
        assert_eq!(at_foot(&caption(&["部门：某某局"])).len(), 0);
    }
}

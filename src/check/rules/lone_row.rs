//! A last page that a table has for one row.

use std::ops::RangeInclusive;

use crate::check::rule::rule;
use crate::check::{Judge, Pages};
use crate::derive::header;
use crate::derive::report::Body;
use crate::model::Pointer;
use crate::typeset::layout::sheet::bare;
use crate::typeset::layout::{Heading, Page};

rule! {
    /// # 检查内容
    ///
    /// 分为几页的表格，最后一页不止一行。合计行单独印在一页上，看不出是哪些数之和。
    ///
    /// # 依据
    ///
    /// 续表的每一页应当能够独立阅读，是排版的通例；GB/T 9704—2012 没有规定，所以只是警告（domain.md e.1）。
    ///
    /// # 示例
    ///
    /// 一张 30 行的表，前 29 行在第一页，“合计”一行在第二页，有误；最后两行同在第二页，无误。
    /// 内置模板使四行以上的表的最后两行在同一页；表中有特别长的文字，或使用自己的模板（--templates）时才会出现。
    "GK607", "表格的最后一页只有一行", Warning, Layout
}

/// Rules of one row's edge, in points apart at most.
const SAME: f64 = 1.0;

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    let headings = &pages.layout.headings;
    for table in &pages.report.tables {
        let Body::Grid { columns, rows } = &table.body else { continue };
        let depth = header::depth(columns);
        let title = bare(&format!("表{}{}", table.number, table.title));
        let Some(range) = pages_of(headings, &title, pages.layout.pages.len()) else { continue };
        let last = *range.end();
        if rows.len() < 2 || range.start() == range.end() || bands(&pages.layout.pages[last - 1]) != depth + 1 {
            continue;
        }
        judge
            .find(Pointer::root(), format!("表{}“{}”的最后一页（第 {last} 页）只有一行", table.number, table.title))
            .hint("缩短表中过长的文字，或在模板中使表格的最后两行保持在同一页");
    }
}

/// The pages from a heading to the next one of its level or above, from 1; none without such a heading.
fn pages_of(headings: &[Heading], title: &str, count: usize) -> Option<RangeInclusive<usize>> {
    let index = headings.iter().position(|heading| heading.level == 2 && bare(&heading.text) == title)?;
    let start = headings[index].page;
    // A table and what follows it never share a page.
    let next =
        headings[index + 1..].iter().find(|heading| heading.level <= 2).map_or(count + 1, |heading| heading.page);
    (start >= 1 && next > start && next <= count + 1).then_some(start..=next - 1)
}

/// How many rows the rules of a page part, those of the header included.
fn bands(page: &Page) -> usize {
    let mut edges: Vec<f64> = page.lines.iter().filter(|line| line.height < SAME).map(|line| line.y).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|later, before| *later - *before < SAME);
    edges.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{heading, page};
    use crate::typeset::layout::Area;

    #[test]
    fn the_rows_of_a_page_are_counted_by_their_rules() {
        let mut page = page(Vec::new());
        for (y, height) in [(100.0, 0.0), (100.2, 0.0), (120.0, 0.0), (140.0, 0.0), (100.0, 40.0)] {
            page.lines.push(Area { x: 80.0, y, width: 10.0, height });
        }
        assert_eq!(bands(&page), 2);
    }

    #[test]
    fn the_pages_of_a_table_end_before_the_next_heading() {
        let headings =
            [heading(2, "表1　收支总表", 5, 1.0), heading(2, "表2　收入总表", 8, 1.0), heading(1, "第三部分", 9, 1.0)];
        assert_eq!(pages_of(&headings, "表1收支总表", 12), Some(5..=7));
        assert_eq!(pages_of(&headings, "表2收入总表", 12), Some(8..=8));
        assert_eq!(pages_of(&headings, "表3", 12), None);
    }
}

//! 目录 against the headings of the pages.

use crate::check::rule::rule;
use crate::check::{Judge, Pages};
use crate::diagnostic::Severity;
use crate::model::Pointer;
use crate::typeset::Layout;
use crate::typeset::layout::Heading;
use crate::typeset::layout::sheet::{Sheet, bare, lines, said};

rule! {
    /// # 检查内容
    ///
    /// 目录逐条列出各部分、各表和各节的标题，文字、次序与正文一致（警告），页码与标题所在页印出的页码一致（错误）。
    ///
    /// # 依据
    ///
    /// 已公开文本中有目录写着上一年度、标题写错“决算”的实例（domain.md R62、F26）。
    ///
    /// # 示例
    ///
    /// 目录中“表5 一般公共预算支出表”的页码为 8，该表的标题印在第 9 页，有误；页码为 9，无误。
    /// 内置模板的目录由标题生成，只有使用自己的模板（--templates）时才会出现。
    "GK608", "目录与标题不一致", Warning, Layout
}

/// What a contents list prints between an entry and its page.
const FILL: &[char] = &['.', '…', '·', '．', '⋯'];

/// What is wrong with a contents list.
#[derive(Debug, PartialEq)]
enum Wrong<'a> {
    /// There is none.
    Missing,
    /// The heading does not stand where it should, but these words.
    Entry(&'a Heading, String),
    /// Its page is another: as printed in the contents, as printed on the page.
    Page(&'a Heading, String, u64),
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    for wrong in compare(pages.layout) {
        match wrong {
            Wrong::Missing => judge.not_checked("文本没有目录"),
            Wrong::Entry(heading, found) => {
                judge
                    .find(Pointer::root(), format!("目录中没有标题“{}”，或次序不同", heading.text))
                    .note(format!("目录中该处是“{found}”"))
                    .hint("在模板中用 outline 由标题生成目录");
            }
            Wrong::Page(heading, found, number) => {
                judge
                    .find(Pointer::root(), format!("目录中“{}”的页码有误", heading.text))
                    .note(format!("目录为 {found}，标题印在页码为 {number} 的页上"))
                    .hint("在模板中用 outline 由标题生成目录")
                    .severity = Severity::Error;
            }
        }
    }
}

/// Follows the contents from heading to heading, to the first that is missing.
fn compare(layout: &Layout) -> Vec<Wrong<'_>> {
    let own = layout.headings.iter().position(|heading| bare(&heading.text) == "目录");
    let Some((contents, following)) = own.and_then(|index| layout.headings[index..].split_first()) else {
        return vec![Wrong::Missing];
    };
    let end = following.first().map_or(usize::MAX, |heading| heading.page);
    let listed = text(layout, contents, end);
    let mut rest = listed.as_str();
    let mut found = Vec::new();
    for heading in following.iter().filter(|heading| heading.level <= 2) {
        let Some(after) = rest.strip_prefix(without_fill(&heading.text).as_str()) else {
            const SHOWN: usize = 30;
            found.push(Wrong::Entry(heading, rest.chars().take(SHOWN).collect()));
            break;
        };
        let digits = after.len() - after.trim_start_matches(|character: char| character.is_ascii_digit()).len();
        let printed = layout.pages.get(heading.page.wrapping_sub(1)).map_or(0, |page| page.number);
        if after[..digits] != printed.to_string() {
            found.push(Wrong::Page(heading, after[..digits].to_owned(), printed));
        }
        rest = &after[digits..];
    }
    found
}

/// The entries of the contents, one after another, without leaders.
fn text(layout: &Layout, contents: &Heading, end: usize) -> String {
    let sheets = Sheet::all(layout).into_iter();
    let sheets = sheets.filter(|sheet| sheet.position >= contents.page && sheet.position < end);
    let all: String = sheets.flat_map(|sheet| lines(sheet).into_iter().map(|line| said(&line.texts))).collect();
    let all = without_fill(&all);
    all.strip_prefix("目录").unwrap_or(&all).to_owned()
}

fn without_fill(text: &str) -> String {
    bare(text).replace(FILL, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::pages::{heading, page, text};

    /// Contents on the first page with these entries, the headings on the pages after it, which are numbered from 1.
    fn layout(entries: &[&str]) -> Layout {
        let lines = (1..).zip(entries).map(|(line, entry)| text(entry, 100.0, 150.0 + 20.0 * f64::from(line)));
        let mut pages = vec![page([text("目　录", 100.0, 140.0)].into_iter().chain(lines).collect())];
        for number in 1..=2 {
            pages.push(crate::typeset::layout::Page { number, ..page(Vec::new()) });
        }
        let headings = vec![
            heading(1, "目　录", 1, 130.0),
            heading(1, "第一部分　概况", 2, 110.0),
            heading(2, "一、主要职能", 2, 200.0),
            heading(3, "（一）不列入", 2, 300.0),
            heading(2, "表1　收支总表", 3, 110.0),
        ];
        Layout { pages, headings, ..Layout::default() }
    }

    #[test]
    fn a_contents_list_of_all_headings_with_their_pages_is_right() {
        assert_eq!(compare(&layout(&["第一部分　概况 ....... 1", "一、主要职能 ... 1", "表1　收支总表 . . . 2"])), []);
    }

    #[test]
    fn a_wrong_page_and_a_missing_entry_are_told() {
        let wrong = layout(&["第一部分　概况 ... 1", "一、主要职能 ... 3", "表1　收支总表 ... 2"]);
        assert_eq!(compare(&wrong), [Wrong::Page(&wrong.headings[2], "3".to_owned(), 1)]);
        let short = layout(&["第一部分　概况 ... 1", "表1　收支总表 ... 2"]);
        assert_eq!(compare(&short), [Wrong::Entry(&short.headings[2], "表1收支总表2".to_owned())]);
        assert_eq!(compare(&Layout::default()), [Wrong::Missing]);
    }
}

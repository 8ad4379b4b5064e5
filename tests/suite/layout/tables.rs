//! Tables over the pages: header and 续表 on every one, amounts under each other.

use std::collections::BTreeSet;
use std::ops::Range;

use gongkai::derive::report::{Body, RowRole, Table};
use gongkai::reference::Align;
use gongkai::typeset::layout::Text;

use crate::common::documents::{Rendered, all, long};
use crate::common::pages::{Sheet, inside_and_outside, running_line, said, type_area};
use crate::common::pdf::bare;
use crate::common::tags::tree;

/// The pages of each table, by the headings.
fn pages_of_tables(rendered: &Rendered) -> Vec<(&Table, Range<usize>)> {
    let tree = tree(&rendered.pdf);
    let headings: Vec<_> =
        tree.all().into_iter().filter(|element| element.level().is_some_and(|level| level < 3)).collect();
    let tables = &rendered.report.tables;
    let first = headings.iter().position(|heading| heading.text.starts_with("表1")).unwrap();
    let starts: Vec<usize> = headings[first..=first + tables.len()].iter().map(|of| of.page.unwrap()).collect();
    tables.iter().zip(starts.windows(2)).map(|(table, pair)| (table, pair[0]..pair[1])).collect()
}

fn is_amount(text: &str) -> bool {
    let digits =
        |text: &str| !text.is_empty() && text.chars().all(|character| character.is_ascii_digit() || character == ',');
    text.rsplit_once('.').is_some_and(|(whole, cents)| digits(whole) && cents.len() == 2 && digits(cents))
}

fn inside(page: Sheet<'_>) -> Vec<&Text> {
    inside_and_outside(page).0
}

#[test]
fn a_continued_table_says_so_above_its_repeated_header() {
    for (name, rendered) in all() {
        for (table, pages) in pages_of_tables(rendered) {
            let first = running_line(rendered.sheet(pages.start));
            assert_eq!(first, "", "{name}, table {}: its first page continues nothing", table.number);
            for index in pages.skip(1) {
                let page = rendered.sheet(index);
                let at = format!("{name}, table {}, page {}", table.number, index + 1);
                let line = running_line(page);
                if let Body::ProjectForms { forms } = &table.body {
                    // The second form of a page's table begins without being continued.
                    let begins =
                        forms.iter().any(|form| said(&inside(page)).contains(&format!("）{}部门", bare(&form.name))));
                    assert_eq!(line.is_empty(), begins, "{at}: {line}");
                    continue;
                }
                assert!(line.starts_with(&format!("续表{}{}", table.number, bare(&table.title))), "{at}: {line}");
                assert!(line.ends_with(&format!("单位：{}", table.unit.as_deref().unwrap())), "{at}: {line}");
            }
        }
    }
}

#[test]
fn every_page_of_a_grid_has_its_header() {
    for (name, rendered) in all() {
        for (table, pages) in pages_of_tables(rendered) {
            let Body::Grid { columns, .. } = &table.body else { continue };
            let headers: BTreeSet<String> =
                columns.iter().flat_map(|column| &column.header).map(|label| bare(label)).collect();
            for index in pages {
                let text = said(&inside(rendered.sheet(index)));
                for label in &headers {
                    assert!(text.contains(label), "{name}, table {}, page {}: no {label}", table.number, index + 1);
                }
            }
        }
    }
}

#[test]
fn a_repeated_header_is_drawn_like_the_first() {
    let rendered = long();
    for (table, pages) in pages_of_tables(rendered).into_iter().filter(|(_, pages)| pages.len() > 1) {
        let Body::Grid { columns, .. } = &table.body else { continue };
        let labels: BTreeSet<String> =
            columns.iter().flat_map(|column| &column.header).map(|label| bare(label)).collect();
        let drawn = |index: usize| {
            let page = rendered.sheet(index);
            let texts = inside(page).into_iter().filter(|text| text.weight < 700 && labels.contains(&bare(&text.text)));
            let texts: Vec<_> = texts.collect();
            let top = texts.iter().map(|text| text.area.y).fold(f64::MAX, f64::min);
            let place = |text: &&Text| {
                let (x, y) = (text.area.x - type_area(page).x, text.area.y - top);
                (bare(&text.text), format!("{x:.1}"), format!("{y:.1}"))
            };
            texts.iter().map(place).collect::<BTreeSet<_>>()
        };
        let first = drawn(pages.start);
        for index in pages.skip(1) {
            assert_eq!(drawn(index), first, "table {}, page {}", table.number, index + 1);
        }
    }
}

#[test]
fn a_total_never_stands_alone_on_a_page() {
    for (name, rendered) in all() {
        for (table, pages) in pages_of_tables(rendered).into_iter().filter(|(_, pages)| pages.len() > 1) {
            let Body::Grid { columns, rows } = &table.body else { continue };
            let page = rendered.sheet(pages.end - 1);
            let headers: usize = said_headers(columns.iter().map(|column| column.header.as_slice()));
            let total = rows.iter().rfind(|row| row.roles.contains(&RowRole::Total));
            let total: usize = total.map_or(0, |row| bare(&row.cells.concat()).chars().count());
            let printed = said(&inside(page)).chars().count();
            assert!(printed > headers + total, "{name}, table {}: its last page has the total alone", table.number);
        }
    }
}

/// How many characters a header has, each shared cell once.
fn said_headers<'a>(paths: impl Iterator<Item = &'a [String]>) -> usize {
    let mut seen = BTreeSet::new();
    let cells = paths.flat_map(|path| (1..=path.len()).map(move |depth| &path[..depth]));
    cells.filter(|cell| seen.insert(cell.to_vec())).map(|cell| bare(cell.last().unwrap()).chars().count()).sum()
}

#[test]
fn amounts_of_a_column_end_at_one_place() {
    for (name, rendered) in all() {
        for (table, pages) in pages_of_tables(rendered) {
            let Body::Grid { columns, rows } = &table.body else { continue };
            let of_amounts = |index: &usize| {
                columns[*index].align == Align::Right && rows.iter().any(|row| is_amount(&row.cells[*index]))
            };
            let expected = (0..columns.len()).filter(of_amounts).count();
            let mut edges: BTreeSet<String> = BTreeSet::new();
            for index in pages {
                let page = rendered.sheet(index);
                let amounts = inside(page).into_iter().filter(|text| is_amount(&text.text));
                edges.extend(amounts.map(|text| format!("{:.1}", text.area.right() - type_area(page).x)));
            }
            assert_eq!(edges.len(), expected, "{name}, table {}: {edges:?}", table.number);
        }
    }
}

#[test]
fn digits_stand_under_digits() {
    for (name, rendered) in all() {
        for (table, pages) in pages_of_tables(rendered) {
            let Body::Grid { .. } = &table.body else { continue };
            for text in pages.flat_map(|index| inside(rendered.sheet(index))).filter(|text| is_amount(&text.text)) {
                let digits = text.text.chars().filter(char::is_ascii_digit).count();
                let marks = text.text.len() - digits;
                let width = text.size
                    * (0.5 * f64::from(u32::try_from(digits).unwrap())
                        + 0.25 * f64::from(u32::try_from(marks).unwrap()));
                assert!((text.area.width - width).abs() < 0.01, "{name}, table {}: {text:?}", table.number);
            }
        }
    }
}

#[test]
fn the_long_document_has_tables_of_many_pages() {
    let lengths: Vec<usize> = pages_of_tables(long()).iter().map(|(_, pages)| pages.len()).collect();
    assert!(lengths.iter().filter(|pages| **pages > 5).count() >= 3, "{lengths:?}");
}

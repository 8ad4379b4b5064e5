//! The text that a reader copies out of the PDF: that of the pages, with every figure of the report.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::documents::{Rendered, all, examples};
use crate::common::navigation::outline;
use crate::common::pdf::bare;
use crate::common::tags::{Element, tree};

#[test]
fn the_text_of_each_page_is_what_was_laid_out() {
    for (name, rendered) in all() {
        assert_eq!(rendered.pdf.pages.len(), rendered.layout.pages.len(), "{name}");
        for (index, (read, laid_out)) in rendered.pdf.pages.iter().zip(&rendered.layout.pages).enumerate() {
            let expected: String = laid_out.texts.iter().map(|text| text.text.as_str()).collect();
            assert_eq!(bare(&read.text), bare(&expected), "{name}, page {}", index + 1);
        }
    }
}

/// Characters that look like others, or like nothing: a search for the right ones would not find them.
fn is_wrong(character: char) -> bool {
    matches!(u32::from(character),
        0xFFFD
        | 0x2E80..=0x2FDF // radicals
        | 0xE000..=0xF8FF | 0xF_0000.. // private use
        | 0xF900..=0xFAFF | 0x2_F800..=0x2_FA1F // compatibility ideographs
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFEFF // invisible, bidi
        | 0x0..=0x1F | 0x7F..=0x9F)
}

#[test]
fn no_character_stands_for_another() {
    for (name, rendered) in all() {
        for (index, page) in rendered.pdf.pages.iter().enumerate() {
            let wrong: BTreeSet<char> = page.text.chars().filter(|character| is_wrong(*character)).collect();
            assert!(wrong.is_empty(), "{name}, page {}: {wrong:?}", index + 1);
        }
        for bookmark in outline(&rendered.pdf) {
            assert!(!bookmark.title.contains(is_wrong), "{name}: {}", bookmark.title);
        }
    }
}

/// Figures that sentences print.
fn prose_figures(rendered: &Rendered) -> BTreeMap<String, String> {
    let figures = rendered.figures(&["overview", "narrative"]);
    let by_id: BTreeMap<_, _> = figures.iter().cloned().collect();
    assert_eq!(by_id.len(), figures.len(), "an id names one figure");
    by_id
}

#[test]
fn every_figure_of_the_sentences_is_printed_and_every_printed_one_is_of_the_report() {
    for (name, rendered) in examples() {
        let expected = prose_figures(rendered);
        let marked: BTreeSet<&String> = rendered.layout.marks.iter().map(|mark| &mark.id).collect();
        let unprinted: Vec<_> = expected.keys().filter(|id| !marked.contains(id)).collect();
        assert!(unprinted.is_empty(), "{name}: attached, but on no page: {unprinted:?}");
        let unknown: Vec<_> = marked.iter().filter(|id| !expected.contains_key(**id)).collect();
        assert!(unknown.is_empty(), "{name}: on a page, but not of the report: {unknown:?}");
    }
}

#[test]
fn a_mark_stands_right_behind_the_digits_of_its_figure() {
    for (name, rendered) in examples() {
        let figures = prose_figures(rendered);
        for mark in &rendered.layout.marks {
            let texts = &rendered.layout.pages[mark.page - 1].texts;
            let figure = &figures[&mark.id];
            let digits = texts.iter().any(|text| {
                let on_line = text.area.y - 1.0 <= mark.y && mark.y <= text.area.bottom() + 1.0;
                on_line && (text.area.right() - mark.x).abs() < 0.1 && text.text.ends_with(figure.as_str())
            });
            assert!(digits, "{name}: {} “{figure}” is not before its mark on page {}", mark.id, mark.page);
        }
    }
}

/// The parts of the tree between a table's heading and the next table's or part's.
pub fn of_table<'a>(elements: &[&'a Element], number: u32) -> Vec<&'a Element> {
    let begins = |element: &Element| element.level() == Some(2) && element.text.starts_with(&format!("表{number}"));
    // 表1 begins 表10 too; the tables stand in their order.
    let start = elements.iter().position(|element| begins(element)).unwrap();
    let rest = elements[start + 1..].iter();
    rest.take_while(|element| element.level().is_none_or(|level| level > 2)).copied().collect()
}

#[test]
fn every_figure_of_the_forms_is_a_cell_of_them() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        let elements = tree.all();
        let report = serde_json::to_value(&rendered.report).unwrap();
        for table in report["tables"].as_array().unwrap() {
            let number = u32::try_from(table["number"].as_u64().unwrap()).unwrap();
            let cells: BTreeSet<&str> = of_table(&elements, number)
                .iter()
                .filter(|element| element.role == "TD")
                .map(|element| element.text.as_str())
                .collect();
            for (id, text) in crate::common::documents::figures_of(&table["body"]) {
                assert!(cells.contains(bare(&text).as_str()), "{name}: {id} “{text}” in no cell of table {number}");
            }
        }
    }
}

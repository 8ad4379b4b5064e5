//! Words for changes.

use rust_decimal::Decimal;

use crate::compare::{Located, Pages, Part, Site};
use crate::pipeline::{ChangedFact, Difference};

pub(super) use crate::diagnostic::line;

/// Why there is no list of facts.
pub(super) const FACTS_NOT_COMPARED: &str = "数据明细的改动只能在两个数据文件之间比较";

/// `3、5–7`.
pub(super) fn ranges(pages: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => ranges.push((*page, *page)),
        }
    }
    let range = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join("、")
}

/// `+100.00`.
pub(super) fn signed(difference: Decimal) -> String {
    if difference.is_sign_negative() || difference.is_zero() {
        difference.to_string()
    } else {
        format!("+{difference}")
    }
}

/// A number as it is, a text on one line, nothing in words.
pub(super) fn side(text: Option<&str>, nothing: &str) -> String {
    text.map_or_else(|| nothing.to_owned(), line)
}

/// Codes and years that tell which element of a list a fact is of: `2060101 30201`.
pub(super) fn codes(fact: &ChangedFact) -> String {
    let keys = fact.change.identity.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(key, _)| key);
    let is_code = |part: &&str| {
        part.bytes().any(|byte| byte.is_ascii_digit())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    keys.flat_map(|key| key.split(',')).filter(is_code).collect::<Vec<_>>().join(" ")
}

/// The table or section that a figure stands in.
pub(super) fn place(located: &Located) -> String {
    if !located.place.headings.is_empty() {
        return line(&located.place.headings.join(" › ").replace('　', " "));
    }
    match located.change.site() {
        Some(Site::Cell { number, title, .. } | Site::Form { number, title, .. }) => {
            line(&format!("表{number} {title}"))
        }
        Some(Site::Prose(part)) => match part {
            Part::Cover => "封面和文本名称",
            Part::Overview => "概况",
            Part::Narrative => "预算情况说明",
            Part::Glossary => "名词解释",
        }
        .to_owned(),
        None => String::new(),
    }
}

/// Row and column of a cell.
pub(super) fn cell(located: &Located) -> Option<(String, String)> {
    match located.change.site() {
        Some(Site::Cell { row, column, .. }) => Some((line(row), line(column))),
        _ => None,
    }
}

/// `1 项数据改动，24 处数字随之变化，涉及第 5、7–9 页`.
pub(super) fn summary(difference: &Difference) -> String {
    let mut parts = Vec::new();
    match difference.facts.as_ref().map(Vec::len) {
        Some(0) => parts.push("数据没有改动".to_owned()),
        Some(count) => parts.push(format!("{count} 项数据改动")),
        None => {}
    }
    let numbers = difference.figures.iter().filter(|located| located.change.difference().is_some()).count();
    let texts = difference.figures.len() - numbers;
    let follows =
        if difference.facts.as_ref().is_some_and(|facts| !facts.is_empty()) { "随之变化" } else { "不同" };
    parts.push(match (numbers, texts) {
        (0, 0) => "印出的数字和文字没有变化".to_owned(),
        (numbers, 0) => format!("{numbers} 处数字{follows}"),
        (0, texts) => format!("{texts} 处文字{follows}"),
        (numbers, texts) => format!("{numbers} 处数字、{texts} 处文字{follows}"),
    });
    parts.extend(difference.pages.as_ref().map(|pages| pages_in_words(pages, "涉及")));
    parts.join("，")
}

/// `涉及第 5、7–9 页，新文本少 1 页`.
pub(super) fn pages_in_words(pages: &Pages, verb: &str) -> String {
    let changed = if pages.changed.is_empty() {
        "各页文字不变".to_owned()
    } else {
        format!("{verb}第 {} 页", ranges(&pages.changed))
    };
    let (old, new) = (pages.old_count, pages.new_count);
    match old.cmp(&new) {
        std::cmp::Ordering::Equal => changed,
        std::cmp::Ordering::Less => format!("{changed}，共 {new} 页，比原来多 {} 页", new - old),
        std::cmp::Ordering::Greater => format!("{changed}，共 {new} 页，比原来少 {} 页", pages.gone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_pages_are_a_range() {
        assert_eq!(ranges(&[3, 5, 6, 7, 9, 10]), "3、5–7、9–10");
        assert_eq!(ranges(&[]), "");
    }

    #[test]
    fn a_difference_has_its_sign() {
        assert_eq!(signed("100.00".parse().unwrap()), "+100.00");
        assert_eq!(signed("-0.01".parse().unwrap()), "-0.01");
        assert_eq!(signed(Decimal::ZERO), "0");
    }
}

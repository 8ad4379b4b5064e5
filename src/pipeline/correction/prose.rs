//! Where a figure of a sentence stands: its section, and the words around it.

use super::group::PlaceName;
use crate::typeset::layout::sheet::{Sheet, bare, type_area};
use crate::typeset::layout::{Heading, Layout, Mark, Text};

/// What a figure counts, when it follows the figure.
const UNITS: &[&str] = &["万元", "元", "%", "人", "名", "个", "辆", "家", "台（套）", "台", "年"];
/// Longest label, in characters.
const LONGEST: usize = 28;
/// From the top of a heading to below its baseline, in points.
const HEADING: f64 = 20.0;
/// Runs of text that surely hold the last two clauses.
const RUNS: usize = 16;
/// A clause shorter than this says too little without the one before it.
const SHORTEST: usize = 4;
/// Longest number of a heading, in characters: 二十一.
const LONGEST_NUMBER: usize = 3;
const STOPS: [char; 5] = ['，', '。', '；', '：', '、'];

/// The section of a mark: the part, its section and its subsection.
pub(super) fn section(layout: &Layout, mark: &Mark) -> PlaceName {
    let mut path: Vec<(usize, &str)> = Vec::new();
    for heading in &layout.headings {
        if (heading.page, heading.y) > (mark.page, mark.y) {
            break;
        }
        path.retain(|(level, _)| *level < heading.level);
        path.push((heading.level, &heading.text));
    }
    let name =
        |(level, text): &(usize, &str)| if *level == 1 { part_name(text).to_owned() } else { (*text).to_owned() };
    let names: Vec<String> = path.iter().map(name).collect();
    names.split_first().map_or_else(PlaceName::default, |(part, sections)| place(part, sections))
}

/// 第一部分 of `第一部分　某局概况`, where the title says nothing more; `一、部门主要职能` whole.
pub(super) fn part_name(heading: &str) -> &str {
    heading.split_once('　').map_or(heading, |(number, _)| number)
}

/// A place by its part and the headings under it; in brief by their numbers.
pub(super) fn place(part: &str, headings: &[String]) -> PlaceName {
    let full = if headings.is_empty() { part.to_owned() } else { format!("{part}　{}", headings.concat()) };
    let numbers: String = headings.iter().map(|heading| number(heading)).collect();
    PlaceName { full, brief: format!("{part}{numbers}") }
}

/// `九` of `九、其他重要事项的情况说明`, `（五）` of `（五）绩效目标设置情况`; a heading without a number whole.
fn number(heading: &str) -> &str {
    let end = if heading.starts_with('（') {
        heading.find('）').map(|at| at + '）'.len_utf8())
    } else {
        heading.find('、').filter(|at| heading[..*at].chars().count() <= LONGEST_NUMBER)
    };
    end.map_or(heading, |end| &heading[..end])
}

/// The words of a label and what it counts, which stands in parentheses at its end.
pub(super) fn split_unit(label: &str) -> (&str, Option<&str>) {
    let parted = label.strip_suffix('）').and_then(|label| label.rsplit_once('（'));
    parted.filter(|(_, unit)| UNITS.contains(unit)).map_or((label, None), |(words, unit)| (words, Some(unit)))
}

/// The words before a figure and its unit: `预算总收入（万元）`.
pub(super) fn label(layout: &Layout, mark: &Mark, figure: &str) -> String {
    let Some(texts) = layout.pages.get(mark.page - 1).map(|page| page.texts.as_slice()) else { return String::new() };
    let distance = |text: &Text| (text.area.right() - mark.x).abs() + (text.baseline - mark.y).abs();
    let ends = texts.iter().enumerate().filter(|(_, text)| bare(&text.text).ends_with(figure));
    let Some((index, own)) = ends.min_by(|one, other| distance(one.1).total_cmp(&distance(other.1))) else {
        return String::new();
    };
    let mut before = bare(&own.text);
    before.truncate(before.len() - figure.len());
    before.insert_str(0, &running(layout, mark, &texts[..index]));
    let after: String = texts[index + 1..].iter().take(3).map(|text| bare(&text.text)).collect();
    let unit = UNITS.iter().find(|unit| after.starts_with(**unit)).map(|unit| format!("（{unit}）"));
    clause(&before) + &unit.unwrap_or_default()
}

/// The last of the running text before a figure, from its heading on, which may stand on the page before.
fn running(layout: &Layout, mark: &Mark, texts: &[Text]) -> String {
    let sheets = Sheet::all(layout);
    let (page, before) = (mark.page - 1, mark.page.checked_sub(2));
    let here = said(sheets[page], texts, heading(layout, mark.page, mark.y));
    let carried = match before {
        Some(before) if heading(layout, mark.page, mark.y).is_none() => {
            said(sheets[before], &sheets[before].texts, heading(layout, before + 1, f64::MAX))
        }
        _ => Vec::new(),
    };
    let runs: Vec<String> = carried.into_iter().chain(here).collect();
    runs[runs.len().saturating_sub(RUNS)..].concat()
}

/// The last heading of a page above a height.
fn heading(layout: &Layout, page: usize, y: f64) -> Option<&Heading> {
    layout.headings.iter().rfind(|heading| heading.page == page && heading.y <= y)
}

/// Runs of text below a heading, without the page number.
fn said(sheet: Sheet<'_>, texts: &[Text], heading: Option<&Heading>) -> Vec<String> {
    let (from, to) = (heading.map_or(0.0, |heading| heading.y + HEADING), type_area(sheet).bottom());
    let within = texts.iter().filter(|text| text.baseline > from && text.baseline < to);
    within.map(|text| bare(&text.text)).filter(|text| !text.is_empty()).collect()
}

/// The last clause, with the one before it if it is short.
fn clause(before: &str) -> String {
    let mut start = before.len();
    for (at, stop) in before.rmatch_indices(STOPS).chain([(0, "")]) {
        start = at + stop.len();
        if before[start..].chars().count() >= SHORTEST {
            break;
        }
    }
    let found: Vec<char> = before[start..].chars().collect();
    match found.len().checked_sub(LONGEST) {
        None | Some(0) => found.into_iter().collect(),
        Some(cut) => std::iter::once('…').chain(found[cut..].iter().copied()).collect(),
    }
}

//! Where a figure of a sentence stands: its section, and the words around it.

use crate::typeset::layout::sheet::bare;
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
const STOPS: [char; 5] = ['，', '。', '；', '：', '、'];

/// The section of a mark: the part, its section and its subsection.
pub(super) fn section(layout: &Layout, mark: &Mark) -> String {
    let mut path: Vec<(usize, &str)> = Vec::new();
    for heading in &layout.headings {
        if (heading.page, heading.y) > (mark.page, mark.y) {
            break;
        }
        path.retain(|(level, _)| *level < heading.level);
        path.push((heading.level, &heading.text));
    }
    let part = |(level, text): &(usize, &str)| {
        if *level == 1 { text.split('　').next().unwrap_or_default().to_owned() } else { (*text).to_owned() }
    };
    match path.as_slice() {
        [first, second, rest @ ..] => {
            format!("{}　{}{}", part(first), second.1, rest.iter().map(part).collect::<String>())
        }
        [only] => part(only),
        [] => String::new(),
    }
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

/// The last of the running text before a figure, from its heading on.
fn running(layout: &Layout, mark: &Mark, texts: &[Text]) -> String {
    let above = |heading: &&Heading| heading.page == mark.page && heading.y <= mark.y;
    let from = layout.headings.iter().rfind(above).map_or(0.0, |heading| heading.y + HEADING);
    let said = texts.iter().filter(|text| text.baseline > from && !bare(&text.text).is_empty());
    let mut found: Vec<String> = said.rev().take(RUNS).map(|text| bare(&text.text)).collect();
    found.reverse();
    found.concat()
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

//! What the notice prints, as strings: the virtual file `/notice.json`, attached to it.

use serde::Serialize;

use super::group::Group;
use super::rows::{Row, rows};
use crate::derive::report::{DateParts, Report, ScopeKind};

/// The name of the notice's format in its `format` field.
const NOTICE_FORMAT: &str = "gongkai-notice/1";

/// 更正说明。
#[derive(Debug, Serialize)]
pub(super) struct Notice {
    format: &'static str,
    pub(super) region: String,
    year: u16,
    pub(super) scope: ScopeKind,
    publisher: String,
    /// 文本名称 of what is corrected.
    document: String,
    published_on: DateParts,
    corrected_on: DateParts,
    reason: String,
    /// 涉及的表; empty if there is none.
    tables: String,
    /// 涉及的章节; empty if there is none.
    sections: String,
    /// Figures and cells that changed.
    figures: usize,
    /// 更正对照表。
    rows: Vec<Row>,
}

impl Notice {
    pub(super) fn new(old: &Report, new: &Report, corrected_on: DateParts, reason: &str, groups: &[Group]) -> Self {
        Self {
            format: NOTICE_FORMAT,
            region: new.region.clone(),
            year: new.year,
            scope: new.scope,
            publisher: new.publisher.full_name.clone(),
            document: new.title(),
            published_on: old.published_on,
            corrected_on,
            reason: reason.to_owned(),
            tables: tables(groups),
            sections: sections(groups),
            figures: groups.iter().map(|group| group.figures).sum(),
            rows: rows(groups),
        }
    }
}

/// Tables up to this many are named; more are told by their numbers, and named in the list of changes.
const NAMED: usize = 4;

fn tables(groups: &[Group]) -> String {
    let tables: Vec<_> = groups.iter().filter(|group| group.is_table).map(|group| group.place.full.as_str()).collect();
    let brief = |place: &str| {
        let (number, title) = place.split_once('　').unwrap_or((place, ""));
        if tables.len() > NAMED { number.to_owned() } else { format!("{number}“{title}”") }
    };
    tables.iter().map(|place| brief(place)).collect::<Vec<_>>().join("、")
}

/// `第一部分“三、部门人员构成”；第三部分“一、…”“二、…”`
fn sections(groups: &[Group]) -> String {
    let mut text = String::new();
    let mut last = "";
    for group in groups.iter().filter(|group| !group.is_table) {
        let (part, section) = group.place.full.split_once('　').unwrap_or((&group.place.full, ""));
        if part != last {
            text.push_str(if last.is_empty() { "" } else { "；" });
            text.push_str(part);
            last = part;
        }
        if !section.is_empty() {
            text.push_str(&format!("“{section}”"));
        }
    }
    text
}

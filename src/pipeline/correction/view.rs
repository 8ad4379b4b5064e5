//! What the notice prints, as strings: the virtual file `/notice.json`, attached to it.

use serde::Serialize;

use super::group::Group;
use crate::derive::report::{DateParts, Report, ScopeKind};

/// The name of the notice's format in its `format` field.
const NOTICE_FORMAT: &str = "gongkai-notice/1";

/// 更正说明。
#[derive(Debug, Serialize)]
pub(super) struct Notice {
    format: &'static str,
    region: String,
    year: u16,
    scope: ScopeKind,
    publisher: String,
    /// 文本名称 of what is corrected.
    document: String,
    published_on: DateParts,
    corrected_on: DateParts,
    reason: String,
    /// 涉及的表。
    tables: Vec<String>,
    /// 涉及的章节。
    sections: Vec<String>,
    /// Figures and cells that changed.
    figures: usize,
    groups: Vec<Group>,
}

impl Notice {
    pub(super) fn new(old: &Report, new: &Report, corrected_on: DateParts, reason: &str, groups: Vec<Group>) -> Self {
        let places = |table: bool| {
            groups.iter().filter(|group| group.is_table == table).map(|group| group.place.clone()).collect()
        };
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
            tables: places(true),
            sections: places(false),
            figures: groups.iter().map(|group| group.figures).sum(),
            groups,
        }
    }
}

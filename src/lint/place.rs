//! Where a member of a profile stands: in its own file, else in that of the profile that it extends.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Place, Source};
use crate::reference::Templates;

/// The files of a profile and of those that it extends.
#[derive(Default)]
pub(super) struct Places(Vec<Source>);

impl Places {
    pub(super) fn new(templates: &Templates, chain: &[String]) -> Self {
        let source = |name: &String| {
            let path = format!("regions/{name}/region.toml");
            let bytes = templates.file(&path)?;
            Some(Source::new(templates.shown(&path), String::from_utf8_lossy(bytes).into_owned()))
        };
        Self(chain.iter().filter_map(source).collect())
    }

    /// The member, or the nearest one above it; in the first file that has anything of it.
    pub(super) fn find(&self, path: &[String]) -> Option<Place> {
        // 单位预算公开 may have its own.
        let in_unit: Vec<String> = std::iter::once("in_unit".to_owned()).chain(path.iter().cloned()).collect();
        for depth in (1..=path.len()).rev() {
            let tried = [path.get(..depth), in_unit.get(..=depth)];
            for source in &self.0 {
                if let Some(range) = tried.into_iter().flatten().find_map(|path| span(source.text(), path)) {
                    return Some(source.place(range));
                }
            }
        }
        self.0.first().map(|source| source.place(0..0))
    }

    /// The names that the profile's own file has below a member.
    pub(super) fn own_names(&self, path: &[&str]) -> Vec<String> {
        let Some(source) = self.0.first() else { return Vec::new() };
        let Ok(root) = DeTable::parse(source.text()) else { return Vec::new() };
        let mut table = root.get_ref();
        for name in path {
            match table.get(*name).map(Spanned::get_ref) {
                Some(DeValue::Table(inner)) => table = inner,
                _ => return Vec::new(),
            }
        }
        table.keys().map(|name| name.get_ref().to_string()).collect()
    }

    /// Where the file is no TOML.
    pub(super) fn syntax_error(&self) -> Option<Place> {
        let source = self.0.first()?;
        let span = DeTable::parse(source.text()).err()?.span()?;
        Some(source.place(span))
    }
}

/// The bytes of a member: its name, or an element of a list.
fn span(text: &str, path: &[String]) -> Option<Range<usize>> {
    let root = DeTable::parse(text).ok()?;
    let mut table = root.get_ref();
    let mut names = path.iter();
    let mut name = names.next()?;
    loop {
        let (key, value) = table.get_key_value(name.as_str())?;
        let mut found = key.span();
        let mut value = value;
        loop {
            let Some(next) = names.next() else { return Some(found) };
            match value.get_ref() {
                DeValue::Table(inner) => {
                    table = inner;
                    name = next;
                    break;
                }
                DeValue::Array(items) => {
                    value = items.get(next.parse::<usize>().ok()?)?;
                    found = value.span();
                }
                _ => return None,
            }
        }
    }
}

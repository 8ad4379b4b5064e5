//! The places of all values of a file, apart from the parser's tree, which borrows the text.

use std::ops::Range;

use jsonc_parser::ast::Value;

use super::tree::range;
use crate::model::Pointer;

/// A value's place and those of the values in it.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) inner: Inner,
}

#[derive(Debug)]
pub(super) enum Inner {
    Members(Vec<(Box<str>, Span)>),
    Elements(Vec<Span>),
    Text,
    Other,
}

impl Span {
    pub(super) fn of(value: &Value<'_>) -> Self {
        let inner = match value {
            Value::Object(object) => Inner::Members(
                object.properties.iter().map(|member| (member.name.as_str().into(), Self::of(&member.value))).collect(),
            ),
            Value::Array(array) => Inner::Elements(array.elements.iter().map(Self::of).collect()),
            Value::StringLit(_) => Inner::Text,
            Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => Inner::Other,
        };
        Self { range: range(value), inner }
    }

    /// The place of `pointer`; if the file lacks it, the opening bracket of the nearest value around it.
    pub(super) fn resolve(&self, pointer: &Pointer) -> Range<usize> {
        let mut here = self;
        let mut rest = pointer.as_str();
        while !rest.is_empty() {
            match here.step(rest) {
                Some((inner, after)) => (here, rest) = (inner, after),
                None => return here.range.start..here.range.start + 1,
            }
        }
        here.range.clone()
    }

    /// Whether the file states a value at `pointer`.
    pub(super) fn has(&self, pointer: &Pointer) -> bool {
        self.at(pointer).is_some()
    }

    /// The place of the text at `pointer`, its quotes included, if the file states one.
    pub(super) fn text(&self, pointer: &Pointer) -> Option<Range<usize>> {
        let span = self.at(pointer)?;
        matches!(span.inner, Inner::Text).then(|| span.range.clone())
    }

    fn at(&self, pointer: &Pointer) -> Option<&Self> {
        let mut here = self;
        let mut rest = pointer.as_str();
        while !rest.is_empty() {
            (here, rest) = here.step(rest)?;
        }
        Some(here)
    }

    /// The value that the beginning of `rest` names, and what is left of `rest`.
    fn step<'r>(&self, rest: &'r str) -> Option<(&Self, &'r str)> {
        match &self.inner {
            Inner::Elements(elements) => {
                let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                Some((elements.get(index.parse::<usize>().ok()?)?, after.strip_prefix('.').unwrap_or(after)))
            }
            // A name may hold a dot (`three_public.reception`), so the longest that fits is meant.
            Inner::Members(members) => members
                .iter()
                .filter_map(|(name, span)| Some((name.len(), span, after_name(rest.strip_prefix(&**name)?)?)))
                .max_by_key(|(length, ..)| *length)
                .map(|(_, span, after)| (span, after)),
            Inner::Text | Inner::Other => None,
        }
    }

    /// Calls `visit` with the place of each string value, in the order of the file.
    pub(super) fn texts(&self, visit: &mut impl FnMut(Range<usize>)) {
        match &self.inner {
            Inner::Text => visit(self.range.clone()),
            Inner::Members(members) => members.iter().for_each(|(_, span)| span.texts(visit)),
            Inner::Elements(elements) => elements.iter().for_each(|span| span.texts(visit)),
            Inner::Other => {}
        }
    }
}

/// What follows a whole name: the end, an index, or a dot and another name.
pub(super) fn after_name(rest: &str) -> Option<&str> {
    if rest.is_empty() || rest.starts_with('[') { Some(rest) } else { rest.strip_prefix('.') }
}

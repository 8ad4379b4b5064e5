//! Small helpers over the parser's tree.

use std::ops::Range;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::fault::Kind;

/// The bytes of a node.
pub(super) fn range(node: &impl Ranged) -> Range<usize> {
    let range = node.range();
    range.start..range.end
}

/// The opening brace or bracket of a node that may go on for pages.
pub(super) fn opening(node: &impl Ranged) -> Range<usize> {
    let start = node.range().start;
    start..start + 1
}

pub(super) fn kind(value: &Value<'_>) -> Kind {
    match value {
        Value::StringLit(_) => Kind::Text,
        Value::NumberLit(_) => Kind::Number,
        Value::BooleanLit(_) => Kind::Boolean,
        Value::Object(_) => Kind::Object,
        Value::Array(_) => Kind::Array,
        Value::NullKeyword(_) => Kind::Null,
    }
}

/// The bytes that stand for a value in a message: the whole of a short one, the bracket of a long one.
pub(super) fn mark(value: &Value<'_>) -> Range<usize> {
    match value {
        Value::Object(_) | Value::Array(_) => opening(value),
        _ => range(value),
    }
}

/// The first member `name` that is not null, which means absent.
pub(super) fn member<'a, 'b>(value: &'b Value<'a>, name: &str) -> Option<&'b Value<'a>> {
    let property = value.as_object()?.get(name)?;
    (!is_null(property)).then_some(&property.value)
}

/// The elements of the member `name`; none if it is no array.
pub(super) fn items<'a, 'b>(value: &'b Value<'a>, name: &str) -> &'b [Value<'a>] {
    match member(value, name) {
        Some(Value::Array(array)) => &array.elements,
        _ => &[],
    }
}

/// The string `name` with its place.
pub(super) fn text<'b>(value: &'b Value<'_>, name: &str) -> Option<(&'b str, Range<usize>)> {
    let literal = member(value, name)?.as_string_lit()?;
    Some((literal.value.as_ref(), range(literal)))
}

pub(super) fn is_null(property: &ObjectProp<'_>) -> bool {
    matches!(property.value, Value::NullKeyword(_))
}

/// The members of an object that are not absent.
pub(super) fn present<'a, 'b>(object: &'b Object<'a>) -> impl Iterator<Item = &'b ObjectProp<'a>> {
    object.properties.iter().filter(|property| !is_null(property))
}

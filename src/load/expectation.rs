//! What a shape expects, in words for messages and hints.

use std::collections::BTreeSet;

use jsonc_parser::ast::Value;

use super::fault::Kind;
use super::shape::{Id, Shape, Shapes};

impl Shapes {
    /// The cure of the commonest slip: quotation marks too many or too few.
    pub(super) fn quotes(&self, value: &Value<'_>, shape: Id) -> Option<String> {
        match (self.get(shape), value) {
            (Shape::Leaf(format), Value::NumberLit(literal)) if format.check(literal.value).is_ok() => {
                Some(format!("加上引号：\"{}\"", literal.value))
            }
            (Shape::Year { least, most } | Shape::Integer { least, most }, Value::StringLit(literal))
                if is_within(&literal.value, *least, *most) =>
            {
                Some(format!("去掉引号：{}", literal.value))
            }
            _ => None,
        }
    }

    pub(super) fn expected(&self, shape: Id) -> &'static str {
        match self.get(shape) {
            Shape::Object(_) | Shape::Map { .. } => Kind::Object.word(),
            Shape::List { .. } => Kind::Array.word(),
            Shape::Choice(_) | Shape::Text => Kind::Text.word(),
            Shape::Leaf(format) if format.may_be_number() => "字符串或数",
            Shape::Leaf(_) => Kind::Text.word(),
            Shape::Year { .. } | Shape::Integer { .. } => "整数",
            Shape::Boolean => Kind::Boolean.word(),
            Shape::OneOf(shapes) => {
                let kinds: BTreeSet<&str> = shapes.iter().map(|shape| self.expected(*shape)).collect();
                if kinds.len() == 1 { Kind::Object.word() } else { "字符串或对象 { … }" }
            }
            Shape::Unknown => "其他类型",
        }
    }

    /// A right value, short enough for a hint.
    pub(super) fn example(&self, shape: Id) -> String {
        match self.get(shape) {
            Shape::Object(_) => "{ … }".to_owned(),
            Shape::Map { .. } => "{ }".to_owned(),
            Shape::List { items, .. } => format!("[{}]", self.example(*items)),
            Shape::Choice(options) => {
                options.first().map_or_else(String::new, |option| format!("\"{}\"", option.value))
            }
            Shape::Leaf(format) => format.example().to_owned(),
            Shape::Year { .. } => "2023".to_owned(),
            Shape::Integer { .. } => "0".to_owned(),
            Shape::Text => "\"…\"".to_owned(),
            Shape::Boolean => "false".to_owned(),
            Shape::OneOf(shapes) => shapes.first().map_or_else(String::new, |shape| self.example(*shape)),
            Shape::Unknown => "…".to_owned(),
        }
    }
}

/// JSON writes an integer without sign, decimals and exponent in one way only.
pub(super) fn is_within(text: &str, least: u64, most: u64) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse::<u64>().is_ok_and(|number| (least..=most).contains(&number))
}

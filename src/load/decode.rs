//! The tree to the typed disclosure.
//!
//! A `serde` deserializer of our own, for one reason: a number of the file is handed on as its text, and so reaches
//! [`crate::model::Amount`] exactly. No float is made. A null member is an absent one.

use std::fmt;
use std::ops::Range;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor, value::StrDeserializer};

use super::tree::{mark, present};
use crate::model::Disclosure;

/// Why decoding failed although the structure was found right: a defect of ours, but no panic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub(super) struct DecodeError {
    pub(super) message: String,
    /// The innermost value that could not be read.
    pub(super) range: Option<Range<usize>>,
}

impl de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string(), range: None }
    }
}

/// Decodes a file whose structure has been found right.
pub(super) fn decode(root: &Value<'_>) -> Result<Disclosure, DecodeError> {
    <Disclosure as de::Deserialize>::deserialize(Node(root))
}

#[derive(Clone, Copy)]
struct Node<'b, 'a>(&'b Value<'a>);

fn seeded<'de, S: DeserializeSeed<'de>>(seed: S, value: &'de Value<'_>) -> Result<S::Value, DecodeError> {
    seed.deserialize(Node(value)).map_err(|error| DecodeError { range: error.range.or(Some(mark(value))), ..error })
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty,)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            match self.0 {
                Value::NumberLit(literal) => match literal.value.parse::<$type>() {
                    Ok(number) => visitor.$visit(number),
                    Err(error) => Err(de::Error::custom(error)),
                },
                _ => self.deserialize_any(visitor),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.0 {
            Value::StringLit(literal) => visitor.visit_borrowed_str(&literal.value),
            Value::NumberLit(literal) => visitor.visit_borrowed_str(literal.value),
            Value::BooleanLit(literal) => visitor.visit_bool(literal.value),
            Value::NullKeyword(_) => visitor.visit_unit(),
            Value::Array(array) => visitor.visit_seq(Elements(array.elements.iter())),
            Value::Object(object) => visitor.visit_map(Members::of(object)),
        }
    }

    integers! {
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.0 {
            Value::NullKeyword(_) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.0 {
            Value::StringLit(literal) => {
                let unit: StrDeserializer<'_, DecodeError> = literal.value.as_ref().into_deserializer();
                unit.deserialize_enum(name, variants, visitor)
            }
            Value::Object(object) => match &object.properties[..] {
                [only] => visitor.visit_enum(Variant(only)),
                _ => Err(de::Error::custom("应有且只有一个字段")),
            },
            _ => Err(de::Error::custom("应为字符串或对象")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        map struct identifier ignored_any
    }
}

struct Elements<'b, 'a>(std::slice::Iter<'b, Value<'a>>);

impl<'de> de::SeqAccess<'de> for Elements<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, DecodeError> {
        self.0.next().map(|value| seeded(seed, value)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Members<'b, I> {
    members: I,
    value: Option<&'b Value<'b>>,
}

impl<'b> Members<'b, ()> {
    fn of<'a: 'b>(object: &'b Object<'a>) -> Members<'b, impl Iterator<Item = &'b ObjectProp<'b>>> {
        Members { members: present(object), value: None }
    }
}

impl<'de, I: Iterator<Item = &'de ObjectProp<'de>>> de::MapAccess<'de> for Members<'de, I> {
    type Error = DecodeError;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, DecodeError> {
        let Some(property) = self.members.next() else { return Ok(None) };
        self.value = Some(&property.value);
        let name: StrDeserializer<'_, DecodeError> = property.name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, DecodeError> {
        match self.value.take() {
            Some(value) => seeded(seed, value),
            None => Err(de::Error::custom("字段没有值")),
        }
    }
}

/// `{ "unit": "206001" }`: the variant `unit` with its value.
struct Variant<'b, 'a>(&'b ObjectProp<'a>);

impl<'de> de::EnumAccess<'de> for Variant<'de, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), DecodeError> {
        let name: StrDeserializer<'_, DecodeError> = self.0.name.as_str().into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'de, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        Err(de::Error::custom("这个取值不带内容"))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, DecodeError> {
        seeded(seed, &self.0.value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, DecodeError> {
        Node(&self.0.value).deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, DecodeError> {
        Node(&self.0.value).deserialize_any(visitor)
    }
}

//! The JSON Schema of the types, compiled once into what the walk over a file needs.
//!
//! The types define the format (`schemars`), the schema follows from them, and this follows from the schema: no field
//! is named a second time. Only the constructs that our types give rise to are known; a test holds that nothing else
//! occurs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::leaf::Format;
use super::schema::SCHEMA;

/// Index of a shape.
pub(super) type Id = usize;

/// What a value has to look like.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Object(BTreeMap<String, Field>),
    Map {
        keys: Option<Id>,
        values: Id,
    },
    List {
        items: Id,
        least: usize,
        most: usize,
    },
    Choice(Vec<Named>),
    Leaf(Format),
    Year {
        least: u64,
        most: u64,
    },
    Integer {
        least: u64,
        most: u64,
    },
    Text,
    Boolean,
    /// One of several, told apart by JSON type or by the members' names.
    OneOf(Vec<Id>),
    /// A construct that this compiler does not know. Decoding then judges alone.
    Unknown,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// The Chinese term.
    pub(super) title: String,
    /// What else there is to say of it, in Chinese.
    pub(super) about: String,
    pub(super) required: bool,
    pub(super) shape: Id,
}

/// One value of a closed list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    pub(super) value: String,
    /// The Chinese term.
    pub(super) title: String,
}

/// All shapes of the format.
#[derive(Debug)]
pub(super) struct Shapes {
    shapes: Vec<Shape>,
    pub(super) root: Id,
}

/// The shapes of a disclosure.
pub(super) static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::compile(&SCHEMA));

impl Shapes {
    pub(super) fn get(&self, id: Id) -> &Shape {
        self.shapes.get(id).unwrap_or(&Shape::Unknown)
    }

    fn compile(schema: &Value) -> Self {
        let mut compiler = Compiler { root: schema, shapes: Vec::new(), named: BTreeMap::new() };
        let root = compiler.add(schema);
        Self { shapes: compiler.shapes, root }
    }
}

struct Compiler<'a> {
    root: &'a Value,
    shapes: Vec<Shape>,
    /// Shapes of `$defs` by name; entered before they are compiled, so that a type may contain itself.
    named: BTreeMap<&'a str, Id>,
}

impl<'a> Compiler<'a> {
    fn add(&mut self, schema: &'a Value) -> Id {
        if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
            return self.add_named(name);
        }
        let alternatives = not_null(&schema["anyOf"]);
        if let [only] = alternatives[..] {
            return self.add(only);
        }
        let id = self.reserve();
        self.shapes[id] = self.shape(schema, &alternatives);
        id
    }

    fn add_named(&mut self, name: &'a str) -> Id {
        if let Some(id) = self.named.get(name) {
            return *id;
        }
        let id = self.reserve();
        self.named.insert(name, id);
        let schema = &self.root["$defs"][name];
        self.shapes[id] = self.shape(schema, &not_null(&schema["anyOf"]));
        id
    }

    fn reserve(&mut self) -> Id {
        self.shapes.push(Shape::Unknown);
        self.shapes.len() - 1
    }

    fn shape(&mut self, schema: &'a Value, alternatives: &[&'a Value]) -> Shape {
        let alternatives = if alternatives.is_empty() { not_null(&schema["oneOf"]) } else { alternatives.to_vec() };
        if !alternatives.is_empty() {
            return match alternatives.iter().map(|schema| option(schema)).collect() {
                Some(options) => Shape::Choice(options),
                None => Shape::OneOf(alternatives.into_iter().map(|schema| self.add(schema)).collect()),
            };
        }
        if let Some(option) = option(schema) {
            return Shape::Choice(vec![option]);
        }
        let format = schema["format"].as_str().unwrap_or_default();
        if let Some(format) = Format::named(format) {
            return Shape::Leaf(format);
        }
        match kind(schema) {
            "object" => self.object(schema),
            "array" => Shape::List {
                items: self.add(&schema["items"]),
                least: number(&schema["minItems"]).unwrap_or(0).try_into().unwrap_or(usize::MAX),
                most: number(&schema["maxItems"]).and_then(|most| most.try_into().ok()).unwrap_or(usize::MAX),
            },
            "integer" => {
                let least = number(&schema["minimum"]).unwrap_or(0);
                let most = number(&schema["maximum"]).unwrap_or(u32::MAX.into());
                if format == "year" { Shape::Year { least, most } } else { Shape::Integer { least, most } }
            }
            // A pattern without a format would go unchecked.
            "string" if schema["pattern"].is_null() => Shape::Text,
            "boolean" => Shape::Boolean,
            _ => Shape::Unknown,
        }
    }

    fn object(&mut self, schema: &'a Value) -> Shape {
        let closed = schema["additionalProperties"] == false;
        match (schema["properties"].as_object(), closed) {
            (Some(properties), true) => Shape::Object(self.fields(properties, &schema["required"])),
            (None, false) if schema["additionalProperties"].is_object() => Shape::Map {
                keys: schema["propertyNames"].is_object().then(|| self.add(&schema["propertyNames"])),
                values: self.add(&schema["additionalProperties"]),
            },
            _ => Shape::Unknown,
        }
    }

    /// The term of a member, or that of its type: a member of a variant has no doc comment of its own.
    fn title(&self, schema: &'a Value) -> Option<&'a str> {
        let named = |reference: &str| self.root["$defs"][reference.strip_prefix("#/$defs/")?]["title"].as_str();
        schema["title"].as_str().or_else(|| named(schema["$ref"].as_str()?))
    }

    fn fields(&mut self, properties: &'a Map<String, Value>, required: &Value) -> BTreeMap<String, Field> {
        let required: Vec<&str> = required.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let field = |(name, schema): (&'a String, &'a Value)| {
            let title = self.title(schema).unwrap_or(name).to_owned();
            let about = schema["description"].as_str().unwrap_or_default().to_owned();
            (name.clone(), Field { title, about, required: required.contains(&name.as_str()), shape: self.add(schema) })
        };
        properties.iter().map(field).collect()
    }
}

/// The alternatives but for null, which every member that may be left out allows.
fn not_null(alternatives: &Value) -> Vec<&Value> {
    alternatives.as_array().into_iter().flatten().filter(|schema| schema["type"] != "null").collect()
}

/// The JSON type that the schema asks for, null aside; several other than null are known by their format only.
fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(name) => name,
        Value::Array(names) => {
            match names.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect::<Vec<_>>()[..] {
                [only] => only,
                _ => "",
            }
        }
        _ => "",
    }
}

fn option(schema: &Value) -> Option<Named> {
    let value = schema["const"].as_str()?.to_owned();
    let title = schema["title"].as_str().unwrap_or(&value).to_owned();
    Some(Named { value, title })
}

fn number(value: &Value) -> Option<u64> {
    value.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_construct_of_the_types_is_known() {
        assert!(!SHAPES.shapes.contains(&Shape::Unknown));
        assert!(SHAPES.shapes.len() > 100);
    }

    #[test]
    fn fields_carry_their_chinese_terms_and_whether_they_are_required() {
        let Shape::Object(fields) = SHAPES.get(SHAPES.root) else { panic!() };
        assert_eq!((fields["agency"].title.as_str(), fields["agency"].required), ("部门", true));
        assert_eq!((fields["projects"].title.as_str(), fields["projects"].required), ("项目支出", false));
        assert!(matches!(SHAPES.get(fields["units"].shape), Shape::List { least: 1, most: usize::MAX, .. }));
        assert!(matches!(SHAPES.get(fields["year"].shape), Shape::Year { least: 2010, most: 2099 }));
    }
}

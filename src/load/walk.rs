//! The structure of a file against the shapes: every fault in one run.

use std::collections::BTreeMap;
use std::ops::Range;

use jsonc_parser::ast::{Array, Object, Value};

use super::expectation::is_within;
use super::fault::LoadFault;
use super::faults::Faults;
use super::leaf::Format;
use super::shape::{Field, Id, Named, Shape, Shapes};
use super::suggest::nearest;
use super::tree::{is_null, kind, mark, opening, range};

/// All faults of the structure of `root`, in the order of the file.
///
/// Without any, decoding `root` cannot fail.
pub(super) fn walk(root: &Value<'_>, shapes: &Shapes) -> Faults {
    let mut walker = Walker { shapes, faults: Faults::default() };
    walker.value(root, shapes.root, "数据文件");
    walker.faults
}

struct Walker<'s> {
    shapes: &'s Shapes,
    faults: Faults,
}

impl Walker<'_> {
    /// Judges `value`, whose Chinese term is `title`. The recursion ends with the shapes, which nest a few levels.
    fn value(&mut self, value: &Value<'_>, shape: Id, title: &str) {
        match (self.shapes.get(shape), value) {
            (Shape::Unknown, _) | (Shape::Text, Value::StringLit(_)) | (Shape::Boolean, Value::BooleanLit(_)) => {}
            (Shape::Object(fields), Value::Object(object)) => self.object(object, fields),
            (Shape::Map { keys, values }, Value::Object(object)) => self.map(object, *keys, *values, title),
            (Shape::List { items, least, most }, Value::Array(array)) => {
                self.list(array, *items, (*least, *most), title);
            }
            (Shape::Choice(options), Value::StringLit(literal)) => {
                self.choice(&literal.value, range(literal), options, title);
            }
            (Shape::Leaf(format), Value::StringLit(literal)) => {
                self.leaf(&literal.value, range(literal), *format, title);
            }
            (Shape::Leaf(format), Value::NumberLit(literal)) if format.may_be_number() => {
                self.leaf(literal.value, range(literal), *format, title);
            }
            (Shape::Year { least, most }, Value::NumberLit(literal)) => {
                self.integer(literal.value, range(literal), (*least, *most), title, true);
            }
            (Shape::Integer { least, most }, Value::NumberLit(literal)) => {
                self.integer(literal.value, range(literal), (*least, *most), title, false);
            }
            (Shape::OneOf(shapes), _) => match self.likeliest(shapes, value) {
                Some(shape) => self.value(value, shape, title),
                None => self.wrong_type(value, shape, title),
            },
            _ => self.wrong_type(value, shape, title),
        }
    }

    fn object(&mut self, object: &Object<'_>, fields: &BTreeMap<String, Field>) {
        let missing = fields.iter().filter(|(name, field)| {
            field.required && !object.properties.iter().any(|property| property.name.as_str() == name.as_str())
        });
        for (name, field) in missing {
            let (name, title) = (name.clone(), field.title.clone());
            let example = self.shapes.example(field.shape);
            self.faults.push(opening(object), LoadFault::MissingField { name, title, example });
        }
        self.duplicates(object);
        for property in &object.properties {
            let name = property.name.as_str();
            let Some(field) = fields.get(name) else {
                if self.faults.omit_if_full() {
                    continue;
                }
                let nearest = nearest(name, fields.keys().map(String::as_str)).map(str::to_owned);
                let known = fields.iter().map(|(name, field)| format!("{name}（{}）", field.title)).collect();
                let fault = LoadFault::UnknownField { name: name.to_owned(), nearest, known };
                self.faults.push(range(&property.name), fault);
                continue;
            };
            if field.required || !is_null(property) {
                self.value(&property.value, field.shape, &field.title);
            }
        }
    }

    /// JSON leaves open which of two equal names counts.
    fn duplicates(&mut self, object: &Object<'_>) {
        let mut seen = BTreeMap::new();
        for property in &object.properties {
            let here = range(&property.name);
            if let Some(first) = seen.insert(property.name.as_str(), here.clone()) {
                let name = property.name.as_str().to_owned();
                self.faults.push_with(here, LoadFault::DuplicateField { name }, first, "已经写过");
            }
        }
    }

    fn map(&mut self, object: &Object<'_>, keys: Option<Id>, values: Id, title: &str) {
        self.duplicates(object);
        for property in &object.properties {
            let name = property.name.as_str();
            match keys.map(|keys| self.shapes.get(keys)) {
                Some(Shape::Choice(options)) => {
                    self.choice(name, range(&property.name), options, &format!("{title}的字段名"));
                }
                Some(Shape::Leaf(format)) => {
                    self.leaf(name, range(&property.name), *format, &format!("{title}的字段名"));
                }
                _ => {}
            }
            self.value(&property.value, values, title);
        }
    }

    fn list(&mut self, array: &Array<'_>, items: Id, (least, most): (usize, usize), title: &str) {
        let found = array.elements.len();
        if !(least..=most).contains(&found) {
            self.faults.push(opening(array), LoadFault::Count { title: title.to_owned(), found, least, most });
        }
        for element in &array.elements {
            self.value(element, items, title);
        }
    }

    fn choice(&mut self, found: &str, place: Range<usize>, options: &[Named], title: &str) {
        if options.iter().any(|option| option.value == found) || self.faults.omit_if_full() {
            return;
        }
        let nearest =
            by_term(found, options).or_else(|| nearest(found, options.iter().map(|option| option.value.as_str())));
        let describe = |option: &Named| format!("\"{}\"（{}）", option.value, option.title);
        let fault = LoadFault::UnknownChoice {
            title: title.to_owned(),
            found: found.to_owned(),
            nearest: options.iter().find(|option| Some(option.value.as_str()) == nearest).map(describe),
            allowed: options.iter().map(describe).collect(),
        };
        self.faults.push(place, fault);
    }

    fn leaf(&mut self, found: &str, place: Range<usize>, format: Format, title: &str) {
        if let Err(error) = format.check(found) {
            let (title, found) = (title.to_owned(), found.to_owned());
            self.faults.push(place, LoadFault::Leaf { title, found, format, error });
        }
    }

    fn integer(&mut self, found: &str, place: Range<usize>, bounds: (u64, u64), title: &str, year: bool) {
        let (least, most) = bounds;
        if !is_within(found, least, most) {
            let (title, found) = (title.to_owned(), found.to_owned());
            self.faults.push(place, LoadFault::Integer { title, found, least, most, year });
        }
    }

    /// The alternative that `value` was meant to be: of its JSON type, and with most of its members.
    fn likeliest(&self, shapes: &[Id], value: &Value<'_>) -> Option<Id> {
        let known = |shape: Id| match (self.shapes.get(shape), value) {
            (Shape::Object(fields), Value::Object(object)) => {
                Some(object.properties.iter().filter(|property| fields.contains_key(property.name.as_str())).count())
            }
            (Shape::Choice(_) | Shape::Text, Value::StringLit(_)) => Some(0),
            _ => None,
        };
        // Of equals the first, as the types list them.
        shapes
            .iter()
            .rev()
            .filter_map(|shape| Some((known(*shape)?, *shape)))
            .max_by_key(|(count, _)| *count)
            .map(|(_, shape)| shape)
    }

    fn wrong_type(&mut self, value: &Value<'_>, shape: Id, title: &str) {
        let fault = LoadFault::WrongType {
            title: title.to_owned(),
            expected: self.shapes.expected(shape),
            found: kind(value),
            hint: self.shapes.quotes(value, shape).unwrap_or_else(|| format!("例：{}", self.shapes.example(shape))),
        };
        self.faults.push(mark(value), fault);
    }
}

/// The value whose Chinese term was written in its place, or the only one whose term holds what was written.
fn by_term<'o>(found: &str, options: &'o [Named]) -> Option<&'o str> {
    let equal = options.iter().find(|option| option.title == found);
    let mut holding = options.iter().filter(|option| !found.is_empty() && option.title.contains(found));
    let only = match (holding.next(), holding.next()) {
        (only, None) => only,
        _ => None,
    };
    equal.or(only).map(|option| option.value.as_str())
}

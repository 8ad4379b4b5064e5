//! The JSON Schema of the data format, generated from the types.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::model::Disclosure;

/// The JSON Schema (draft 2020-12) of a disclosure file, with Chinese titles and descriptions.
///
/// It accepts every file that [`super::load`] accepts. The reverse does not hold: a schema cannot say that a unit code
/// must be one of the file's units.
#[must_use]
pub fn schema() -> Value {
    SCHEMA.clone()
}

/// The same, made once.
pub(super) static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut schema = schemars::schema_for!(Disclosure).to_value();
    explain(&mut schema);
    schema
});

/// Gives every described schema a Chinese title, and lets optional members be null.
fn explain(value: &mut Value) {
    match value {
        Value::Object(schema) => {
            describe(schema);
            allow_null(schema);
            schema.iter_mut().for_each(|(_, inner)| explain(inner));
        }
        Value::Array(schemas) => schemas.iter_mut().for_each(explain),
        _ => {}
    }
}

/// The first paragraph of a doc comment is for the people who fill the file in; its first sentence is the term.
fn describe(schema: &mut Map<String, Value>) {
    let Some(description) = schema.get("description").and_then(Value::as_str) else { return };
    let paragraph = description.split("\n\n").next().unwrap_or_default().to_owned();
    let title = paragraph.split('。').next().unwrap_or_default().to_owned();
    schema.insert("description".to_owned(), paragraph.into());
    // The leaf types bring titles of their own; those of their fields, beside the reference, say more.
    if !schema.contains_key("title") || schema.contains_key("$schema") {
        schema.insert("title".to_owned(), title.into());
    }
}

/// A member that may be left out may be null as well, which means the same.
fn allow_null(schema: &mut Map<String, Value>) {
    let required: Vec<String> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        .unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (_, member) in properties.iter_mut().filter(|(name, _)| !required.contains(name)) {
        if let Some(member) = member.as_object_mut() {
            make_nullable(member);
        }
    }
}

fn make_nullable(member: &mut Map<String, Value>) {
    if let Some(choices) = member.get_mut("anyOf").and_then(Value::as_array_mut) {
        if !choices.iter().any(|choice| choice["type"] == "null") {
            choices.push(json!({ "type": "null" }));
        }
    } else if let Some(reference) = member.remove("$ref") {
        member.insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
    } else if let Some(kind) = member.get_mut("type") {
        match kind {
            Value::String(name) => *kind = json!([name, "null"]),
            Value::Array(names) if !names.iter().any(|name| name == "null") => names.push("null".into()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn descriptions(value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(map) => {
                if let (Some(title), Some(text)) =
                    (map.get("title").and_then(Value::as_str), map.get("description").and_then(Value::as_str))
                {
                    found.push((title.to_owned(), text.to_owned()));
                }
                map.values().for_each(|inner| descriptions(inner, found));
            }
            Value::Array(list) => list.iter().for_each(|inner| descriptions(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn titles_are_chinese_terms_and_descriptions_leave_the_english_out() {
        let mut found = Vec::new();
        descriptions(&schema(), &mut found);
        assert!(found.len() > 150, "{}", found.len());
        for (title, description) in found {
            assert!(!title.is_empty() && !title.contains('。'), "{title}");
            assert!(!description.contains('\n'), "{description}");
            assert!(!title.is_ascii(), "{title}");
        }
    }

    #[test]
    fn says_which_draft_it_is_and_what_it_describes() {
        let schema = schema();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["title"], "部门预算公开数据");
        assert_eq!(schema["properties"]["units"]["minItems"], 1);
    }

    #[test]
    fn keys_of_maps_are_as_closed_as_fields() {
        let schema = schema();
        assert_eq!(schema["properties"]["absent"]["propertyNames"]["$ref"], "#/$defs/TableKind");
        assert_eq!(
            schema["$defs"]["PreviousFigures"]["properties"]["functions"]["propertyNames"]["$ref"],
            "#/$defs/function-code"
        );
    }
}

//! Regions: the same facts in two of them, the second one's tables and sentences, and a third made as docs/regions.md says.

mod agree;
mod command_line;
mod guide;
mod putuo;
mod putuo_items;
mod putuo_nulls;

use serde_json::Value;

use crate::common::disclosures::print;

/// The street office that publishes in 普陀区's form, invented.
pub fn street() -> Value {
    serde_json::from_str(include_str!("../../../data/310107-shili-jiedao-2025.json")).unwrap()
}

/// The home that publishes in 普陀区's form as a 单位 from a file of its own, invented.
pub fn home() -> Value {
    serde_json::from_str(include_str!("../../../data/310107-shili-fuliyuan-2025.json")).unwrap()
}

/// The facts of 青山区's departments in 普陀区's form.
pub fn in_putuo(mut data: Value) -> Value {
    data["region"] = "310107-putuo".into();
    data
}

/// The text of a document in 普陀区's form.
pub fn text(data: &Value) -> String {
    print(data).all()
}

#[track_caller]
pub fn says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "“{sentence}” is not in\n{text}");
}

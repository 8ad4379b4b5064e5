//! What a data file states, without what may be left out: the same facts are the same tree however they are written.

use serde_json::{Map, Value};

use crate::model::{Disclosure, UnitCode};

/// The disclosure as a plain value, its defaults left out.
///
/// The file may leave out its only unit, or name it: it is left out where the `other` has only one as well, named else.
pub(super) fn stated(disclosure: &Disclosure, other: &Disclosure) -> Value {
    // Strings, numbers and lists into memory: nothing of it can fail.
    let mut value = serde_json::to_value(disclosure).unwrap_or_default();
    if let Some(root) = value.as_object_mut() {
        if let [only] = disclosure.units.as_slice() {
            name_unit(root, &only.code, other.units.len() != 1);
        }
        leave_out_defaults(root);
    }
    value
}

/// Names the only unit wherever the file may leave it out, or leaves it out there.
fn name_unit(root: &mut Map<String, Value>, unit: &UnitCode, wanted: bool) {
    const LISTS: [&str; 6] =
        ["lines", "income", "year_end_carry_over", "procurement", "service_purchases", "asset_acquisitions"];
    let name = |list: &mut Value| {
        for object in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            if wanted {
                object.entry("unit").or_insert_with(|| Value::String(unit.to_string()));
            } else if object.get("unit").and_then(Value::as_str) == Some(unit.as_str()) {
                object.remove("unit");
            }
        }
    };
    for list in LISTS {
        root.get_mut(list).into_iter().for_each(name);
    }
    for project in objects(root, "projects") {
        project.get_mut("lines").into_iter().for_each(name);
    }
}

/// Leaves out what is as good as not stated; the types leave out the rest when they are written.
fn leave_out_defaults(root: &mut Map<String, Value>) {
    let is = |value: &Value, default: &str| value.as_str() == Some(default);
    for unit in objects(root, "units") {
        let name = unit.get("name").cloned();
        remove_if(unit, "full_name", |value| Some(value) == name.as_ref());
    }
    if let Some(subjects) = root.get_mut("subjects").and_then(Value::as_object_mut) {
        for list in ["functional", "economic"] {
            for subject in objects(subjects, list) {
                let name = subject.get("name").cloned();
                remove_if(subject, "short_name", |value| Some(value) == name.as_ref());
            }
        }
    }
    if let Some(counts) = root.get_mut("three_public_counts").and_then(Value::as_object_mut) {
        counts.retain(|_, count| count.as_u64() != Some(0));
    }
    if let Some(assets) = root.get_mut("state_assets").and_then(Value::as_object_mut)
        && let Some(vehicles) = assets.get_mut("vehicles").and_then(Value::as_object_mut)
    {
        vehicles.retain(|_, count| count.as_u64() != Some(0));
    }
    if let Some(performance) = root.get_mut("performance").and_then(Value::as_object_mut) {
        remove_if(performance, "coverage", |value| is(value, "projects"));
    }
    if let Some(absent) = root.get_mut("absent").and_then(Value::as_object_mut) {
        absent.retain(|_, absence| {
            absence.get("note").is_some() || !absence.get("reason").is_some_and(|reason| is(reason, "no_budget"))
        });
    }
}

fn remove_if(object: &mut Map<String, Value>, member: &str, is_default: impl Fn(&Value) -> bool) {
    if object.get(member).is_some_and(is_default) {
        object.remove(member);
    }
}

fn objects<'v>(root: &'v mut Map<String, Value>, list: &str) -> impl Iterator<Item = &'v mut Map<String, Value>> {
    root.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

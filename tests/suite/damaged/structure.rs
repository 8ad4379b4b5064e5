//! Damage to the structure.

use serde_json::{Value, json};

use crate::bodies::chance::Chance;

/// Texts that a value may become.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "0.00",
    "0.01",
    "1",
    "1000000000000",
    "1000000000000.01",
    "99999999999999999999",
    "-1",
    "1e3",
    "1,000",
    "2080505",
    "30101",
    "0000000",
    "99999",
    "206001",
    "2023-02-29",
    "9999-12-31",
    "2023-13",
    "department",
    "budget",
    "general_public_budget",
    "business_income",
    "subsidy_to_affiliate",
    "not_entitled",
    "administrative",
    ">=",
    "\u{202E}文字",
    "\u{200B}",
    "\u{0}",
    "\u{7F}",
    "\u{E000}",
    "\u{2F00}",
    "e\u{301}\u{301}\u{301}",
    "𠮷野家",
    "👩‍👩‍👧‍👦",
    "\u{FFFF}",
    "{}",
    "{name}",
    "#import",
    "本部门、本单位。。其它",
    "XX",
    "万",
    "（未完",
];

/// Data with a few changes, as text.
pub fn damage(sound: &Value, chance: &mut Chance) -> String {
    let mut data = sound.clone();
    for _ in 0..chance.pick(&[1, 1, 2, 3]) {
        change(&mut data, chance);
    }
    let mut text = data.to_string();
    // What no parsed value can hold.
    match chance.between(0, 19) {
        0 => {
            let depth = chance.pick(&[3, 60, 511, 512, 513, 700]);
            text = text.replacen("null", &format!("{}{}", "[".repeat(depth), "]".repeat(depth)), 1);
        }
        1 => {
            if let Some(at) = text.match_indices("\":").nth(chance.index(40)).map(|(at, _)| at) {
                let key = text[..at].rfind('"').map_or("", |from| &text[from..=at]).to_owned();
                text.insert_str(at + 2, &format!("0,{key}:"));
            }
        }
        _ => {}
    }
    text
}

/// Changes one value somewhere.
fn change(data: &mut Value, chance: &mut Chance) {
    let other = taken(data, chance).clone();
    let at = taken(data, chance);
    match chance.between(0, 12) {
        0 | 1 => *at = chance.pick(TEXTS).into(),
        2 => *at = kinds(chance),
        // A value of the same file often fits.
        3 => *at = other,
        4 => *at = json!([at.take()]),
        5 => match at {
            Value::Object(members) => {
                let keys: Vec<String> = members.keys().cloned().collect();
                keys.get(chance.index(keys.len())).map(|key| members.remove(key));
            }
            Value::Array(items) if !items.is_empty() => drop(items.remove(chance.index(items.len()))),
            value => *value = Value::Null,
        },
        6 => match at {
            Value::Object(members) => drop(members.insert(chance.pick(TEXTS).to_owned(), other)),
            Value::Array(items) if !items.is_empty() => {
                let item = items[chance.index(items.len())].clone();
                items.push(item);
            }
            value => *value = other,
        },
        7 => match at {
            Value::Object(members) => members.clear(),
            Value::Array(items) => items.clear(),
            Value::String(text) => *text = text.repeat(chance.pick(&[2, 3, 200])),
            value => *value = json!(u64::MAX),
        },
        8 => match at {
            Value::Array(items) => items.reverse(),
            Value::String(text) => digits(text, chance),
            Value::Number(number) => *at = json!(number.as_u64().unwrap_or(7).wrapping_add(1)),
            value => *value = Value::Null,
        },
        _ => match at {
            Value::String(text) => digits(text, chance),
            value => *value = json!([[value.take()]]),
        },
    }
}

/// A digit of a text is raised: amounts stay amounts, codes codes.
fn digits(text: &mut String, chance: &mut Chance) {
    let places: Vec<usize> = text.match_indices(|letter: char| letter.is_ascii_digit()).map(|(at, _)| at).collect();
    if let Some(at) = places.get(chance.index(places.len())) {
        text.replace_range(at..=at, &chance.between(0, 9).to_string());
    }
}

fn kinds(chance: &mut Chance) -> Value {
    match chance.between(0, 8) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(u64::from(u32::MAX)),
        4 => json!(u64::MAX),
        5 => json!(1e300),
        6 => json!(-1),
        7 => json!([]),
        _ => json!({}),
    }
}

/// A value somewhere within.
fn taken<'v>(data: &'v mut Value, chance: &mut Chance) -> &'v mut Value {
    let mut at = data;
    while !chance.once_in(6) {
        let inside = match at {
            Value::Array(items) => items.len(),
            Value::Object(members) => members.len(),
            _ => 0,
        };
        if inside == 0 {
            break;
        }
        let index = chance.index(inside);
        at = match at {
            Value::Array(items) => &mut items[index],
            Value::Object(members) => members.values_mut().nth(index).unwrap(),
            _ => unreachable!("nothing is inside"),
        };
    }
    at
}

//! Characters that no published text may hold.
//!
//! They cannot be seen, or look like others, or have no fixed meaning: a reader, a search and a screen reader would
//! each get something else. PDF text with Kangxi radicals in the place of characters is a known fault of published
//! budgets.

use std::collections::BTreeMap;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use unicode_normalization::UnicodeNormalization;

use super::fault::LoadFault;
use super::faults::Faults;
use super::literal;
use super::tree::range;
use crate::diagnostic::{is_bidi_control, is_control, is_zero_width};

/// Faults of every string of the file, names of members included, in the order of the file.
pub(super) fn check(text: &str, root: &Value<'_>) -> Faults {
    let mut faults = Faults::default();
    visit(text, root, &mut faults);
    faults
}

/// The parser allows 512 levels, so the recursion ends.
fn visit(text: &str, value: &Value<'_>, faults: &mut Faults) {
    match value {
        // A text without a character would leave half a sentence behind: “，主要是。”.
        Value::StringLit(literal) if literal.value.chars().all(is_space) => {
            faults.push(range(literal), LoadFault::Blank)
        }
        Value::StringLit(literal) => string(text, &literal.value, literal, faults),
        Value::Array(array) => array.elements.iter().for_each(|element| visit(text, element, faults)),
        Value::Object(object) => {
            for property in &object.properties {
                string(text, property.name.as_str(), &property.name, faults);
                visit(text, &property.value, faults);
            }
        }
        Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {}
    }
}

/// One fault for each forbidden character of a string, at its first place.
fn string(text: &str, value: &str, node: &impl Ranged, faults: &mut Faults) {
    if !value.chars().any(|character| class(character).is_some()) {
        return;
    }
    let mut counts = BTreeMap::new();
    for character in value.chars().filter(|character| class(*character).is_some()) {
        *counts.entry(character).or_insert(0) += 1;
    }
    for (place, character) in literal::characters(text, range(node)) {
        if let (Some(count), Some(class)) = (counts.remove(&character), class(character)) {
            let hint = hint(character);
            faults.push(place, LoadFault::Character { class, character, count, hint });
        }
    }
}

/// Whether `character` is a space that texts may hold, but not consist of.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{3000}')
}

/// Why `character` is forbidden, or `None`.
fn class(character: char) -> Option<&'static str> {
    Some(match character {
        '\n' | '\r' => "换行符",
        '\t' => "制表符",
        ' '..='~' => return None,
        '\u{2028}' | '\u{2029}' => "换行符",
        '\u{FFFD}' => "乱码（替换字符）",
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => "私用区字符",
        '\u{FDD0}'..='\u{FDEF}' => "非字符",
        '\u{2E80}'..='\u{2FDF}' => "部首字符",
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' if unified(character).is_some() => "兼容汉字",
        _ if u32::from(character) & 0xFFFE == 0xFFFE => "非字符",
        _ if is_control(character) => "控制字符",
        _ if is_bidi_control(character) => "双向控制字符",
        _ if is_zero_width(character) => "零宽字符",
        _ => return None,
    })
}

/// The character that a radical or compatibility character stands for. Twelve in the compatibility block are ordinary
/// characters and stand for themselves only.
fn unified(character: char) -> Option<char> {
    let mut normal = std::iter::once(character).nfkc();
    match (normal.next(), normal.next()) {
        (Some(normal), None) if normal != character => Some(normal),
        _ => None,
    }
}

fn hint(character: char) -> String {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => "删去换行；要分段的内容写成数组的多项".to_owned(),
        '\t' => "删去，或改为空格".to_owned(),
        '\u{FFFD}' => "原文在转换编码时丢失，请重新输入这个字".to_owned(),
        '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => match unified(character) {
            Some(right) => format!("改为“{right}”（U+{:04X}）", u32::from(right)),
            None => "改为对应的汉字".to_owned(),
        },
        _ => "删去这个字符；它常随网页或 PDF 的文字一起复制过来".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::syntax::parse;
    use super::*;
    use crate::diagnostic::Source;

    fn faults(text: &str) -> Vec<String> {
        let root = parse(text).unwrap().unwrap();
        let found = check(text, &root).into_diagnostics(&Source::new("a.json", text));
        found
            .into_iter()
            .map(|found| format!("{} {}；{}", found.place.unwrap().column, found.message, found.hint.unwrap()))
            .collect()
    }

    #[test]
    fn names_the_code_point_the_exact_place_and_the_right_character() {
        assert_eq!(
            faults("[\"青\u{2F2D}区\", \"\\u202e\", \"\u{F90A}額\"]"),
            [
                "4 文字中有部首字符 U+2F2D；改为“山”（U+5C71）",
                "10 文字中有双向控制字符 U+202E；删去这个字符；它常随网页或 PDF 的文字一起复制过来",
                "20 文字中有兼容汉字 U+F90A；改为“金”（U+91D1）",
            ]
        );
    }

    #[test]
    fn every_class_is_refused_and_repeated_characters_are_counted() {
        for (text, expected) in [
            ("\\n", "换行符 U+000A"),
            ("\\t", "制表符 U+0009"),
            ("\\u0000", "控制字符 U+0000"),
            ("\u{85}", "控制字符 U+0085"),
            ("\u{200B}a\u{200B}", "零宽字符 U+200B（共 2 处）"),
            ("\u{FEFF}", "零宽字符 U+FEFF"),
            ("\u{061C}", "双向控制字符 U+061C"),
            ("\u{E000}", "私用区字符 U+E000"),
            ("\u{10FFFD}", "私用区字符 U+10FFFD"),
            ("\u{FDD0}", "非字符 U+FDD0"),
            ("\u{1FFFF}", "非字符 U+1FFFF"),
            ("\u{FFFD}", "乱码（替换字符） U+FFFD"),
            ("\u{2E81}", "部首字符 U+2E81"),
            ("\u{2F800}", "兼容汉字 U+2F800"),
        ] {
            let found = faults(&format!("[\"{text}\"]"));
            assert_eq!(found.len(), 1, "{text:?}");
            assert!(found[0].contains(expected), "{} / {expected}", found[0]);
        }
    }

    #[test]
    fn a_text_of_nothing_but_spaces_is_refused() {
        for text in ["", " ", "\u{3000}\u{a0}"] {
            assert_eq!(faults(&format!("[\"{text}\"]")), ["2 文字为空；填上文字；没有内容时删去这个字段"]);
        }
    }

    #[test]
    fn ordinary_characters_pass_also_rare_ones() {
        assert!(faults("{\"键\": \"玥垚喆堃旻𠮷﨎—…“”《》①Ⅳ㎡，。 abc\"}").is_empty());
    }

    #[test]
    fn names_of_members_are_judged_as_well() {
        assert_eq!(faults("{\"a\u{200B}\": 1}").len(), 1);
    }
}

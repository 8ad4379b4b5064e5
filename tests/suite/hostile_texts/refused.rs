//! Characters that cannot be printed, or not as what they are.

use gongkai::diagnostic::code;

use super::{PLACES, data, outcome, with};

const MISSING_GLYPH: &str = "GK601";

/// Characters with the code of their fault and what it says.
const REFUSED: &[(char, &str, &str)] = &[
    ('\u{202e}', code::CHARACTER.id, "双向控制字符 U+202E"),
    ('\u{2066}', code::CHARACTER.id, "双向控制字符 U+2066"),
    ('\u{e000}', code::CHARACTER.id, "私用区字符 U+E000"),
    ('\u{0}', code::CHARACTER.id, "控制字符 U+0000"),
    ('\u{7f}', code::CHARACTER.id, "控制字符 U+007F"),
    ('\u{200b}', code::CHARACTER.id, "零宽字符 U+200B"),
    ('\n', code::CHARACTER.id, "换行符 U+000A"),
    ('\t', code::CHARACTER.id, "制表符 U+0009"),
    ('\u{2f00}', code::CHARACTER.id, "部首字符 U+2F00"),
    ('\u{f900}', code::CHARACTER.id, "兼容汉字 U+F900"),
    ('\u{fffd}', code::CHARACTER.id, "U+FFFD"),
    ('😀', MISSING_GLYPH, "字体中没有“😀”（U+1F600）"),
    ('\u{3106c}', MISSING_GLYPH, "（U+3106C）"),
];

/// The fault names the character and points at it.
fn refused_at(place: &str, character: char, code: &str, words: &str) {
    let data = with(place, &format!("甲{character}乙"));
    let faults = outcome(&data).err().unwrap_or_else(|| panic!("{place} prints {character:?}"));
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.code, code, "{place} {character:?}");
    assert!(fault.message.contains(words), "{}", fault.message);
    let found = fault.place.as_ref().unwrap();
    let text = crate::common::disclosures::text(&data);
    let line = text.lines().nth(found.line - 1).unwrap();
    let (before, rest) = line.split_at(line.char_indices().nth(found.column - 1).unwrap().0);
    assert!(before.ends_with('甲') && rest.contains("乙\""), "{place}: {before}|{rest}");
    assert!(fault.hint.is_some(), "{fault:?}");
}

#[test]
fn a_character_that_is_not_what_it_looks_like_is_refused_at_its_place() {
    for (character, code, words) in REFUSED {
        for place in ["/duties/0", "/projects/0/name"] {
            refused_at(place, *character, code, words);
        }
    }
}

#[test]
fn no_place_takes_a_direction_mark() {
    for place in PLACES {
        refused_at(place, '\u{202e}', code::CHARACTER.id, "U+202E");
    }
}

#[test]
fn a_radical_is_refused_with_the_character_it_stands_for() {
    for (wrong, right) in [('\u{2f00}', "改为“一”（U+4E00）"), ('\u{f900}', "改为“豈”（U+8C48）")] {
        let faults = outcome(&with("/duties/0", &wrong.to_string())).err().unwrap();
        assert_eq!(faults[0].hint.as_deref(), Some(right));
    }
}

#[test]
fn rare_characters_of_names_are_printed() {
    let mut data = data();
    for (index, place) in PLACES.iter().enumerate() {
        *data.pointer_mut(place).unwrap() = format!("甲{index}玥垚喆堃旻丙").into();
    }
    let printed = outcome(&data).unwrap_or_else(|faults| panic!("{faults:#?}")).all();
    for (index, place) in PLACES.iter().enumerate() {
        assert!(printed.contains(&format!("甲{index}玥垚喆堃旻丙")), "{place}");
    }
}

#[test]
fn a_character_of_some_fonts_only_is_printed_by_those_and_refused_elsewhere() {
    // 仿宋 and 楷体 have 𠮷 (U+20BB7), 宋体 of the tables does not.
    for place in ["/duties/0", "/reasons/total", "/performance/goals/0", "/units/0/internal_offices/0/name"] {
        let printed = outcome(&with(place, "甲𠮷乙")).unwrap_or_else(|faults| panic!("{place}: {faults:#?}"));
        assert!(printed.all().contains("甲𠮷乙"), "{place}");
    }
    for place in ["/projects/0/name", "/units/0/name", "/projects/0/plan/basis", "/performance/duties_summary"] {
        refused_at(place, '𠮷', MISSING_GLYPH, "字体中没有“𠮷”（U+20BB7）");
    }
}

#[test]
fn a_missing_character_is_told_once_with_all_its_places() {
    let mut data = with("/duties/0", "甲😀乙");
    data["duties"][1] = "丙😀丁".into();
    data["projects"][0]["name"] = "戊😀己".into();
    let faults = outcome(&data).err().unwrap();
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert_eq!(fault.labels.len(), 2, "{fault:#?}");
}

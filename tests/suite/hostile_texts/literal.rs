//! Markup and code.

use super::{PLACES, data, dense, outcome};

/// Each means something in Typst's markup, code or string syntax, or in a template's own sentences.
const TEXTS: &[&str] = &[
    r#"#read("/etc/passwd")"#,
    "#{1+1}",
    "$x$",
    "*b*",
    "_u_",
    "= h",
    "- i",
    "+ n",
    "/ t: d",
    "@ref",
    "<label>",
    "`raw`",
    "https://x",
    "//c",
    "/*c*/",
    "a--b",
    "a---b",
    "...",
    r#""q""#,
    "'q'",
    "~",
    "a-?b",
    r"\",
    r"\n",
    r"\u{202e}",
    r"C:\x",
    "[c]",
    "(1)",
    "{year}",
    "{publisher}",
    "{}",
    "&amp;",
    "%",
    "^1",
    "1.",
    "h#",
    "http:",
];

/// All places get the text at once, each with its own mark.
fn printed_everywhere(text: &str) {
    let mut data = data();
    for (index, place) in PLACES.iter().enumerate() {
        *data.pointer_mut(place).unwrap() = format!("甲{index}乙{text}丙").into();
    }
    let printed = outcome(&data).unwrap_or_else(|faults| panic!("{text}: {faults:#?}")).all();
    for (index, place) in PLACES.iter().enumerate() {
        let expected = dense(&format!("甲{index}乙{text}丙"));
        assert!(printed.contains(&expected), "{place} does not print {expected}");
    }
}

#[test]
fn markup_and_code_are_printed_as_they_stand_wherever_a_text_can_be() {
    // In running text and in cells alike; several together, so that nothing pairs up across them either.
    for texts in TEXTS.chunks(4) {
        printed_everywhere(&texts.join("丁"));
    }
}

#[test]
fn what_begins_or_ends_a_text_is_not_taken_for_markup_either() {
    for text in ["#read(\"/etc/passwd\")", "= 标题", "- 项", "+ 项", "1. 项", "/ 词: 义", "\\", "$"] {
        let mut data = data();
        data["duties"][0] = text.into();
        data["projects"][0]["name"] = text.into();
        data["performance"]["goals"][0] = text.into();
        let printed = outcome(&data).unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        let text = dense(text);
        assert!(printed.part(1).contains(&format!("1、{text}")), "{}", printed.part(1));
        assert!(printed.table(9).contains(&text), "{}", printed.table(9));
        assert!(printed.matter("绩效目标设置情况").contains(&format!("绩效目标1{text}2")), "{text}");
    }
}

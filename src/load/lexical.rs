//! What stands outside strings, before parsing.
//!
//! Chinese input methods leave full-width punctuation between the values; the JSON parser would stop at the first, and
//! takes a full-width space for white space. This scan reports all of them with the character that was meant. It also
//! bounds the memory of the parse, which takes some hundred bytes a value, whatever the value's own length.

use super::MAXIMUM_VALUES;
use super::fault::LoadFault;
use super::faults::Faults;
use crate::diagnostic::quoted;

/// The character of JSON that a user of a Chinese input method meant.
fn meant(character: char) -> Option<&'static str> {
    Some(match character {
        '，' | '、' | '；' => ",",
        '：' => ":",
        '“' | '”' | '‘' | '’' | '＂' | '「' | '」' => "\"",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '｛' => "{",
        '｝' => "}",
        '－' | '—' | '−' => "-",
        '．' | '。' => ".",
        _ => return None,
    })
}

fn outside(character: char) -> LoadFault {
    let hint = match meant(character) {
        Some(meant) => format!("改用半角的 {meant}"),
        None if character.is_whitespace() => "改用普通空格，或删去".to_owned(),
        None if character.is_numeric() => "改用半角数字 0–9".to_owned(),
        None => "文字要放在半角双引号 \" 之内；这个字符是多余的就删去".to_owned(),
    };
    let message = format!(
        "字符串之外有{} U+{:04X}",
        if character.is_whitespace() || character.is_control() {
            "字符".to_owned()
        } else {
            quoted(&character.to_string())
        },
        u32::from(character)
    );
    LoadFault::Syntax { message, hint: Some(hint) }
}

/// The faults that need no parser. Further parsing would only repeat them.
pub(super) fn scan(text: &str) -> Faults {
    let mut faults = Faults::default();
    let bytes = text.as_bytes();
    let mut values: usize = 1;
    let mut at = 0;
    // One fault a line is enough: what follows an opening “ would all be reported.
    let mut line_has_fault = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => match string_end(bytes, at) {
                Ok(end) => at = end,
                Err(end) => {
                    let message = "字符串没有结束：这一行缺少右引号 \"".to_owned();
                    let hint = "在文字后面补上半角双引号；字符串内不能换行".to_owned();
                    faults.push(at..end, LoadFault::Syntax { message, hint: Some(hint) });
                    // From here on inside and outside may be confused.
                    return faults;
                }
            },
            b'/' if matches!(bytes.get(at + 1), Some(b'/' | b'*')) => {
                let end = comment_end(text, at);
                let message = "数据文件不能有注释".to_owned();
                faults.push(at..end, LoadFault::Syntax { message, hint: Some("删去注释".to_owned()) });
                at = end;
            }
            b'\n' => {
                line_has_fault = false;
                at += 1;
            }
            b'\x0B' | b'\x0C' | 0x80.. => {
                let character = text[at..].chars().next().unwrap_or('\u{FFFD}');
                if !line_has_fault {
                    faults.push(at..at + character.len_utf8(), outside(character));
                    line_has_fault = true;
                }
                at += character.len_utf8();
            }
            b',' | b'[' | b'{' => {
                values += 1;
                if values == MAXIMUM_VALUES {
                    faults.push(at..at + 1, LoadFault::TooManyValues);
                    return faults;
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    faults
}

/// The byte after the string that begins at `start`, or the end of its line if it does not end there.
fn string_end(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\n') | None => return Err(at),
            Some(b'\\') if bytes.get(at + 1).is_some_and(|next| *next != b'\n') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// The byte after the comment that begins at `start`.
fn comment_end(text: &str, start: usize) -> usize {
    let (end, length) = if text[start..].starts_with("//") { ("\n", 0) } else { ("*/", 2) };
    text[start + 2..].find(end).map_or(text.len(), |found| start + 2 + found + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;

    fn faults(text: &str) -> Vec<String> {
        let source = Source::new("a.json", text);
        scan(text)
            .into_diagnostics(&source)
            .into_iter()
            .map(|found| {
                let place = found.place.unwrap();
                format!("{}:{} {}，{}", place.line, place.column, found.message, found.hint.unwrap())
            })
            .collect()
    }

    #[test]
    fn full_width_punctuation_is_reported_with_what_was_meant_once_a_line() {
        let found = faults("{ \"年\"：1，\n “名”: 2,\n \"a\":\u{3000}３\n}");
        assert_eq!(
            found,
            [
                "1:6 字符串之外有“：” U+FF1A，改用半角的 :",
                "2:2 字符串之外有““” U+201C，改用半角的 \"",
                "3:6 字符串之外有字符 U+3000，改用普通空格，或删去"
            ]
        );
    }

    #[test]
    fn an_unfinished_string_is_reported_where_it_begins_and_ends_the_scan() {
        let found = faults("{ \"名\": \"值，\n  \"乙\"：1 }");
        assert_eq!(found, ["1:8 字符串没有结束：这一行缺少右引号 \"，在文字后面补上半角双引号；字符串内不能换行"]);
        assert_eq!(faults("\"a\\").len(), 1);
        assert_eq!(faults("\"a\\\n").len(), 1);
    }

    #[test]
    fn comments_are_reported_each() {
        let found = faults("// 一\n{ /* 二\n，*/ } // 三");
        assert_eq!(found.len(), 3);
        assert!(found[1].starts_with("2:3 数据文件不能有注释"), "{}", found[1]);
    }

    #[test]
    fn strings_may_hold_anything_that_is_quoted() {
        assert!(faults(r#"{ "甲，": "“\"，\\", "乙": "//" }"#).is_empty());
    }

    #[test]
    fn more_values_than_memory_should_hold_are_refused() {
        let text = format!("[{}0]", "0,".repeat(MAXIMUM_VALUES));
        let faults = scan(&text).into_diagnostics(&Source::new("a.json", text));
        assert_eq!((faults.len(), faults[0].code), (1, "GK007"));
    }
}

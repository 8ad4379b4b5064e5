//! Text to a tree of values with their places.

use jsonc_parser::ast::Value;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::fault::LoadFault;
use std::ops::Range;

/// JSON as RFC 8259 defines it: one way to write a file, which every other program reads as well.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses `text`; `None` if it holds no value. The parser refuses more than 512 levels, so the tree can be walked
/// recursively.
pub(super) fn parse(text: &str) -> Result<Option<Value<'_>>, (Range<usize>, LoadFault)> {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => Ok(parsed.value),
        Err(error) => Err(translate(text, &error)),
    }
}

fn translate(text: &str, error: &ParseError) -> (Range<usize>, LoadFault) {
    let range = error.range().start..error.range().end;
    let (message, hint) = match error.kind() {
        ParseErrorKind::NestingDepthExceeded => return (range.start..range.start + 1, LoadFault::Nesting),
        ParseErrorKind::ExpectedComma if has_leading_zero(text, range.start) => {
            ("数不能以 0 开头", Some("编码要加引号。例：\"0601\""))
        }
        ParseErrorKind::String(kind) => string(kind),
        kind => other(kind),
    };
    (range, LoadFault::Syntax { message: message.to_owned(), hint: hint.map(str::to_owned) })
}

/// The parser takes `0601` for a 0 that lacks a comma after it.
fn has_leading_zero(text: &str, after: usize) -> bool {
    text.get(..after).is_some_and(|before| before.ends_with('0'))
        && text.get(after..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
}

fn other(kind: &ParseErrorKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ParseErrorKind::BareDecimalPointNumbersNotAllowed => ("小数点前后都要有数字", Some("例：0.5")),
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            ("数据文件不能有注释", Some("删去注释"))
        }
        ParseErrorKind::ExpectedColonAfterObjectKey => ("字段名后面缺少冒号", Some("例：\"year\": 2023")),
        ParseErrorKind::ExpectedObjectValue => ("冒号后面缺少值", Some("例：\"year\": 2023")),
        ParseErrorKind::ExpectedDigit | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            ("数写得不完整", Some("指数后面要有数字；金额不用指数写法"))
        }
        ParseErrorKind::ExpectedDigitFollowingNegativeSign => ("负号后面缺少数字", None),
        ParseErrorKind::ExpectedStringObjectProperty => ("字段名要加双引号", Some("例：\"year\": 2023")),
        ParseErrorKind::HexadecimalNumbersNotAllowed => ("不能用十六进制数", None),
        ParseErrorKind::ExpectedComma => ("这里缺少逗号", Some("两个值或两个字段之间用半角逗号隔开")),
        ParseErrorKind::MultipleRootJsonValues => {
            ("数据结束以后还有内容", Some("检查是否多了一个 }，或把两个文件的内容放在了一起"))
        }
        ParseErrorKind::NonFiniteNumbersNotAllowed => ("不能用 Infinity 或 NaN", None),
        ParseErrorKind::SingleQuotedStringsNotAllowed => ("字符串要用双引号", Some("把 ' 改为 \"")),
        ParseErrorKind::TrailingCommasNotAllowed => ("最后一项后面多了一个逗号", Some("删去这个逗号")),
        ParseErrorKind::UnaryPlusNumbersNotAllowed => ("数前面不能写正号", Some("删去 +")),
        ParseErrorKind::UnexpectedCloseBrace => ("这里不应有 }", Some("检查前面的 { 和 [ 是否成对")),
        ParseErrorKind::UnexpectedCloseBracket => ("这里不应有 ]", Some("检查前面的 { 和 [ 是否成对")),
        ParseErrorKind::UnexpectedColon => ("这里不应有冒号", Some("字段要放在 { } 之内")),
        ParseErrorKind::UnexpectedComma => ("这里多了一个逗号，或逗号前缺少值", None),
        ParseErrorKind::UnexpectedWord => ("文字要加双引号", Some("不加引号的词只有 true、false、null")),
        ParseErrorKind::UnexpectedTokenInObject => ("这里应为字段名或 }", Some("字段名要加双引号；检查括号是否成对")),
        ParseErrorKind::UnterminatedArray => ("这个 [ 没有对应的 ]", Some("文件可能不完整")),
        ParseErrorKind::UnterminatedObject => ("这个 { 没有对应的 }", Some("文件可能不完整")),
        ParseErrorKind::UnexpectedToken => ("这里的字符不符合 JSON 语法", Some("文字要加双引号；多余的符号请删去")),
        // These have sentences of their own above.
        ParseErrorKind::String(_) | ParseErrorKind::NestingDepthExceeded => ("这里不符合 JSON 语法", None),
    }
}

fn string(kind: &ParseStringErrorKind) -> (&'static str, Option<&'static str>) {
    match kind {
        ParseStringErrorKind::InvalidEscapeInSingleQuoteString
        | ParseStringErrorKind::InvalidEscapeInDoubleQuoteString
        | ParseStringErrorKind::InvalidEscape => {
            ("反斜杠后面的字符不正确", Some("反斜杠本身写作 \\\\，双引号写作 \\\""))
        }
        ParseStringErrorKind::ExpectedFourHexDigits | ParseStringErrorKind::ExpectedTwoHexDigits => {
            ("\\u 后面要有四位十六进制数字", Some("例：\\u5e74"))
        }
        ParseStringErrorKind::InvalidUnicodeEscapeSequence(_) => {
            ("\\u 写出的不是字符", Some("U+D800 至 U+DFFF 须成对使用；请直接写这个字"))
        }
        ParseStringErrorKind::UnterminatedStringLiteral => ("字符串没有结束", Some("补上双引号")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> (usize, String) {
        let (range, fault) = parse(text).unwrap_err();
        (range.start, fault.to_string())
    }

    #[test]
    fn says_in_chinese_what_is_wrong_and_where() {
        for (text, start, expected) in [
            ("{\"a\":1,}", 6, "最后一项后面多了一个逗号"),
            ("{\"a\" 1}", 5, "字段名后面缺少冒号"),
            ("{\"a\":1 \"b\":2}", 6, "这里缺少逗号"),
            ("{\"a\":0601}", 6, "数不能以 0 开头"),
            ("{\"a\":", 5, "冒号后面缺少值"),
            ("{a:1}", 1, "字段名要加双引号"),
            ("{'a':1}", 1, "字符串要用双引号"),
            ("[+1]", 1, "数前面不能写正号"),
            ("[.5]", 1, "小数点前后都要有数字"),
            ("[0x1]", 1, "不能用十六进制数"),
            ("[", 0, "这个 [ 没有对应的 ]"),
            ("{}{}", 2, "数据结束以后还有内容"),
            (r#"["\x"]"#, 2, "反斜杠后面的字符不正确"),
            (r#"["\ud800"]"#, 2, "\\u 写出的不是字符"),
            ("[year ]", 1, "文字要加双引号"),
            ("[a]", 1, "这里的字符不符合 JSON 语法"),
        ] {
            let (at, message) = message(text);
            assert_eq!((at, message.as_str()), (start, expected), "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_stack_overflow() {
        for unit in ["[", "{\"a\":"] {
            let text = unit.repeat(10_000);
            let run = move || parse(&text).unwrap_err().1;
            let fault = std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
            assert_eq!(fault, LoadFault::Nesting);
        }
    }
}

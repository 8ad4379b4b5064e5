//! Cells to JSON: what a person may type for an amount, a code, a day, a choice.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value as Json;

use super::columns::{Holds, NO, YES};
use super::sheets::Value;

/// How far a binary number may be from the 分 that it stands for.
const BINARY: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CellFault {
    #[error("单元格是错误值 {0}")]
    Error(String),
    #[error("公式没有计算结果")]
    NoResult,
    #[error("{0}应为数，这里是日期")]
    DateForNumber(String),
    #[error("{0}应为数，这里是{1}")]
    BooleanForNumber(String, &'static str),
}

impl CellFault {
    /// What to do about it.
    pub(crate) fn hint(&self) -> &'static str {
        match self {
            Self::Error(_) => "改正公式或填写数值",
            Self::NoResult => "在 Excel 中打开，保存后再试；或填写数值",
            Self::DateForNumber(_) => "把单元格的格式改为数值，重新填写",
            Self::BooleanForNumber(..) => "填写数值",
        }
    }
}

/// The cell as JSON.
pub(crate) fn literal(value: &Value, holds: &Holds, title: &str) -> Result<String, CellFault> {
    let word = |value: bool| if value { YES } else { NO };
    match value {
        Value::Error(error) => return Err(CellFault::Error(error.clone())),
        Value::Nothing => return Err(CellFault::NoResult),
        Value::Date(..) if matches!(holds, Holds::Amount | Holds::Quantity | Holds::Integer) => {
            return Err(CellFault::DateForNumber(title.to_owned()));
        }
        Value::Boolean(value) if matches!(holds, Holds::Amount | Holds::Quantity | Holds::Integer) => {
            return Err(CellFault::BooleanForNumber(title.to_owned(), word(*value)));
        }
        _ => {}
    }
    let text = match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => plain(*number),
        Value::Boolean(value) => word(*value).to_owned(),
        Value::Date(year, month, _) if *holds == Holds::Month => format!("{year:04}-{month:02}"),
        Value::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        Value::Error(_) | Value::Nothing => String::new(),
    };
    Ok(match holds {
        Holds::Text => quoted(&text),
        Holds::Amount => quoted(&fen(number(&text))),
        Holds::Quantity => quoted(&number(&text)),
        Holds::Code => quoted(&half_width(&text)),
        Holds::Date => quoted(&day(&text, 3)),
        Holds::Month => quoted(&day(&text, 2)),
        Holds::Integer => {
            let digits = number(&text);
            let is_integer =
                digits.len() < 16 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let shown = digits.trim_start_matches('0');
            if is_integer { if shown.is_empty() { "0".to_owned() } else { shown.to_owned() } } else { quoted(&text) }
        }
        Holds::Boolean => match text.as_str() {
            YES => "true".to_owned(),
            NO => "false".to_owned(),
            other => quoted(other),
        },
        Holds::Choice(words) => quoted(key(words, &text)),
    })
}

/// The word of the data format for a choice's title; what is neither stays, for the checks to tell.
pub(super) fn key<'a>(words: &'a [(String, String)], text: &'a str) -> &'a str {
    words.iter().find(|(_, title)| title == text).map_or(text, |(word, _)| word)
}

fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

/// A float as a person wrote it: the shortest text that means it, without an exponent.
fn plain(number: f64) -> String {
    let text = format!("{number}");
    text.parse::<Decimal>().map_or(text, |number| number.normalize().to_string())
}

/// A number without thousands separators and full-width digits; 分 where binary arithmetic left a trace.
pub(crate) fn number(text: &str) -> String {
    let text = half_width(text).replace(' ', "");
    let text = without_separators(&text).unwrap_or(text);
    let Ok(value) = text.parse::<Decimal>() else { return text };
    if value.scale() <= 2 {
        return text;
    }
    let fen = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    if (value - fen).abs() <= BINARY { fen.normalize().to_string() } else { value.normalize().to_string() }
}

/// With both decimals, as amounts are written.
fn fen(number: String) -> String {
    match number.parse::<Decimal>() {
        Ok(value) if value.scale() < 2 => format!("{value:.2}"),
        _ => number,
    }
}

/// `1,234,567.00` without its commas; nothing if they do not part thousands.
fn without_separators(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let parted = groups.len() > 1
        && first.len() <= 3
        && groups.iter().all(digits)
        && rest.iter().all(|group| group.len() == 3)
        && fraction.bytes().all(|byte| byte.is_ascii_digit());
    parted.then(|| text.replace(',', ""))
}

/// Full-width digits, letters and marks of numbers as half-width ones.
pub(crate) fn half_width(text: &str) -> String {
    let half = |character: char| match character {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '，' | '－' | '＋' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    };
    text.chars().map(half).collect::<String>().trim().to_owned()
}

/// `2023年2月10日`, `2023/2/10`, `2023.2.10` as `2023-02-10`; anything else as it is.
fn day(text: &str, parts: usize) -> String {
    let half = half_width(text);
    let numbers: Vec<&str> =
        half.split(['年', '月', '日', '/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let is_day = numbers.len() == parts && numbers.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_day || numbers[0].len() != 4 || numbers[1..].iter().any(|part| part.len() > 2) {
        return half;
    }
    numbers.iter().map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, holds: &Holds) -> String {
        literal(&Value::Text(text.to_owned()), holds, "金额").unwrap()
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, read) in [
            ("1,234,567.00", "1234567.00"),
            ("１２３４．５", "1234.5"),
            ("１，２３４", "1234"),
            (" 12 ", "12"),
            ("12,34", "12,34"),
            ("壹万元", "壹万元"),
            ("-1,000", "-1000"),
        ] {
            assert_eq!(text(typed, &Holds::Quantity), format!("\"{read}\""), "{typed}");
        }
    }

    #[test]
    fn binary_traces_are_rounded_to_fen_and_no_more() {
        let number = |number: f64| literal(&Value::Number(number), &Holds::Quantity, "金额").unwrap();
        assert_eq!(number(1.0000000000000002), "\"1\"");
        assert_eq!(number(0.1 + 0.2), "\"0.3\"");
        assert_eq!(number(1_928_299.36), "\"1928299.36\"");
        assert_eq!(number(12.345), "\"12.345\"");
        assert_eq!(number(1e15), "\"1000000000000000\"");
        assert_eq!(number(2023.0), "\"2023\"");
        assert_eq!(literal(&Value::Number(2023.0), &Holds::Amount, "金额").unwrap(), "\"2023.00\"");
    }

    #[test]
    fn days_months_codes_and_choices_have_the_notation_of_the_format() {
        assert_eq!(text("2023年2月10日", &Holds::Date), "\"2023-02-10\"");
        assert_eq!(text("2023/12/1", &Holds::Date), "\"2023-12-01\"");
        assert_eq!(text("二月", &Holds::Date), "\"二月\"");
        assert_eq!(literal(&Value::Date(2023, 2, 10), &Holds::Month, "").unwrap(), "\"2023-02\"");
        assert_eq!(text("２０６０１０１", &Holds::Code), "\"2060101\"");
        assert_eq!(literal(&Value::Number(2_060_101.0), &Holds::Code, "").unwrap(), "\"2060101\"");
        let funds = Holds::Choice(vec![("other_income".to_owned(), "其他收入".to_owned())]);
        assert_eq!(text("其他收入", &funds), "\"other_income\"");
        assert_eq!(text("其它收入", &funds), "\"其它收入\"");
        assert_eq!(text("是", &Holds::Boolean), "true");
        assert_eq!(text("12", &Holds::Integer), "12");
        assert_eq!(text("十二", &Holds::Integer), "\"十二\"");
    }

    #[test]
    fn what_is_no_value_is_a_fault() {
        let fault = |value: &Value| literal(value, &Holds::Amount, "金额").unwrap_err().to_string();
        assert_eq!(fault(&Value::Error("#REF!".to_owned())), "单元格是错误值 #REF!");
        assert_eq!(fault(&Value::Nothing), "公式没有计算结果");
        assert_eq!(fault(&Value::Date(2023, 1, 1)), "金额应为数，这里是日期");
        assert_eq!(fault(&Value::Boolean(true)), "金额应为数，这里是是");
    }
}

//! Money and quantities, read exactly from their text.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::text::serde_as_text;

/// Largest amount that a file may state, in 元: ten thousand 亿. Sums of a million such lines still fit a [`Decimal`].
const LARGEST: i64 = 1_000_000_000_000;

/// 金额（元）。
///
/// Zero or more, at most two decimals, exact. Stated as a JSON string or number; both are read from the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// 数量。
///
/// Zero or more, at most four decimals, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(Decimal);

/// Why a text is no amount or quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a plain decimal number: separators, units, exponents, full-width digits.
    #[error("不是数")]
    NotANumber,
    /// Below zero. 负数调整不能公开为支出明细。
    #[error("不能为负数")]
    Negative,
    /// More decimals than allowed, were they zero or not.
    #[error("小数多于 {allowed} 位")]
    TooPrecise {
        /// How many decimals are allowed.
        allowed: u32,
    },
    /// Beyond one million million.
    #[error("超出一万亿")]
    TooLarge,
}

impl Amount {
    /// 零元。
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// Decimals of 元: 角 and 分.
    pub const DECIMALS: u32 = 2;

    /// The amount in 元.
    #[must_use]
    pub fn yuan(self) -> Decimal {
        self.0
    }
}

impl Quantity {
    /// Decimals that a quantity may have.
    pub const DECIMALS: u32 = 4;

    /// The number.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }
}

fn parse(text: &str, decimals: u32) -> Result<Decimal, AmountError> {
    if text.starts_with('-') && text[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return Err(AmountError::Negative);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return Err(AmountError::NotANumber);
    }
    if text.contains('.') && fraction.len() > decimals as usize {
        return Err(AmountError::TooPrecise { allowed: decimals });
    }
    if whole.trim_start_matches('0').len() > 13 {
        return Err(AmountError::TooLarge);
    }
    let value = Decimal::from_str(text).map_err(|_| AmountError::NotANumber)?;
    if value > Decimal::from(LARGEST) { Err(AmountError::TooLarge) } else { Ok(value) }
}

/// A plain number with a comma before each three digits of its whole part.
#[must_use]
pub fn separate_thousands(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

macro_rules! decimal_type {
    ($name:ident, $title:literal, $schema_name:literal, $description:literal) => {
        impl FromStr for $name {
            type Err = AmountError;
            fn from_str(text: &str) -> Result<Self, AmountError> {
                parse(text, Self::DECIMALS).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        serde_as_text!($name);

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $schema_name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "title": $title,
                    "description": $description,
                    "type": ["string", "number"],
                    "pattern": format!(r"^[0-9]+(\.[0-9]{{1,{}}})?$", Self::DECIMALS),
                    "minimum": 0,
                    "format": $schema_name
                })
            }
        }
    };
}

decimal_type!(Amount, "金额（元）", "amount", "以元为单位，不带千分位，最多两位小数，不得为负。例：\"184560.00\"");
decimal_type!(Quantity, "数量", "quantity", "不带千分位，最多四位小数，不得为负。例：\"20\"");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts_exactly() {
        for (text, shown) in
            [("0", "0"), ("184560.00", "184560.00"), ("0.1", "0.1"), ("1000000000000", "1000000000000")]
        {
            assert_eq!(text.parse::<Amount>().unwrap().to_string(), shown);
        }
    }

    #[test]
    fn refuses_what_is_no_amount() {
        let fault = |text: &str| text.parse::<Amount>().unwrap_err();
        assert_eq!(fault("-1"), AmountError::Negative);
        assert_eq!(fault("1.005"), AmountError::TooPrecise { allowed: 2 });
        assert_eq!(fault("1.000"), AmountError::TooPrecise { allowed: 2 });
        assert_eq!(fault("1000000000000.01"), AmountError::TooLarge);
        assert_eq!(fault("99999999999999999999999999999999"), AmountError::TooLarge);
        for text in ["", "-", ".5", "5.", "1,000", "1e3", "１２", "12元", " 1", "+1", "NaN"] {
            assert_eq!(fault(text), AmountError::NotANumber, "{text:?}");
        }
    }
}

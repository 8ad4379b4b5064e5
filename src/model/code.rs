//! Codes of the government budget classification and of budget units.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::text::serde_as_text;

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// A character that is no ASCII digit.
    #[error("只能由数字 0–9 组成")]
    NotDigits,
    /// Another number of digits than this kind of code has.
    #[error("应为 {expected}位")]
    Length {
        /// What the length should be, in words.
        expected: &'static str,
    },
}

/// 支出功能分类科目的级次。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FunctionLevel {
    /// 类，3 位。
    Class,
    /// 款，5 位。
    Group,
    /// 项，7 位。
    Item,
}

fn check(text: &str, lengths: std::ops::RangeInclusive<usize>, expected: &'static str) -> Result<(), CodeError> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(CodeError::NotDigits)
    } else if !lengths.contains(&text.len()) {
        Err(CodeError::Length { expected })
    } else {
        Ok(())
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $lengths:expr, $expected:literal, $schema_name:literal, $title:literal, $pattern:literal, $description:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                check(text, $lengths, $expected).map(|()| Self(text.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        serde_as_text!($name);

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $schema_name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "title": $title, "description": $description, "type": "string", "pattern": $pattern, "format": $schema_name })
            }
        }
    };
}

code!(
    /// 支出功能分类科目编码（项级，7 位）。
    ///
    /// EXP_FUNC_CODE of the 预算管理一体化 system.
    FunctionCode, 7..=7, "7 ", "function-code", "功能分类科目编码", "^[0-9]{7}$", "项级，7 位数字，用引号。例：\"2060101\""
);
code!(
    /// 部门预算支出经济分类科目编码（款级，5 位）。
    ///
    /// DEP_BGT_ECO_CODE of the 预算管理一体化 system.
    EconomicCode, 5..=5, "5 ", "economic-code", "经济分类科目编码", "^[0-9]{5}$", "款级，5 位数字，用引号。例：\"30101\""
);
code!(
    /// 部门或预算单位代码（3 至 15 位数字）。
    ///
    /// AGENCY_CODE of the 预算管理一体化 system.
    UnitCode, 3..=15, "3 至 15 ", "unit-code", "部门或单位代码", "^[0-9]{3,15}$", "3 至 15 位数字，用引号。例：\"206001\""
);

impl FunctionCode {
    /// The code of the 类, 款 or 项 that this 项 stands in: 3, 5 or 7 digits.
    #[must_use]
    pub fn at(&self, level: FunctionLevel) -> &str {
        match level {
            FunctionLevel::Class => &self.0[..3],
            FunctionLevel::Group => &self.0[..5],
            FunctionLevel::Item => &self.0,
        }
    }
}

impl EconomicCode {
    /// The 类 that this 款 stands in, 3 digits.
    #[must_use]
    pub fn class(&self) -> &str {
        &self.0[..3]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_an_item_code_into_its_levels() {
        let code: FunctionCode = "2060101".parse().unwrap();
        assert_eq!(
            (code.at(FunctionLevel::Class), code.at(FunctionLevel::Group), code.at(FunctionLevel::Item)),
            ("206", "20601", "2060101")
        );
    }

    #[test]
    fn refuses_codes_of_another_length_or_alphabet() {
        assert_eq!("206010".parse::<FunctionCode>().unwrap_err(), CodeError::Length { expected: "7 " });
        assert_eq!("206010１".parse::<FunctionCode>().unwrap_err(), CodeError::NotDigits);
        assert_eq!("30101A".parse::<EconomicCode>().unwrap_err(), CodeError::NotDigits);
    }
}

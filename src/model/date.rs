//! Dates as the published document prints them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use time::Month as CalendarMonth;

use super::text::serde_as_text;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not digits and hyphens in the expected places.
    #[error("应写作 {0}")]
    Form(&'static str),
    /// No such day in the calendar.
    #[error("没有这一天")]
    NoSuchDay,
}

/// 预算年度。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Year(pub u16);

/// 日期（年-月-日）。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// 月份（年-月）。
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Year {
    /// Years that a disclosure may be of; publishing began in 2010.
    pub const RANGE: std::ops::RangeInclusive<u16> = 2010..=2099;
}

impl Date {
    /// 年、月、日。
    #[must_use]
    pub fn parts(self) -> (i32, u8, u8) {
        (self.0.year(), self.0.month().into(), self.0.day())
    }
}

impl Date {
    /// Days from `earlier` to this day; negative if this day is before it.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }
}

impl Month {
    /// 年、月。
    #[must_use]
    pub fn parts(self) -> (u16, u8) {
        (self.year, self.month)
    }
}

fn number<T: FromStr>(text: &str, digits: usize) -> Option<T> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Date {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        const FORM: DateError = DateError::Form("2023-02-10");
        let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else { return Err(FORM) };
        let (year, month, day) =
            (number(year, 4).ok_or(FORM)?, number::<u8>(month, 2).ok_or(FORM)?, number(day, 2).ok_or(FORM)?);
        let month = CalendarMonth::try_from(month).map_err(|_| DateError::NoSuchDay)?;
        time::Date::from_calendar_date(year, month, day).map(Self).map_err(|_| DateError::NoSuchDay)
    }
}

impl FromStr for Month {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        const FORM: DateError = DateError::Form("2023-01");
        let (year, month) = text.split_once('-').ok_or(FORM)?;
        let (year, month) = (number(year, 4).ok_or(FORM)?, number(month, 2).ok_or(FORM)?);
        if (1..=12).contains(&month) { Ok(Self { year, month }) } else { Err(DateError::NoSuchDay) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl JsonSchema for Year {
    fn schema_name() -> Cow<'static, str> {
        "year".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "title": "年度", "description": "四位数字，不加引号。例：2023", "type": "integer",
            "minimum": Self::RANGE.start(), "maximum": Self::RANGE.end(), "format": "year" })
    }
}

macro_rules! date_type {
    ($name:ident, $schema_name:literal, $title:literal, $pattern:literal, $description:literal) => {
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

date_type!(Date, "date", "日期", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "年-月-日。例：\"2023-02-10\"");
date_type!(Month, "month", "月份", "^[0-9]{4}-[0-9]{2}$", "年-月。例：\"2023-01\"");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_only_days_of_the_calendar() {
        assert_eq!("2024-02-29".parse::<Date>().unwrap().to_string(), "2024-02-29");
        assert_eq!("2023-02-29".parse::<Date>().unwrap_err(), DateError::NoSuchDay);
        assert_eq!("2023-13-01".parse::<Date>().unwrap_err(), DateError::NoSuchDay);
        assert!(matches!("2023-2-1".parse::<Date>().unwrap_err(), DateError::Form(_)));
        assert_eq!("2023-13".parse::<Month>().unwrap_err(), DateError::NoSuchDay);
    }
}

//! The values that have a notation of their own: amounts, codes, dates.

use crate::model::{
    Amount, AmountError, CodeError, Date, DateError, EconomicCode, FunctionCode, Month, Quantity, UnitCode,
};

/// Which notation a text or number has to follow; the `format` of the JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Amount,
    Quantity,
    FunctionCode,
    EconomicCode,
    UnitCode,
    SubjectCode,
    Date,
    Month,
}

/// Why a text does not follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum LeafError {
    #[error(transparent)]
    Amount(#[from] AmountError),
    #[error(transparent)]
    Code(#[from] CodeError),
    #[error(transparent)]
    Date(#[from] DateError),
}

impl Format {
    /// The notation that the JSON Schema calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "amount" => Self::Amount,
            "quantity" => Self::Quantity,
            "function-code" => Self::FunctionCode,
            "economic-code" => Self::EconomicCode,
            "unit-code" => Self::UnitCode,
            "subject-code" => Self::SubjectCode,
            "date" => Self::Date,
            "month" => Self::Month,
            _ => return None,
        })
    }

    /// Whether the value may be a JSON number as well as a string.
    pub(super) fn may_be_number(self) -> bool {
        matches!(self, Self::Amount | Self::Quantity)
    }

    /// A right value, for hints.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Amount => "\"184560.00\"",
            Self::Quantity => "\"20\"",
            Self::FunctionCode => "\"2060101\"",
            Self::EconomicCode => "\"30101\"",
            Self::UnitCode => "\"206001\"",
            Self::SubjectCode => "\"20601\"",
            Self::Date => "\"2023-02-10\"",
            Self::Month => "\"2023-01\"",
        }
    }

    /// Judges `text` exactly as decoding does.
    pub(super) fn check(self, text: &str) -> Result<(), LeafError> {
        match self {
            Self::Amount => text.parse::<Amount>().map(drop)?,
            Self::Quantity => text.parse::<Quantity>().map(drop)?,
            Self::FunctionCode => text.parse::<FunctionCode>().map(drop)?,
            Self::EconomicCode => text.parse::<EconomicCode>().map(drop)?,
            Self::UnitCode => text.parse::<UnitCode>().map(drop)?,
            Self::SubjectCode => subject_code(text)?,
            Self::Date => text.parse::<Date>().map(drop)?,
            Self::Month => text.parse::<Month>().map(drop)?,
        }
        Ok(())
    }
}

/// A subject of any level stands in the model as a plain text.
fn subject_code(text: &str) -> Result<(), CodeError> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(CodeError::NotDigits)
    } else if !matches!(text.len(), 3 | 5 | 7) {
        Err(CodeError::Length { expected: "3、5 或 7 " })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_right() {
        for format in [
            Format::Amount,
            Format::Quantity,
            Format::FunctionCode,
            Format::EconomicCode,
            Format::UnitCode,
            Format::SubjectCode,
            Format::Date,
            Format::Month,
        ] {
            assert_eq!(format.check(format.example().trim_matches('"')), Ok(()), "{format:?}");
        }
    }

    #[test]
    fn refuses_subject_codes_of_no_level() {
        assert_eq!(Format::SubjectCode.check("2060"), Err(CodeError::Length { expected: "3、5 或 7 " }.into()));
        assert_eq!(Format::SubjectCode.check("20A"), Err(CodeError::NotDigits.into()));
    }
}

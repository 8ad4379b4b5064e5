//! From exact 元 to printed text: the only place that rounds and formats.

use rust_decimal::{Decimal, RoundingStrategy};

use super::report::Figure;
use crate::model::separate_thousands;
use crate::reference::FigureStyle;

/// Decimals of 万元 in sentences.
const WAN_DECIMALS: u32 = 2;

/// Rounds half up, as 四舍五入 does.
#[must_use]
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// 元 to 万元, rounded half up to two decimals.
#[must_use]
pub fn wan(yuan: Decimal) -> Decimal {
    round(yuan / Decimal::from(10_000), WAN_DECIMALS)
}

/// Part of a whole in %, rounded half up; zero of a zero whole.
#[must_use]
pub fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Decimal {
    part.checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|part| part.checked_div(whole))
        .map_or(Decimal::ZERO, |share| round(share, decimals))
}

/// 元 as a table cell: two decimals, thousands separators if wanted.
#[must_use]
pub fn yuan_text(yuan: Decimal, thousands: bool) -> String {
    let plain = format!("{:.2}", round(yuan, 2));
    if thousands { separate_thousands(&plain) } else { plain }
}

/// 元 as a table cell in 万元: rounded half up to two decimals.
#[must_use]
pub fn wan_text(yuan: Decimal, thousands: bool) -> String {
    yuan_text(wan(yuan), thousands)
}

/// Prints figures in the region's style.
#[derive(Debug, Clone, Copy)]
pub struct Printer<'a> {
    /// The region's style.
    pub style: &'a FigureStyle,
}

impl Printer<'_> {
    /// An amount in 万元.
    pub fn wan(&self, id: impl Into<String>, yuan: Decimal) -> Figure {
        self.rounded(id, wan(yuan), WAN_DECIMALS)
    }

    /// A value already rounded to `decimals`.
    pub fn rounded(&self, id: impl Into<String>, value: Decimal, decimals: u32) -> Figure {
        let text = if self.style.trim_zeros {
            value.normalize().to_string()
        } else {
            format!("{value:.places$}", places = decimals as usize)
        };
        Figure { id: id.into(), text }
    }

    /// A share of a whole, in %.
    pub fn share(&self, id: impl Into<String>, part: Decimal, whole: Decimal) -> Figure {
        self.rounded(id, percent(part, whole, self.style.share_decimals), self.style.share_decimals)
    }

    /// A count.
    pub fn count(&self, id: impl Into<String>, count: u64) -> Figure {
        Figure { id: id.into(), text: count.to_string() }
    }
}

/// Whether the printed 万元 parts miss the printed 万元 total.
pub fn misses_by_rounding(total: Decimal, parts: impl IntoIterator<Item = Decimal>) -> bool {
    let mut any = false;
    let sum: Decimal = parts.into_iter().inspect(|_| any = true).map(wan).sum();
    any && sum != wan(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_half_up_to_the_printed_wan() {
        for (yuan, printed) in
            [("1928299.36", "192.83"), ("873617", "87.36"), ("877080", "87.71"), ("50", "0.01"), ("49.99", "0")]
        {
            assert_eq!(wan(decimal(yuan)).normalize().to_string(), printed, "{yuan}");
        }
    }

    #[test]
    fn gives_shares_of_the_exact_amounts() {
        assert_eq!(percent(decimal("1388299.36"), decimal("1928299.36"), 0), decimal("72"));
        assert_eq!(percent(decimal("637300.64"), decimal("2565600.00"), 2), decimal("24.84"));
        assert_eq!(percent(decimal("1"), Decimal::ZERO, 2), Decimal::ZERO);
    }

    #[test]
    fn separates_thousands_and_keeps_fen() {
        for (yuan, text) in [("0", "0.00"), ("999.9", "999.90"), ("1928299.36", "1,928,299.36"), ("-1000", "-1,000.00")]
        {
            assert_eq!(yuan_text(decimal(yuan), true), text);
        }
        assert_eq!(yuan_text(decimal("1928299.36"), false), "1928299.36");
    }

    #[test]
    fn notices_parts_that_no_longer_add_up() {
        assert!(misses_by_rounding(decimal("100"), [decimal("50"), decimal("50")]));
        assert!(!misses_by_rounding(decimal("20000"), [decimal("10000"), decimal("10000")]));
        assert!(!misses_by_rounding(decimal("100"), []));
    }
}

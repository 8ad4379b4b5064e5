//! A number before and after, as the document prints both, with what it counts.

use rust_decimal::Decimal;

use crate::compare::{FigureChange, Printed};
use crate::derive::wan;
use crate::model::separate_thousands;

/// What is printed of a figure that is not there.
pub(super) const ABSENT: &str = "—";

const YUAN: &str = "元";
const WAN: &str = "万元";
const PERCENT: &str = "%";

/// 更正前后的数字。
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// As printed; none where the figure is not printed.
    texts: [Option<String>; 2],
    numbers: [Option<Decimal>; 2],
    /// After less before.
    difference: Decimal,
    /// What it counts: 元, 万元, %, 人 …
    unit: Option<String>,
}

impl Value {
    /// None if a side is no number.
    pub(super) fn of(change: &FigureChange, unit: Option<&str>) -> Option<Self> {
        let difference = change.difference()?;
        let sides = [&change.old, &change.new];
        let text = |side: &Option<Printed>| side.as_ref().map(|printed| printed.text.clone());
        let number = |side: &Option<Printed>| side.as_ref().and_then(|printed| printed.number);
        Some(Self { texts: sides.map(text), numbers: sides.map(number), difference, unit: unit.map(str::to_owned) })
    }

    /// Takes the unit of its table, unless it has its own. A table in 元 prints amounts to the 分; a number without
    /// decimals in it is a count.
    pub(super) fn counted_in(&mut self, table: Option<&str>) {
        let to_fen = || self.texts.iter().flatten().all(|text| text.contains('.'));
        if self.unit.is_none() && (table != Some(YUAN) || to_fen()) {
            self.unit = table.map(str::to_owned);
        }
    }

    /// Whether this, in 万元, is `exact`, in 元, rounded.
    pub(super) fn rounds(&self, exact: &Self) -> bool {
        let rounded = |number: Option<Decimal>| number.map(wan);
        self.is_in(WAN) && exact.is_in(YUAN) && self.numbers == exact.numbers.map(rounded)
    }

    fn is_in(&self, unit: &str) -> bool {
        self.unit.as_deref() == Some(unit)
    }

    /// Before, after, difference, each with its unit.
    pub(super) fn sides(&self) -> [String; 3] {
        let unit = self.unit.as_deref().unwrap_or_default();
        let [old, new] = self
            .texts
            .each_ref()
            .map(|text| text.as_ref().map_or_else(|| ABSENT.to_owned(), |text| format!("{text}{unit}")));
        let unit = if unit == PERCENT { "个百分点" } else { unit };
        [old, new, format!("{}{unit}", self.signed())]
    }

    /// The difference as the two sides are printed: 元 with separators and two decimals, 万元 without zeros at the end.
    fn signed(&self) -> String {
        let is_fixed = |text: &String| text.contains(',') || (text.contains('.') && text.ends_with('0'));
        let text = if self.texts.iter().flatten().any(is_fixed) {
            separate_thousands(&self.difference.to_string())
        } else {
            self.difference.normalize().to_string()
        };
        if self.difference.is_sign_negative() { text } else { format!("+{text}") }
    }
}

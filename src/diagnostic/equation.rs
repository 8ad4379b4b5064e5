//! What should hold, with both its sides.

use rust_decimal::Decimal;
use unicode_width::UnicodeWidthStr;

use crate::model::separate_thousands;

/// How the two sides should be related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// 等于。
    Equal,
    /// 不大于。
    AtMost,
}

/// One side of an equation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it is, in Chinese.
    pub name: String,
    /// How much.
    pub value: Decimal,
}

/// 勾稽关系。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation {
    /// The side that is judged.
    pub left: Side,
    /// What should hold.
    pub relation: Relation,
    /// What it is judged by.
    pub right: Side,
    /// 元, 人, 辆 … of both.
    pub unit: &'static str,
}

impl Side {
    /// An amount of 元 that is still to be compared.
    fn against(self, relation: Relation, name: impl Into<String>, value: Decimal, unit: &'static str) -> Equation {
        Equation { left: self, relation, right: Side { name: name.into(), value }, unit }
    }
}

/// The left side of an equation and its unit.
#[derive(Debug, Clone)]
pub struct Left(Side, &'static str);

impl Left {
    /// `=`.
    pub fn equals(self, name: impl Into<String>, value: Decimal) -> Equation {
        self.0.against(Relation::Equal, name, value, self.1)
    }

    /// `≤`.
    pub fn at_most(self, name: impl Into<String>, value: Decimal) -> Equation {
        self.0.against(Relation::AtMost, name, value, self.1)
    }
}

impl Equation {
    /// Begins an equation of amounts (元).
    pub fn yuan(name: impl Into<String>, value: Decimal) -> Left {
        Self::of("元", name, value)
    }

    /// Begins an equation of counts in `unit` (人, 辆 …).
    pub fn of(unit: &'static str, name: impl Into<String>, value: impl Into<Decimal>) -> Left {
        Left(Side { name: name.into(), value: value.into() }, unit)
    }

    /// Whether it holds, without tolerance.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self.relation {
            Relation::Equal => self.left.value == self.right.value,
            Relation::AtMost => self.left.value <= self.right.value,
        }
    }

    /// By how much the left side is more than the right one; negative if it is less.
    #[must_use]
    pub fn difference(&self) -> Decimal {
        self.left.value - self.right.value
    }

    /// A value's digits: `1928299.36`. None is dropped: two sides that differ must not look alike.
    #[must_use]
    pub fn digits(&self, value: Decimal) -> String {
        let value = value.normalize();
        if self.unit == "元" && value.scale() <= 2 { format!("{value:.2}") } else { value.to_string() }
    }

    /// A value with its unit: `1,928,299.36 元`.
    #[must_use]
    pub fn shown(&self, value: Decimal) -> String {
        format!("{} {}", separate_thousands(&self.digits(value)), self.unit)
    }

    /// The right side's name after what should hold: `应等于项目预算明细合计`.
    #[must_use]
    pub fn demand(&self) -> String {
        let should = match self.relation {
            Relation::Equal => "应等于",
            Relation::AtMost => "不应大于",
        };
        format!("{should}{}", self.right.name)
    }

    /// `左侧 1.00 元 ≠ 右侧 2.00 元`, in one line.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { left, right, relation, .. } = self;
        let sign = match relation {
            Relation::Equal => "≠",
            Relation::AtMost => "＞",
        };
        format!("{} {} {sign} {} {}", left.name, self.shown(left.value), right.name, self.shown(right.value))
    }

    /// The two sides and their difference, each with its name.
    #[must_use]
    pub fn rows(&self) -> [(String, String); 3] {
        [
            (self.left.name.clone(), self.shown(self.left.value)),
            (self.demand(), self.shown(self.right.value)),
            ("相差".to_owned(), self.shown(self.difference())),
        ]
    }

    /// [`Self::rows`] under each other, names to the left and digits to the right.
    #[must_use]
    pub fn lines(&self) -> [String; 3] {
        let rows = self.rows();
        let widest = |of: fn(&(String, String)) -> &String| rows.iter().map(|row| of(row).width()).max().unwrap_or(0);
        let (names, values) = (widest(|row| &row.0), widest(|row| &row.1));
        rows.map(|(name, value)| {
            let gap = " ".repeat(names - name.width() + 2 + values - value.width());
            format!("{name}{gap}{value}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn sides_align_by_display_width() {
        let equation =
            Equation::yuan("成本构成合计", decimal("60000.01")).equals("项目预算明细合计", decimal("332000"));
        assert!(!equation.holds());
        insta::assert_snapshot!(equation.lines().join("\n"), @r"
        成本构成合计              60,000.01 元
        应等于项目预算明细合计   332,000.00 元
        相差                    -271,999.99 元
        ");
        assert_eq!(equation.line(), "成本构成合计 60,000.01 元 ≠ 项目预算明细合计 332,000.00 元");
    }

    #[test]
    fn there_is_no_tolerance() {
        let at_most = |left: &str| Equation::of("人", "甲", decimal(left)).at_most("乙", decimal("5"));
        assert!(at_most("5").holds() && !at_most("5.0001").holds());
        assert_eq!(at_most("6").lines()[0], "甲          6 人");
        assert_eq!(
            Equation::yuan("甲", decimal("0.004")).equals("乙", decimal("0.000")).line(),
            "甲 0.004 元 ≠ 乙 0.00 元"
        );
    }
}

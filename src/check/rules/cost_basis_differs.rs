//! 测算依据 that is a product, against the amount of the cost.

use rust_decimal::Decimal;

use crate::check::records::plans;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;

rule! {
    /// # 检查内容
    ///
    /// 测算依据全文是一个乘式（如“30000份×2元”“12人×12月×450元”“12月×0.8万元”）时，乘积等于该项成本的金额，精确到分。
    /// 单价带小数、按其位数取整后与金额相符的，只作提示。不是单一乘式的测算依据不检查。
    ///
    /// # 依据
    ///
    /// 绩效目标表的金额要与测算公式一致（domain.md R19、R20、F21）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.costs[0].basis = "3000份×2元"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.costs[1].basis = "36人次×0.2元"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.costs[0].basis = "30,000份×2元/份"
    /// projects[0].plan.costs[1].basis = "36人次×0.2万元"
    /// projects[0].plan.costs[2].basis = "按20场测算"
    /// projects[0].plan.costs[3].basis = "4万册×3元"
    /// ```
    "GK137", "测算依据与成本金额不符", Error, Facts
}

/// A product as it is printed.
#[derive(Debug, PartialEq, Eq)]
struct Product {
    /// 元 or 万元 of one.
    price: Decimal,
    /// How many 元 that unit is.
    unit: Decimal,
    /// All other factors.
    count: Decimal,
}

impl Product {
    /// Reads a text that is nothing but a product with one price; what could be read in two ways is none.
    fn parse(text: &str) -> Option<Self> {
        let mut product = Self { price: Decimal::ZERO, unit: Decimal::ZERO, count: Decimal::ONE };
        let factors: Vec<_> = text.split(['×', '*', '＊', 'x', 'X']).map(factor).collect::<Option<_>>()?;
        for (number, measure) in &factors {
            let price = measure.split_once('/').map_or(*measure, |(price, _)| price);
            let unit = match price {
                "元" => Decimal::ONE,
                "万元" => Decimal::from(10_000),
                // 4 万册 may be 40,000 册 or a price by 万册; 千元 and 美元 are no 元.
                _ if price.starts_with(['十', '百', '千', '万', '亿', '两']) || price.ends_with('元') => {
                    return None;
                }
                _ if measure.contains('/') => return None,
                _ => {
                    product.count = product.count.checked_mul(*number)?;
                    continue;
                }
            };
            if !product.unit.is_zero() {
                return None;
            }
            (product.price, product.unit) = (*number, unit);
        }
        (factors.len() > 1 && !product.unit.is_zero()).then_some(product)
    }

    /// The product in 元.
    fn amount(&self) -> Option<Decimal> {
        self.price.checked_mul(self.unit)?.checked_mul(self.count)
    }

    /// Whether `amount` gives the price once rounded to the decimals that are printed.
    fn rounds_from(&self, amount: Decimal) -> bool {
        let scale = self.price.scale();
        let exact = self.unit.checked_mul(self.count).and_then(|count| amount.checked_div(count));
        scale > 0 && exact.is_some_and(|exact| exact.round_dp(scale) == self.price)
    }
}

/// A number and its measure: `30,000份`.
fn factor(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let (number, measure) = text.split_at(end);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let groups: Vec<_> = whole.split(',').collect();
    let grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let measure = measure.trim();
    let word = measure.split('/').all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    if groups.iter().any(|group| group.is_empty()) || !grouped || fraction.contains([',', '.']) || !word {
        return None;
    }
    Some((number.replace(',', "").parse().ok()?, measure))
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (at, project, plan) in plans(facts.disclosure) {
        for (index, cost) in plan.costs.iter().enumerate() {
            let Some(product) = Product::parse(&cost.basis) else { continue };
            let Some(amount) = product.amount() else { continue };
            let equation = Equation::yuan("测算依据的乘积", amount).equals("成本金额", cost.amount.yuan());
            if !equation.holds() {
                let at = at.key("costs").index(index);
                let finding = judge
                    .find(at.key("basis"), format!("项目“{}”的成本“{}”与测算依据不符", project.name, cost.item))
                    .equation(equation)
                    .label(at.key("amount"), "金额")
                    .hint("核对测算依据的数量、单价和计量单位（元、万元）");
                if product.rounds_from(cost.amount.yuan()) {
                    finding.warning().note("单价取整后与金额相符");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Option<String> {
        Some(Product::parse(text)?.amount()?.normalize().to_string())
    }

    #[test]
    fn products_in_full_are_read() {
        for (text, expected) in [
            ("30000份×2元", "60000"),
            ("30,000份 × 2元/份", "60000"),
            ("12人×12月×450元", "64800"),
            ("12月×0.8万元", "96000"),
            ("2000元×36人次", "72000"),
            ("3单位*1.5元", "4.5"),
            ("30000份x2元", "60000"),
        ] {
            assert_eq!(amount(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_product_or_can_be_read_in_two_ways_is_left_alone() {
        for text in [
            "按合同测算",
            "30000份×2元＋500元",
            "约30000份×2元",
            "3万份×2元",
            "2.4千册×100元",
            "10人×5千元",
            "10人×5美元",
            "10元×5元",
            "60000元",
            "10人×3天",
            "58594元×16%",
            "3,00份×2元",
            "1.2.3份×2元",
            "100份/期×12期×2元",
            "20场×6000",
            "",
        ] {
            assert_eq!(amount(text), None, "{text}");
        }
        assert_eq!(amount(&format!("{}×2元", ["99999999份"; 9].join("×"))), None, "too large to multiply");
    }

    #[test]
    fn a_printed_price_may_be_rounded_but_a_whole_one_is_exact() {
        let rounds = |text: &str, yuan: i64| Product::parse(text).unwrap().rounds_from(yuan.into());
        assert!(rounds("12月×0.83万元", 100_000));
        assert!(!rounds("12月×0.83万元", 101_000));
        assert!(!rounds("30000份×2元", 60_001));
    }
}

//! Amounts that were typed into a text and agree with no figure of the document.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::check::rule::rule;
use crate::check::wording::{Number, clause, ends_at, numbers, starts_at};
use crate::check::words::WORDS;
use crate::check::{Facts, FreeText, Judge, Spot};
use crate::derive::report::Report;
use crate::derive::wan;
use crate::model::{Amount, History};

rule! {
    /// # 检查内容
    ///
    /// 原因、用途、职能概述、年度任务和年度目标中写的金额（元、万元），与数据中的某项金额或本文本印出的某个数一致；万元数按四舍五入到
    /// 两位小数比较，“约”之后的可以少写几位小数。与同一条文字中前后几个金额之和或几个数之积相等的、与一个项目历年预算数或执行数之和
    /// 相等的，也算有据。单价、标准、限额和产值等不检查。词表见 data/wording/words.toml。
    ///
    /// # 依据
    ///
    /// 手写的数字不随预算调整而变化；已公开文本中有正文与表格不一致的实例（domain.md R44、F01、F10）。金额也可能另有出处，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].use = "用于科普活动33.3万元"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "一名在职人员转退休，减少63.74万元"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.goals[0] = "安排经费20万元"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].use = "用于科普活动33.2万元，其中宣传品60,000.00元、承办费12.00万元，每场补助1500元，带动产值500万元，共约33万元"
    /// reasons.total = "一名在职人员转退休，减少63.73万元"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].use = "用于宣传品60,000.00元、承办费12.00万元，合计18万元；补助25人，每人500元，共12,500元"
    /// ```
    "GK511", "文字中的金额没有对应的数据", Warning, Report
}

/// Where amounts of this year's budget are spoken of.
const FIELDS: &[&str] = &[
    "projects[].use",
    "projects[].plan.annual_goal",
    "performance.duties_summary",
    "performance.annual_tasks[]",
    "performance.annual_goal",
    "performance.goals[]",
];

fn check(facts: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    let texts = facts.texts.iter().filter(|text| text.is_reason() || FIELDS.contains(&&*text.field()));
    let typed: Vec<_> = texts.flat_map(amounts).collect();
    // Most files type no amount, and need no walk over all figures.
    if typed.is_empty() {
        return;
    }
    let known = Known::new(facts, report);
    for amount in typed {
        if !amount.is_supported(&known) {
            judge
                .find(
                    Spot::Within(amount.text.pointer.clone(), amount.characters.clone()),
                    format!("“{}{}”与数据中的金额和本文本中的数都不一致", amount.value, amount.unit),
                )
                .hint("核对金额；能由程序计算的数不必写在文字里");
        }
    }
}

struct Typed<'t> {
    text: &'t FreeText<'t>,
    characters: std::ops::Range<usize>,
    value: Decimal,
    unit: &'static str,
    about: bool,
    /// Whether numbers around it add up or multiply to it.
    computed: bool,
}

impl Typed<'_> {
    fn is_supported(&self, known: &Known) -> bool {
        if self.computed {
            return true;
        }
        if self.unit == "元" {
            return known.yuan.contains(&self.value);
        }
        // Ten thousand times a number of any length might not fit.
        let exact = self.value.checked_mul(Decimal::from(10_000));
        known.wan.contains(&self.value)
            || exact.is_some_and(|yuan| known.yuan.contains(&yuan))
            || self.about && known.wan.iter().any(|wan| self.is_about(*wan))
    }

    fn is_about(&self, wan: Decimal) -> bool {
        let decimals = self.value.normalize().scale();
        // 约 with more decimals than are printed is exact.
        let half = if decimals < 2 { Decimal::new(5, decimals + 1) } else { Decimal::ZERO };
        (wan - self.value).abs() <= half
    }
}

/// The amounts that a text types as its own.
fn amounts<'t>(text: &'t FreeText<'t>) -> Vec<Typed<'t>> {
    let characters = text.characters();
    let all = numbers(&characters);
    let yuan = |number: &Number| match unit(&characters, number) {
        Some("万元") => number.value.checked_mul(Decimal::from(10_000)),
        _ => Some(number.value),
    };
    let values: Vec<Option<Decimal>> = all.iter().map(yuan).collect();
    let moneys: Vec<bool> = all.iter().map(|number| unit(&characters, number).is_some()).collect();
    let typed = |(index, number): (usize, &Number)| {
        let unit = unit(&characters, number)?;
        let end = number.range.end + unit.chars().count();
        let clause = clause(&characters, number.range.start);
        // 元/个 and 份×2元 are prices.
        let price = characters.get(end) == Some(&'/') || ends_at(&characters, number.range.start, "×");
        let foreign = WORDS.not_budget.iter().any(|word| word.is_in(clause));
        let about = ["约", "近", "逾", "超"].iter().any(|word| ends_at(&characters, number.range.start, word));
        (!price && !foreign).then_some(Typed {
            text,
            characters: number.range.start..end,
            value: number.value,
            unit,
            about,
            computed: is_computed(&values, &moneys, index),
        })
    };
    all.iter().enumerate().filter_map(typed).collect()
}

/// 万元 or 元 behind a number.
fn unit(characters: &[char], number: &Number) -> Option<&'static str> {
    ["万元", "元"].into_iter().find(|unit| starts_at(characters, number.range.end, unit))
}

/// Factors of a product that is typed out: 25人 × 500元 × 2次.
const MOST_FACTORS: usize = 3;

/// Whether an amount is the sum of two or more amounts right before or right after it, or the product of the numbers right
/// before it. Values in 元.
fn is_computed(values: &[Option<Decimal>], moneys: &[bool], index: usize) -> bool {
    let Some(amount) = values[index] else { return false };
    let money = |at: &usize| moneys[*at];
    let adds_up = |at: &mut dyn Iterator<Item = usize>| {
        let (mut sum, mut count) = (Decimal::ZERO, 0);
        for value in at.map(|at| values[at]) {
            let Some(next) = value.and_then(|value| sum.checked_add(value)) else { return false };
            (sum, count) = (next, count + 1);
            if count > 1 && sum == amount {
                return true;
            }
        }
        false
    };
    let multiplies = || {
        let (mut product, mut count) = (Decimal::ONE, 0);
        for value in values[..index].iter().rev().take(MOST_FACTORS) {
            let Some(next) = value.and_then(|value| product.checked_mul(value)) else { return false };
            (product, count) = (next, count + 1);
            if count > 1 && product == amount {
                return true;
            }
        }
        false
    };
    adds_up(&mut (0..index).rev().filter(money))
        || adds_up(&mut (index + 1..values.len()).filter(money))
        || multiplies()
}

/// The amounts that a document can support, by unit.
#[derive(Default)]
struct Known {
    yuan: BTreeSet<Decimal>,
    wan: BTreeSet<Decimal>,
}

impl Known {
    fn new(facts: &Facts<'_>, report: &Report) -> Self {
        let mut known = Self::default();
        let value = |value: Result<Value, serde_json::Error>| value.unwrap_or_default();
        known.walk(&value(serde_json::to_value(facts.disclosure)), true);
        known.walk(&value(serde_json::to_value(report)), false);
        for plan in facts.disclosure.projects.iter().filter_map(|project| project.plan.as_ref()) {
            for figure in [|year: &History| year.budget, |year: &History| year.executed] {
                known.yuan.insert(plan.history.iter().filter_map(figure).map(Amount::yuan).sum());
            }
        }
        known.wan.extend(known.yuan.iter().copied().map(wan));
        known
    }

    /// Takes in the amounts that a value of the model states, or that one of the report prints.
    fn walk(&mut self, value: &Value, stated: bool) {
        match value {
            // A printed amount has its decimals; what has none is a code or a count.
            Value::String(text) if stated || text.contains('.') => self.yuan.extend(number(text)),
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, stated)),
            Value::Object(members) => match (members.get("id"), members.get("text")) {
                (Some(Value::String(id)), Some(Value::String(text))) => {
                    let part = id.rsplit('.').next().unwrap_or_default();
                    let amount = matches!(part, "amount" | "total") || text.contains('.');
                    if amount && !matches!(part, "share" | "percent") {
                        self.wan.extend(number(text));
                    }
                }
                _ => {
                    let facts = members.iter().filter(|(key, _)| !NO_AMOUNTS.contains(&key.as_str()));
                    facts.for_each(|(_, item)| self.walk(item, stated));
                }
            },
            _ => {}
        }
    }
}

/// Members that hold digits which are no amount.
const NO_AMOUNTS: &[&str] = &["code", "function", "economic", "unit", "value", "quantity", "keys", "published_on"];

fn number(text: &str) -> Option<Decimal> {
    text.replace(',', "").parse::<Decimal>().ok().map(|number| number.abs())
}

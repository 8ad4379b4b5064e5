//! 离休费 and 退休费 against 离退休人数.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, Retired};

rule! {
    /// # 检查内容
    ///
    /// 单位有离休费（经济分类 30301）的，有离休人员；有退休费（30302）的，有退休人员。
    /// 反过来不检查：退休人员的养老金由社会保险基金支付，可以没有退休费。
    ///
    /// # 依据
    ///
    /// 离休费、退休费分别是离休人员、退休人员的支出（支出经济分类科目 30301、30302 的说明；domain.md R60）。
    /// 年度中将有人退休的，年初没有退休人员也可以有退休费，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.retired.ordinary = 0
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// units[0].staffing.retired.pre_1949_cadre = 0
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].staffing.retired.ordinary = 1
    /// ```
    "GK221", "有离退休费而没有离退休人员", Warning, Facts
}

/// 款, its name, whose pay it is, and the field that counts them.
type Pension = (&'static str, &'static str, &'static str, fn(Retired) -> u32, &'static str);

const PENSIONS: [Pension; 2] = [
    ("30301", "离休费", "离休人员", |retired| retired.pre_1949_cadre, "pre_1949_cadre"),
    ("30302", "退休费", "退休人员", |retired| retired.ordinary, "ordinary"),
];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (code, pay, persons, count, field) in PENSIONS {
        let mut paid = BTreeMap::new();
        for entry in facts.ledger.entries.iter().filter(|entry| entry.economic.as_str() == code) {
            paid.entry(entry.unit).or_insert(&entry.pointer);
        }
        for (index, line) in paid {
            let unit = &facts.disclosure.units[index];
            if count(unit.staffing.retired) == 0 {
                let at = Pointer::root().key("units").index(index).key("staffing").key("retired").key(field);
                judge
                    .find(at, format!("单位 {} 有{pay}，没有{persons}", unit.code))
                    .label(line.key("amount"), pay)
                    .hint(format!("核对{persons}人数，或核对支出明细的经济分类"));
            }
        }
    }
}

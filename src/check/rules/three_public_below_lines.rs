//! Stated “三公”经费 against the lines.

use rust_decimal::Decimal;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::three_public::{OVERSEAS, RECEPTION, VEHICLE_PURCHASE, VEHICLE_RUNNING};
use crate::diagnostic::Equation;
use crate::model::{Fund, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 改写的“三公”经费（`overrides` 的四项）不小于一般公共预算基本支出表中相应的款：因公出国（境）费 30212，
    /// 公务用车购置费 31013、30913，公务用车运行费 30231，公务接待费 30217。
    /// 小于计入“三公”经费的全部支出明细（含项目支出）的，提醒核对。
    ///
    /// # 依据
    ///
    /// 两张公开表格并列，“三公”经费支出表不能小于基本支出表中的同一款（domain.md R37，12 份公开文本都相等或更大）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// overrides.vehicle_running = {"amount": "86399.99", "reason": "财政核定"}
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// overrides.vehicle_purchase = {"amount": "0.00", "reason": "不是公务用车"}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// overrides.vehicle_running = {"amount": "90000.00", "reason": "项目支出中另有运行费"}
    /// ```
    "GK214", "改写的“三公”经费小于支出明细", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let overrides = &facts.disclosure.overrides;
    let items = [
        ("overseas", "因公出国（境）费", OVERSEAS, &overrides.overseas),
        ("vehicle_purchase", "公务用车购置费", VEHICLE_PURCHASE, &overrides.vehicle_purchase),
        ("vehicle_running", "公务用车运行费", VEHICLE_RUNNING, &overrides.vehicle_running),
        ("reception", "公务接待费", RECEPTION, &overrides.reception),
    ];
    for (key, name, codes, stated) in items {
        let Some(stated) = stated else { continue };
        let funds = &facts.region.figures.three_public_funds;
        let (mut basic, mut all, mut first) = (Decimal::ZERO, Decimal::ZERO, None);
        for entry in &facts.ledger.entries {
            if codes.contains(&entry.economic.as_str()) && funds.contains(&entry.fund) {
                all += entry.amount;
                if entry.kind.is_basic() && entry.fund == Fund::GeneralPublicBudget {
                    basic += entry.amount;
                }
                first = first.or(Some(&entry.pointer));
            }
        }
        let below =
            |words: &str, lines| Equation::yuan(words, lines).at_most(format!("改写的{name}"), stated.amount.yuan());
        let (printed, counted) = (below("一般公共预算基本支出表中的同一款", basic), below("支出明细", all));
        if counted.holds() {
            continue;
        }
        let error = !printed.holds();
        let finding = judge
            .find(
                Pointer::root().key("overrides").key(key).key("amount"),
                format!("改写的{name}小于{}", if error { "一般公共预算基本支出表中的同一款" } else { "支出明细" }),
            )
            .equation(if error { printed } else { counted });
        if !error {
            finding.warning();
        }
        if let Some(first) = first {
            finding.label(first.key("amount"), "支出明细");
        }
        finding.hint(format!("核对 overrides.{key}；支出明细不是{name}的，改正其经济分类"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::severities;
    use crate::diagnostic::Severity;

    #[test]
    fn what_the_table_of_basic_expenditure_prints_is_an_error() {
        let stated = |key: &str, amount: &str| {
            let step = format!("overrides.{key} = {{\"amount\": \"{amount}\", \"reason\": \"财政核定\"}}");
            severities("GK214", "420107-shili-2024", &[&step])
        };
        assert_eq!(stated("overseas", "28599.99"), [Severity::Error]);
        assert_eq!(stated("vehicle_purchase", "178799.99"), [Severity::Warning]);
        assert_eq!(stated("reception", "9800.50"), []);
    }
}

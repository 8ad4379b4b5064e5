//! A reason for a change that no sentence prints.

use super::change_unexplained::printed;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::narrative::Direction;
use crate::derive::report::{Report, ScopeKind};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// reasons 中的原因都会印在说明书中。与上年持平的不用说明原因，没有上年数的不写增减变化，这两种情况下填写的原因不会印出，说明数或原因有误。
    /// 多单位部门的单位预算公开不使用 reasons，不检查。
    ///
    /// # 依据
    ///
    /// “预决算持平的不用说明变动原因”；没有上年数时不写增减（domain.md c.3、b.5）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.procurement = "压减办公用品采购"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// previous_years[0].figures.total = "1928299.36"
    /// previous_years[0].figures.general_public_budget = "1928299.36"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.general_public_budget = "一名在职人员转退休"
    /// ```
    "GK302", "填写的原因不会印出", Warning, Report
}

fn check(facts: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    if report.scope == ScopeKind::Unit && facts.disclosure.units.len() > 1 {
        return;
    }
    let changes = printed(&report.narrative);
    for key in facts.disclosure.reasons.keys() {
        if let Some(code) = key.strip_prefix("functions.") {
            if let Some(message) = of_item(report, code) {
                judge
                    .find(Pointer::root().key("reasons").key(key), message)
                    .hint("核对科目编码、本年数和 previous_years 中的上年数，或者删去这个原因");
            }
            continue;
        }
        let message = match changes.iter().find(|(of, _, _)| of == key) {
            Some((_, name, Some(change))) if change.direction == Direction::Equal => {
                format!("{name}与 {} 年持平，不用说明原因，填写的原因不会印出", change.year)
            }
            Some((_, name, None)) => format!("说明书没有{name}的增减变化，填写的原因不会印出"),
            // Printed; or a key that derive refuses.
            Some(_) | None => continue,
        };
        judge
            .find(Pointer::root().key("reasons").key(key), message)
            .hint("核对本年数，在 previous_years 中补充或更正上年数，或者删去这个原因");
    }
}

/// Why the reason of a 项 is not printed; nothing if it is.
fn of_item(report: &Report, code: &str) -> Option<String> {
    let Some(items) = &report.narrative.items else {
        return Some("说明书不逐项说明功能分类科目的增减，填写的原因不会印出".to_owned());
    };
    let Some(item) = items.iter().find(|item| item.code == code) else {
        return Some(format!("财政拨款支出中没有科目 {code}，填写的原因不会印出"));
    };
    match &item.change {
        None => Some(format!("{}没有上年数，填写的原因不会印出", item.name)),
        Some(change) if change.direction == Direction::Equal => {
            Some(format!("{}与 {} 年持平，不用说明原因，填写的原因不会印出", item.name, change.year))
        }
        Some(_) => None,
    }
}

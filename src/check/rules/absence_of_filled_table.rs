//! A reason for the emptiness of a table that is not empty.

use crate::check::rule::rule;
use crate::check::tables::is_filled_everywhere;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// `absent` 中填写了空表原因的表，应当是空表。部门有几个单位时，只要有一个单位的这张表是空表，原因就有用处，不报告。
    ///
    /// # 依据
    ///
    /// 空表说明只印在没有数据的表下；已公开文本中有在有数的表下印“无……预算，故本表为空表”的实例（domain.md R43、F04）。
    /// 有数的表不会印出这个原因，所以只作提醒：原因和数据必有一个不对。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// absent.procurement = {"reason": "none_this_year"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// overrides.reception = {"amount": "2000.00", "reason": "财政核定"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement = []
    /// absent.procurement = {"reason": "none_this_year"}
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// absent.service_purchase = {"reason": "not_entitled"}
    /// ```
    "GK218", "有数的表填写了空表原因", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for kind in facts.disclosure.absent.keys() {
        // What has no spec, or no note, is told by another rule.
        let Some(spec) = facts.region.table(*kind).filter(|spec| spec.null.is_some()) else { continue };
        if is_filled_everywhere(facts, *kind) {
            judge
                .find(
                    Pointer::root().key("absent").key(kind.key()),
                    format!("{}有数据，而填写了空表的原因", spec.title),
                )
                .hint(format!("删去 absent.{}；表中的数据不对的，改正数据", kind.key()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::outcome;

    #[test]
    fn a_table_that_one_unit_leaves_empty_has_use_for_the_reason() {
        let absent = |kind: &str| {
            let step = format!("absent.{kind} = {{\"reason\": \"none_this_year\"}}");
            outcome("GK218", "420107-shili-2024", &[&step]).findings.len()
        };
        assert_eq!((absent("government_fund"), absent("department_performance")), (0, 0));
        assert_eq!((absent("projects"), absent("basic"), absent("income")), (1, 1, 0));
    }

    #[test]
    fn a_department_that_states_nothing_has_use_for_the_reason() {
        let reception = "lines += {\"unit\": \"901003\", \"function\": \"2081005\", \"economic\": \"30217\", \"fund\": \"general_public_budget\", \"amount\": \"1.00\"}";
        let absent = "absent.three_public = {\"reason\": \"arranged_centrally\"}";
        assert_eq!(outcome("GK218", "420107-shili-2024", &[reception, absent]).findings.len(), 1);
        let nothing = ["overseas", "vehicle_purchase", "vehicle_running", "reception"]
            .map(|key| format!("overrides.{key} = {{\"amount\": \"0.00\", \"reason\": \"由区统筹\"}}"));
        let steps: Vec<&str> = [reception, absent].into_iter().chain(nothing.iter().map(String::as_str)).collect();
        assert_eq!(outcome("GK218", "420107-shili-2024", &steps).findings.len(), 0);
    }
}

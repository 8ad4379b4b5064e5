//! Reasons for empty tables that cannot be printed.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// `absent` 填写的空表原因能印出来：本地区公开这张表，这张表可以是空表；地区方案有这种原因的写法，或者自己写了整句说明。
    /// 没有写法的原因，表下会按“没有预算”说明。
    ///
    /// # 依据
    ///
    /// 没有数据的表应当列出空表并说明原因（domain.md D13、c.4）；印出的原因应当就是填写的原因。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// absent.income = {"reason": "no_budget"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// absent.government_fund = {"reason": "arranged_centrally"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// absent.government_fund = {"reason": "arranged_centrally", "note": "注：政府性基金预算由区统筹安排，本单位无支出预算，特此说明。"}
    /// absent.three_public = {"reason": "arranged_centrally"}
    /// ```
    "GK220", "空表原因印不出来", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (kind, absence) in &facts.disclosure.absent {
        let at = Pointer::root().key("absent").key(kind.key());
        let delete = format!("删去 absent.{}", kind.key());
        let Some(spec) = facts.region.table(*kind) else {
            judge.find(at, format!("{}不公开这张表，填写的空表原因没有用处", facts.region.name)).hint(delete);
            continue;
        };
        let Some(null) = &spec.null else {
            judge.find(at, format!("{}不会是空表，填写的空表原因没有用处", spec.title)).hint(delete);
            continue;
        };
        if absence.note.is_none() && !null.note.contains_key(&absence.reason) {
            judge
                .find(at.key("reason"), format!("地区方案没有{}这种空表原因的写法，表下将按没有预算说明", spec.title))
                .hint(format!("在 absent.{}.note 写明整句，或改用别的原因", kind.key()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::outcome_in;
    use crate::model::TableKind;

    #[test]
    fn a_table_that_the_region_lacks_needs_no_reason() {
        let found = outcome_in(
            |region| region.tables.order.retain(|kind| *kind != TableKind::GovernmentFund),
            "GK220",
            "420107-kexie-2023",
            &[],
        )
        .findings;
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("不公开这张表"));
    }
}

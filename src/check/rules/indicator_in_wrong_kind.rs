//! 二级指标 under another 一级指标.

use crate::check::records::indicator_lists;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};

rule! {
    /// # 检查内容
    ///
    /// 二级指标属于它的一级指标：数量、质量、时效、成本属于产出；经济效益、社会效益、生态效益、可持续影响属于效益；
    /// 经济成本、社会成本、生态环境成本属于成本；服务对象满意度属于满意度。其他名称的二级指标不检查。
    /// 成本类指标放在产出之下或者单列，各地不一，放错的只作提示。
    ///
    /// # 依据
    ///
    /// 绩效指标的一级、二级分类是固定的（domain.md a.14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.indicators[0].path = ["效益指标", "数量指标"]
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.indicators[7].path = ["社会效益指标", "效益指标"]
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.indicators[7].path = ["产出指标", "经济成本指标"]
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.indicators[6].path = ["成本指标", "成本指标"]
    /// performance.indicators[7].path = ["成本指标", "经济成本指标"]
    /// performance.indicators[8].path = ["效益指标", "其他效益指标"]
    /// ```
    "GK146", "二级指标不属于所填的一级指标", Error, Facts
}

/// 一级指标 with their 二级指标, without the word 指标.
const TREE: [(&str, &[&str]); 4] = [
    ("产出", &["数量", "质量", "时效", "成本"]),
    ("效益", &["经济效益", "社会效益", "生态效益", "可持续影响"]),
    ("成本", &["经济成本", "社会成本", "生态环境成本"]),
    ("满意度", &["服务对象满意度"]),
];

/// The 一级指标 that `second` belongs to; none if the name is not of the fixed ones.
fn kind_of(second: &str) -> Option<&'static str> {
    TREE.iter().find(|(_, seconds)| seconds.contains(&second)).map(|(first, _)| *first)
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for list in indicator_lists(facts.disclosure) {
        for (index, indicator) in list.indicators.iter().enumerate() {
            let [first, second] = &indicator.path[..] else { continue };
            let bare = |name: &'_ str| name.strip_suffix("指标").unwrap_or(name).to_owned();
            let (first, second) = (bare(first), bare(second));
            // 效益 beneath 社会效益: the two were exchanged.
            let exchanged = kind_of(&first).is_some_and(|kind| kind == second);
            let Some(kind) = kind_of(&second).or_else(|| exchanged.then_some(second.as_str())) else { continue };
            // 成本 is a 一级指标 only since 2022; a form may hold both layouts or name both levels alike.
            let moved = [kind, first.as_str()].iter().all(|one| ["产出", "成本"].contains(one));
            if kind != first && first != second || exchanged {
                let hint = if exchanged {
                    format!("一级指标填“{second}指标”，二级指标填“{first}指标”")
                } else {
                    format!("“{second}指标”的一级指标填“{kind}指标”")
                };
                let finding = judge
                    .find(
                        list.at.index(index).key("path"),
                        format!("{}的指标“{}”：“{second}指标”不属于“{first}指标”", list.owner, indicator.name),
                    )
                    .hint(hint);
                if moved && !exchanged {
                    finding.warning();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_second_level_belongs_to_one_first_level() {
        let mut all: Vec<_> = TREE.iter().flat_map(|(_, seconds)| *seconds).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 12);
        assert_eq!((kind_of("成本"), kind_of("经济成本"), kind_of("别的")), (Some("产出"), Some("成本"), None));
    }
}

//! Notes of empty tables that speak of another table.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::quoted;
use crate::model::{Pointer, TableKind};

rule! {
    /// # 检查内容
    ///
    /// `absent` 中自己写的空表说明（`note`），说的是本表：说明中“无”“没有”“未”所在的分句提到别的表，而整句没有提到本表的，
    /// 提醒核对。
    ///
    /// # 依据
    ///
    /// 已公开文本中有把政府性基金表的说明印在国有资本经营预算表下的实例（domain.md F03）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// absent.government_fund = {"reason": "no_budget", "note": "注：本单位无国有资本经营预算支出，特此说明。"}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// absent.asset_acquisition = {"reason": "none_this_year", "note": "注：本单位没有安排政府采购，特此说明。"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// absent.government_fund = {"reason": "no_budget", "note": "注：本单位支出由一般公共预算安排，没有政府性基金预算支出。"}
    /// absent.three_public = {"reason": "no_budget", "note": "注：本单位无相关支出，特此说明。"}
    /// ```
    "GK219", "空表说明说的是别的表", Warning, Facts
}

/// Words by which a note tells of a table: own words are wider than those that give another table away.
const WORDS: &[(TableKind, &[&str], &[&str])] = &[
    (TableKind::FiscalIncomeExpenditure, &["财政"], &[]),
    (TableKind::GeneralPublicBudget, &["一般公共"], &["一般公共预算支出"]),
    (TableKind::Basic, &["基本支出", "一般公共"], &["基本支出"]),
    (TableKind::ThreePublic, &["三公", "出国", "用车", "接待"], &["“三公”", "三公经费"]),
    (TableKind::GovernmentFund, &["基金"], &["政府性基金"]),
    (TableKind::StateCapitalBudget, &["国有资本"], &["国有资本"]),
    (TableKind::Projects, &["项目"], &["项目支出"]),
    (TableKind::Procurement, &["采购"], &["政府采购"]),
    (TableKind::ServicePurchase, &["购买", "服务"], &["购买服务"]),
    (TableKind::AssetAcquisition, &["资产", "设备", "购置"], &["资产配置"]),
    (TableKind::DepartmentPerformance, &["绩效"], &["整体支出绩效"]),
    (TableKind::ProjectPerformance, &["绩效", "项目"], &["项目支出绩效"]),
];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (kind, absence) in &facts.disclosure.absent {
        let Some(note) = &absence.note else { continue };
        let Some((_, own, _)) = WORDS.iter().find(|(of, ..)| of == kind) else { continue };
        let title = facts.region.table(*kind).map_or("", |spec| spec.title.as_str());
        if own.iter().any(|word| note.contains(word)) {
            continue;
        }
        let others = WORDS.iter().filter(|(of, ..)| of != kind).flat_map(|(_, _, words)| *words);
        let clauses: Vec<&str> = note
            .split(['，', '；', '。', '：'])
            .filter(|part| ["无", "没有", "未"].iter().any(|no| part.contains(no)))
            .collect();
        for word in others {
            if let Some(clause) = clauses.iter().find(|clause| clause.contains(word)) {
                judge
                    .find(
                        Pointer::root().key("absent").key(kind.key()).key("note"),
                        format!("{title}的空表说明没有提到本表，说的是{}", quoted(clause)),
                    )
                    .hint("改写这一说明，或删去 note，由程序按地区方案写明");
                break;
            }
        }
    }
}

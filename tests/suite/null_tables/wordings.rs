//! The wording of a note, by table and reason.

use gongkai::model::TableKind;
use serde_json::{Value, json};

use crate::common::disclosures::{derive, kexie, remove, table};

/// A department that has nothing but a line of 其他收入.
fn bare() -> Value {
    let mut data = kexie();
    for key in ["projects", "procurement", "performance", "absent"] {
        remove(&mut data, key);
    }
    data["lines"] = json!([{"function": "2060101", "economic": "30201", "fund": "other_income", "amount": "1.00"}]);
    data
}

fn note(data: &Value, kind: TableKind) -> String {
    table(&derive(data), kind).note.clone().unwrap_or_else(|| panic!("{kind:?} is not empty"))
}

fn key(kind: TableKind) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

const WORDINGS: &[(TableKind, &str, &str)] = &[
    // The source document's four.
    (TableKind::ThreePublic, "no_budget", "注：本单位无“三公”经费支出预算，特此说明。"),
    (TableKind::GovernmentFund, "no_budget", "注：本单位无政府性基金经费支出预算，特此说明。"),
    (TableKind::ServicePurchase, "not_entitled", "注：本单位无政府购买服务资质，特此说明。"),
    (TableKind::AssetAcquisition, "none_this_year", "注：单位本年度无资产配置支出预算，特此说明。"),
    // Others.
    (TableKind::ThreePublic, "none_this_year", "注：本单位本年度无“三公”经费支出预算，特此说明。"),
    (
        TableKind::ThreePublic,
        "arranged_centrally",
        "注：本单位“三公”经费由区统筹安排，无“三公”经费支出预算，特此说明。",
    ),
    (TableKind::GovernmentFund, "none_this_year", "注：本单位本年度无政府性基金经费支出预算，特此说明。"),
    (TableKind::ServicePurchase, "no_budget", "注：本单位无政府购买服务支出预算，特此说明。"),
    (TableKind::AssetAcquisition, "no_budget", "注：本单位无资产配置支出预算，特此说明。"),
    (TableKind::FiscalIncomeExpenditure, "no_budget", "注：本单位无财政拨款收支预算，特此说明。"),
    (TableKind::GeneralPublicBudget, "no_budget", "注：本单位无一般公共预算支出预算，特此说明。"),
    (TableKind::Basic, "no_budget", "注：本单位无一般公共预算基本支出预算，特此说明。"),
    (TableKind::Projects, "no_budget", "注：本单位无项目支出预算，特此说明。"),
    (TableKind::Procurement, "no_budget", "注：本单位无政府采购支出预算，特此说明。"),
    (TableKind::Procurement, "arranged_centrally", "注：本单位政府采购由区统筹安排，无政府采购支出预算，特此说明。"),
    (TableKind::DepartmentPerformance, "no_budget", "注：本单位未设置整体支出绩效目标，特此说明。"),
    (TableKind::ProjectPerformance, "no_budget", "注：本单位无项目支出预算，未设置项目支出绩效目标，特此说明。"),
    // A reason for which the region has no wording of this table: that of 没有预算.
    (TableKind::GovernmentFund, "not_entitled", "注：本单位无政府性基金经费支出预算，特此说明。"),
    (TableKind::Basic, "arranged_centrally", "注：本单位无一般公共预算基本支出预算，特此说明。"),
];

#[test]
fn the_note_says_the_reason_in_the_region_s_words() {
    for (kind, reason, wording) in WORDINGS {
        let mut data = bare();
        data["absent"] = json!({key(*kind): {"reason": reason}});
        assert_eq!(note(&data, *kind), *wording, "{kind:?} {reason}");
    }
}

#[test]
fn a_table_without_a_stated_reason_has_no_budget() {
    for (kind, _, wording) in WORDINGS.iter().filter(|(_, reason, _)| *reason == "no_budget") {
        assert_eq!(note(&bare(), *kind), *wording);
    }
}

#[test]
fn the_data_s_own_note_is_printed_as_it_stands() {
    let own = "注：本单位车辆由区机关事务中心统一管理，特此说明。";
    let mut data = bare();
    data["absent"] = json!({"three_public": {"reason": "arranged_centrally", "note": own}});
    assert_eq!(note(&data, TableKind::ThreePublic), own);
}

#[test]
fn a_reason_stated_for_a_table_that_is_not_empty_is_not_printed() {
    let mut data = kexie();
    data["absent"]["projects"] = json!({"reason": "none_this_year"});
    assert_eq!(table(&derive(&data), TableKind::Projects).note, None);
}

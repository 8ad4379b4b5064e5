//! 九: the other matters.

use serde_json::json;

use super::says;
use crate::common::disclosures::{kexie, print, print_unit, push, remove, shili};

#[test]
fn operating_cost_names_who_spends_it() {
    let cost = |data: &serde_json::Value| print(data).matter("机关运行经费情况");
    assert_eq!(cost(&kexie()), "2023年部门本级机关参照公务员法管理事业单位的机关运行经费10.36万元。");
    assert_eq!(
        cost(&shili()),
        "2024年部门本级机关和下属1家参照公务员法管理事业单位的机关运行经费93.79万元，比2023年预算减少3.54万元，减少3.63%，主要是压减办公费和差旅费。"
    );
    let mut data = kexie();
    data["units"][0]["kind"] = json!("administrative");
    assert_eq!(cost(&data), "2023年部门本级机关的机关运行经费10.36万元。");
    data["units"][0]["kind"] = json!("public_welfare_1");
    assert_eq!(cost(&data), "本单位无机关运行经费。");
}

#[test]
fn operating_cost_of_units_of_several_kinds() {
    let mut data = shili();
    let mut third = data["units"][1].clone();
    third["code"] = json!("901004");
    third["name"] = json!("区示例执法大队");
    push(&mut data, "units", third.clone());
    third["code"] = json!("901005");
    third["kind"] = json!("administrative");
    push(&mut data, "units", third);
    says(
        &print(&data).matter("机关运行经费情况"),
        &["2024年部门本级机关、下属1家行政单位和下属2家参照公务员法管理事业单位的机关运行经费93.79万元，"],
    );
}

#[test]
fn operating_cost_of_a_unit_is_its_own() {
    let cost = |unit: &str| print_unit(&shili(), unit).matter("机关运行经费情况");
    assert_eq!(cost("901001"), "2024年本单位的机关运行经费55.22万元。");
    assert_eq!(cost("901002"), "2024年本单位的机关运行经费38.57万元。");
    assert_eq!(cost("901003"), "本单位无机关运行经费。");
}

#[test]
fn procurement_names_the_kinds_that_there_are() {
    let procurement = |data: &serde_json::Value| print(data).matter("政府采购预算情况");
    assert_eq!(procurement(&kexie()), "2023年政府采购预算支出预算数合计0.32万元。包括：货物类0.32万元。");
    assert_eq!(
        procurement(&shili()),
        "2024年政府采购预算支出预算数合计280.73万元，比2023年预算增加132.1万元，增加88.88%，主要是适老化改造工程集中在本年采购。\
         包括：货物类48.49万元；工程类193万元；服务类39.24万元。\
         面向中小企业预留政府采购项目预算金额107.54万元，其中：预留给小型和微型企业的政府采购项目预算金额66.93万元。"
    );
    let mut data = kexie();
    data["procurement"][0]["kind"] = json!("services");
    data["procurement"][0]["reserved_for_small"] = json!("3200.00");
    assert_eq!(
        procurement(&data),
        "2023年政府采购预算支出预算数合计0.32万元。包括：服务类0.32万元。面向中小企业预留政府采购项目预算金额0.32万元。"
    );
}

#[test]
fn no_procurement() {
    let mut data = kexie();
    remove(&mut data, "procurement");
    assert_eq!(print(&data).matter("政府采购预算情况"), "2023年本单位未安排政府采购预算。");
    data["previous_years"][0]["figures"]["procurement"] = json!("10000.00");
    assert_eq!(
        print(&data).matter("政府采购预算情况"),
        "2023年本单位未安排政府采购预算，比2022年调整预算减少1万元，减少100%。"
    );
    data["absent"]["procurement"] = json!({"reason": "arranged_centrally"});
    remove(&mut data, "previous_years");
    assert_eq!(print(&data).matter("政府采购预算情况"), "2023年本单位政府采购由区统筹安排，未安排政府采购预算。");
}

#[test]
fn purchased_services_or_why_there_are_none() {
    let services = |data: &serde_json::Value| print(data).matter("政府购买服务预算情况");
    assert_eq!(services(&kexie()), "2023年本部门无政府购买服务资质。");
    assert_eq!(print_unit(&shili(), "901003").matter("政府购买服务预算情况"), "2024年本单位无政府购买服务资质。");
    let mut data = kexie();
    data["absent"]["service_purchase"] = json!({"reason": "no_budget"});
    assert_eq!(services(&data), "2023年本部门未安排政府购买服务预算。");
    data["absent"]["service_purchase"] = json!({"reason": "arranged_centrally"});
    assert_eq!(services(&data), "2023年本部门政府购买服务由区统筹安排，未安排政府购买服务预算。");
    assert_eq!(
        services(&shili()),
        "2024年政府购买服务预算支出预算数合计61.51万元。包括：物业服务6.84万元；社区治理服务19.8万元；儿童福利服务9万元；\
         基本养老服务12万元；社会救助服务4.27万元；机关信息系统开发与维护服务9.6万元。"
    );
}

#[test]
fn assets_with_vehicles_without_and_not_stated() {
    let assets = |data: &serde_json::Value| print(data).matter("国有资产占有使用情况");
    assert_eq!(assets(&kexie()), "本单位无公务用车。");
    assert_eq!(
        assets(&shili()),
        "截至2023年12月31日，本单位共有车辆5辆，其中：机要通信用车1辆、应急保障用车1辆、执法执勤用车2辆、特种专业技术用车1辆；\
         单价100万元（含）以上设备（不含车辆）1台（套）。"
    );
    let mut data = kexie();
    data["state_assets"]["equipment_over_1m"] = json!(2);
    assert_eq!(assets(&data), "截至2022年12月31日，本单位无公务用车；单价100万元（含）以上设备（不含车辆）2台（套）。");
    remove(&mut data, "state_assets");
    assert!(!print(&data).section("其他重要事项").contains("国有资产"));
}

#[test]
fn performance_covers_the_whole_budget_or_the_projects() {
    let performance = |data: &serde_json::Value| print(data).matter("绩效目标设置情况");
    says(
        &performance(&kexie()),
        &[
            "2023年部门项目绩效目标实现全覆盖，涉及一般公共预算本年财政拨款192.83万元，无政府性基金预算本年财政拨款。",
            "2022年部门预算绩效开展情况如下：1.开展“全国科普日”“科技活动周”主题科普活动及日常科普惠民系列活动20场次",
            "日常科普活动开展了40余场次。完成率为100%。2.组织开展5.30科技工作者日系列活动。",
            "2023年部门预算绩效目标设置情况如下：序号绩效目标1开展科普日、科技周等系列主题科普活动不低于20场2",
        ],
    );
    let mut data = kexie();
    data["performance"]["coverage"] = json!("projects");
    says(&performance(&data), &["实现全覆盖，涉及一般公共预算本年财政拨款54万元，无政府性基金预算本年财政拨款。"]);
    says(
        &performance(&shili()),
        &[
            "涉及一般公共预算本年财政拨款192.17万元，政府性基金预算本年财政拨款184.5万元，国有资本经营预算本年财政拨款14.86万元。",
        ],
    );
    remove(&mut data, "performance");
    assert!(!print(&data).section("其他重要事项").contains("绩效目标设置情况"));
}

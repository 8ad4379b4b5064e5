//! 六: 人员经费 and 公用经费 with the names of their subjects.

use serde_json::json;

use super::says;
use crate::common::disclosures::{kexie, print, shili};

#[test]
fn the_subjects_are_named_as_the_source_document_names_them() {
    assert_eq!(
        print(&kexie()).section("基本支出"),
        "2023年一般公共预算基本支出138.83万元。其中：（一）人员经费128.47万元。包括：\
         工资福利支出93.54万元，主要用于：在职人员基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、\
         职工基本医疗保险缴费、公务员医疗补助、其他社会保障缴费、住房公积金、其他工资福利支出等。\
         对个人和家庭的补助34.93万元，主要用于：退休费、医疗费补助、其他对个人和家庭补助支出等。\
         （二）公用经费10.36万元。主要用于：办公费、印刷费、邮电费、差旅费、维修(护)费、培训费、劳务费、委托业务费、\
         工会经费、福利费、其他交通费用、其他商品和服务支出等。"
    );
}

#[test]
fn public_expenditure_of_several_classes_is_told_class_by_class() {
    says(
        &print(&shili()).section("基本支出"),
        &[
            "（一）人员经费1482.85万元。包括：",
            "商品和服务支出19.68万元，主要用于：其他交通费用等。",
            "（二）公用经费156.32万元。包括：商品和服务支出150.39万元，主要用于：办公费、",
            "资本性支出5.66万元，主要用于：办公设备购置、专用设备购置等。其他支出0.27万元，主要用于：其他支出等。",
        ],
    );
}

#[test]
fn one_half_alone_is_the_first_item() {
    let mut data = kexie();
    data["lines"] =
        json!([{"function": "2060101", "economic": "30201", "fund": "general_public_budget", "amount": "10000.00"}]);
    assert_eq!(
        print(&data).section("基本支出"),
        "2023年一般公共预算基本支出1万元。其中：（一）公用经费1万元。主要用于：办公费等。"
    );
    data["lines"][0]["economic"] = json!("30302");
    assert_eq!(
        print(&data).section("基本支出"),
        "2023年一般公共预算基本支出1万元。其中：（一）人员经费1万元。包括：对个人和家庭的补助，主要用于：退休费等。"
    );
}

#[test]
fn other_money_is_no_basic_expenditure_of_the_general_budget() {
    let mut data = kexie();
    let line = json!({"function": "2060101", "economic": "30206", "fund": "other_income", "amount": "10000.00"});
    data["lines"].as_array_mut().unwrap().push(line);
    assert_eq!(print(&data).section("基本支出"), print(&kexie()).section("基本支出"));
}

//! 七: “三公”经费, its items, their changes and the vehicles.

use serde_json::{Value, json};

use crate::common::disclosures::{kexie, print, print_unit, remove, shili};

#[test]
fn nothing_as_last_year() {
    assert_eq!(print(&kexie()).section("三公"), "2023年本单位没有使用“三公”经费预算安排的支出，与上年持平。");
}

#[test]
fn nothing_against_something() {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["three_public"]["reception"] = json!("5000.00");
    data["reasons"]["three_public"] = json!("压减公务接待");
    assert_eq!(
        print(&data).section("三公"),
        "2023年本单位没有使用“三公”经费预算安排的支出，比2022年调整预算减少0.5万元，减少100%，主要是压减公务接待。"
    );
}

#[test]
fn arranged_by_the_district() {
    let mut data = kexie();
    data["absent"]["three_public"] = json!({"reason": "arranged_centrally"});
    assert_eq!(
        print(&data).section("三公"),
        "2023年本单位“三公”经费由区统筹安排，没有使用“三公”经费预算安排的支出，与上年持平。"
    );
}

#[test]
fn all_four_items_with_their_changes_and_the_vehicles() {
    assert_eq!(
        print(&shili()).section("三公"),
        "2024年“三公”经费支出预算30.36万元，比2023年预算增加5.52万元，增加22.22%，主要是更新综合管理车辆，并安排赴境外学习考察。其中：\
         （一）因公出国（境）费2.86万元，比2023年预算增加2.86万元，上年无该预算，增长率无可比性，主要是本年按批准的计划安排赴境外学习考察。\
         （二）公务用车购置及运行费26.52万元，比2023年预算增加2.88万元，增加12.18%，主要是更新车辆的购置费用提高。\
         其中：公务用车购置费17.88万元，比2023年预算增加2.88万元，增加19.2%，主要是更新车辆的车型价格高于上年；\
         公务用车运行费8.64万元，与2023年预算持平。计划购置公务用车1辆。公务用车保有量5辆。\
         （三）公务接待费0.98万元，比2023年预算减少0.22万元，减少18.33%，主要是落实过紧日子要求，压减公务接待。"
    );
}

#[test]
fn without_last_year_only_the_amounts() {
    // What is stated for the department speaks of no unit: neither changes nor vehicles.
    assert_eq!(
        print_unit(&shili(), "901001").section("三公"),
        "2024年“三公”经费支出预算6.37万元。其中：（一）因公出国（境）费2.86万元。（二）公务用车购置及运行费2.88万元。\
         其中：公务用车购置费0万元；公务用车运行费2.88万元。（三）公务接待费0.63万元。"
    );
}

/// Without vehicles there is nothing to split.
#[test]
fn reception_only() {
    let mut data = kexie();
    remove(&mut data, "previous_years");
    let line =
        json!({"function": "2060101", "economic": "30217", "fund": "general_public_budget", "amount": "5000.00"});
    data["lines"].as_array_mut().unwrap().push(line);
    assert_eq!(
        print(&data).section("三公"),
        "2023年“三公”经费支出预算0.5万元。其中：（一）因公出国（境）费0万元。（二）公务用车购置及运行费0万元。（三）公务接待费0.5万元。"
    );
}

#[test]
fn other_money_and_projects() {
    let with = |fund: &str| -> Value {
        let mut data = kexie();
        remove(&mut data, "previous_years");
        let line = json!({"function": "2060102", "economic": "30217", "fund": fund, "amount": "5000.00"});
        data["projects"][0]["lines"].as_array_mut().unwrap().push(line);
        data
    };
    // 纳入财政一般公共预算管理的“三公”经费: those of a project count, those of other money do not.
    assert!(print(&with("general_public_budget")).section("三公").starts_with("2023年“三公”经费支出预算0.5万元。"));
    assert_eq!(print(&with("other_income")).section("三公"), "2023年本单位没有使用“三公”经费预算安排的支出。");
}

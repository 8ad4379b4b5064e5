//! 财政拨款支出主要内容 of 普陀区, item by item: increase, decrease, equal, a base of zero, and no base at all.

use serde_json::{Value, json};

use super::{home, in_putuo, says, street, text};
use crate::common::disclosures::{kexie, print_unit, shili};

fn item(text: &str, number: usize) -> String {
    let start = text.find(&format!("{number}.“")).unwrap_or_else(|| panic!("no item {number}"));
    let rest = &text[start..];
    let end = rest.find(&format!("{}.“", number + 1)).unwrap_or(rest.len());
    rest[..end].to_owned()
}

#[test]
fn the_summary_names_all_sources_and_funds_with_their_changes() {
    let text = text(&home());
    says(
        &text,
        "2025年，区示例福利院收入预算3042.26万元，其中：财政拨款收入2828.66万元，比2024年预算增加139.8万元，增长5.2%；事业收入210万元；事业单位经营收入0万元；其他收入3.6万元。",
    );
    says(
        &text,
        "支出预算3042.26万元，其中：财政拨款支出预算2828.66万元，比2024年预算增加139.8万元，增长5.2%。财政拨款支出预算中，一般公共预算拨款支出预算2828.66万元，比2024年预算增加139.8万元，增长5.2%；政府性基金拨款支出预算0万元，与2024年预算持平；国有资本经营预算拨款支出预算0万元，与2024年预算持平。",
    );
    says(&text, "财政拨款收入支出增加的主要原因是消防和用电设施改造集中在本年实施。");
}

#[test]
fn an_increase_a_decrease_and_an_equal_amount_are_told_with_last_year_s() {
    let text = text(&home());
    let with = |name: &str| (1..=7).map(|number| item(&text, number)).find(|item| item.contains(name)).unwrap();
    says(
        &with("社会福利事业单位（项）"),
        "“社会保障和就业支出（类）社会福利（款）社会福利事业单位（项）”科目2089.67万元，主要用于",
    );
    says(
        &with("社会福利事业单位（项）"),
        "2024年预算为1961.03万元，2025年预算安排比2024年预算增加128.64万元，增长6.56%，主要原因是消防和用电设施改造集中在本年实施。",
    );
    says(
        &with("事业单位离退休（项）"),
        "2024年预算为31.08万元，2025年预算安排比2024年预算减少2.52万元，下降8.11%，主要原因是退休人员减少。",
    );
    says(
        &with("住房公积金（项）"),
        "主要用于按规定为在职人员缴存住房公积金。2024年预算为89.58万元，2025年预算安排与2024年预算持平。",
    );
}

#[test]
fn an_item_that_was_not_there_last_year_has_no_rate() {
    let text = text(&street());
    let item =
        (1..=34).map(|number| item(&text, number)).find(|item| item.contains("其他城乡社区住宅支出（项）")).unwrap();
    says(
        &item,
        "2024年预算为0万元，2025年预算安排比2024年预算增加154万元，上年无该预算，增长率无可比性，主要原因是本年新增小区公共部位更新。",
    );
}

#[test]
fn every_item_of_fiscal_money_is_told_once_and_no_other() {
    let text = text(&street());
    assert_eq!(text.matches("（项）”科目").count(), 34);
    assert!(item(&text, 34).contains("其他自然灾害防治支出（项）"));
    assert!(!text.contains("35.“"));
}

#[test]
fn without_last_year_s_items_nothing_is_compared() {
    let mut data = home();
    data["previous_years"][0]["figures"].as_object_mut().unwrap().remove("functions");
    for key in ["functions.2081005", "functions.2080502", "functions.2080505", "functions.2080506"] {
        data["reasons"].as_object_mut().unwrap().remove(key);
    }
    let text = text(&data);
    assert!(item(&text, 1).contains("主要用于") && !item(&text, 1).contains("2024年"));
}

#[test]
fn uses_that_the_data_do_not_state_are_what_the_lines_pay_for() {
    let text = text(&in_putuo(kexie()));
    says(&text, "一般行政管理事务（项）”科目54万元，主要用于科普经费（青山区）、科普经费（化工区）等项目。");
    says(&text, "“住房保障支出（类）住房改革支出（款）住房公积金（项）”科目7.03万元，主要用于住房公积金等基本支出。");
}

#[test]
fn a_document_of_one_of_several_units_compares_nothing() {
    let text = print_unit(&in_putuo(shili()), "901001").all();
    says(&text, "财政拨款支出主要内容如下：");
    assert!(!text.contains("比2023年"));
}

#[test]
fn a_body_without_fiscal_money_has_no_items() {
    let mut data: Value = home();
    data["lines"] =
        json!([{ "function": "2081005", "economic": "30201", "fund": "institutional_income", "amount": "100.00" }]);
    for key in ["projects", "approval", "previous_years", "reasons", "function_uses", "subjects"] {
        data.as_object_mut().unwrap().remove(key);
    }
    let text = text(&data);
    says(&text, "财政拨款收入0万元；事业收入0.01万元；");
    says(&text, "2025年没有财政拨款支出预算。");
    says(&text, "本单位2025年没有项目支出预算。");
    says(&text, "本单位2025年没有编报绩效目标的项目。");
}

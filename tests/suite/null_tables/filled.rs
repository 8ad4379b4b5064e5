//! A null table of the source document gets something to show: rows, no note, another section.

use serde_json::{Value, json};

use crate::common::disclosures::{add_line, kexie, print, push};
use crate::common::printed::Printed;

fn says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "{sentence}\nnot in\n{text}");
}

/// The tables and sections that are printed as before.
fn unchanged(before: &Printed, after: &Printed, tables: &[usize], sections: &[&str]) {
    for number in tables {
        assert_eq!(before.table(*number), after.table(*number), "表{number}");
    }
    for title in sections {
        assert_eq!(before.section(title), after.section(title), "{title}");
    }
}

#[test]
fn the_four_null_tables_of_the_source_document_bear_its_notes() {
    let printed = print(&kexie());
    for (number, end) in [
        (7, "0.000.000.000.000.000.00注：本单位无“三公”经费支出预算，特此说明。"),
        (8, "基本支出项目支出注：本单位无政府性基金经费支出预算，特此说明。"),
        (11, "其他资金注：本单位无政府购买服务资质，特此说明。"),
        (12, "其他资金注：单位本年度无资产配置支出预算，特此说明。"),
    ] {
        let table = printed.table(number);
        assert!(table.ends_with(end), "{table}");
    }
    assert_eq!(printed.all().matches("特此说明").count(), 4);
}

#[test]
fn a_line_of_the_government_fund_fills_table_eight_section_eight_and_the_income() {
    let mut data = kexie();
    // Its own: the reason of the total serves 一般公共预算 only while that is all there is.
    data["reasons"]["general_public_budget"] = json!("一名在职人员转退休");
    let before = print(&data);
    add_line(&mut data, "2296002", "30227", "government_fund", "50000.00");
    let after = print(&data);
    let table = after.table(8);
    assert!(!table.contains("注："), "{table}");
    says(
        &table,
        "229其他支出50,000.0050,000.0022960彩票公益金安排的支出50,000.0050,000.002296002用于社会福利的彩票公益金支出50,000.0050,000.00合计50,000.0050,000.00",
    );
    assert_eq!(
        after.section("政府性基金"),
        "2023年政府性基金预算支出预算5万元。具体安排情况如下：（一）基本支出5万元，主要用于公用经费。"
    );
    says(
        &after.section("部门收支"),
        "收入包括：财政拨款收入（含一般公共预算财政拨款收入、政府性基金预算财政拨款收入）。",
    );
    assert_eq!(
        after.section("部门收入"),
        "2023年部门收入预算197.83万元，其中：一般公共预算192.83万元，占97.47%；政府性基金预算5万元，占2.53%。"
    );
    says(
        &after.section("财政拨款"),
        "收入包括：一般公共预算财政拨款本年收入192.83万元，政府性基金预算财政拨款本年收入5万元。",
    );
    says(
        &after.matter("绩效目标设置情况"),
        "涉及一般公共预算本年财政拨款192.83万元，政府性基金预算本年财政拨款5万元。",
    );
    says(&after.part(4), "政府性基金预算财政拨款收入：指区级财政政府性基金预算当年拨付的资金。");
    says(&after.part(4), "其他支出（类）彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）");
    unchanged(&before, &after, &[5, 6, 7, 9, 10, 11, 12, 14], &["一般公共预算支出", "基本支出", "三公"]);
    assert_eq!(after.all().matches("特此说明").count(), 3);
}

#[test]
fn a_line_of_reception_fills_table_seven_and_section_seven() {
    let mut data = kexie();
    add_line(&mut data, "2060101", "30217", "general_public_budget", "3000.00");
    let (before, after) = (print(&kexie()), print(&data));
    let table = after.table(7);
    assert!(table.ends_with("公务用车运行费3,000.000.000.000.000.003,000.00"), "{table}");
    assert_eq!(
        after.section("三公"),
        "2023年“三公”经费支出预算0.3万元，比2022年调整预算增加0.3万元，上年无该预算，增长率无可比性。其中：\
         （一）因公出国（境）费0万元，与2022年调整预算持平。\
         （二）公务用车购置及运行费0万元，与2022年调整预算持平。\
         其中：公务用车购置费0万元，与2022年调整预算持平；公务用车运行费0万元，与2022年调整预算持平。\
         （三）公务接待费0.3万元，比2022年调整预算增加0.3万元，上年无该预算，增长率无可比性。"
    );
    unchanged(&before, &after, &[8, 9, 10, 11, 12, 14], &["政府性基金"]);
    assert_eq!(after.all().matches("特此说明").count(), 3);
}

fn service() -> Value {
    json!({
        "catalogue": {"path": ["公共服务", "科普服务"]}, "quantity": "1", "measure": "项", "is_procurement": false,
        "funding": [{"fund": "general_public_budget", "amount": "6000.00"}],
    })
}

#[test]
fn a_purchased_service_fills_table_eleven_and_its_subsection() {
    let mut data = kexie();
    push(&mut data, "service_purchases", service());
    let (before, after) = (print(&kexie()), print(&data));
    let table = after.table(11);
    assert!(table.ends_with("公用经费公共服务科普服务1项否6,000.006,000.00合计6,000.006,000.00"), "{table}");
    assert_eq!(
        after.matter("政府购买服务预算情况"),
        "2023年政府购买服务预算支出预算数合计0.6万元。包括：科普服务0.6万元。"
    );
    // A view on lines, no expenditure of its own.
    let sections =
        ["部门收支", "部门收入", "部门支出", "财政拨款", "一般公共预算支出", "基本支出", "三公", "政府性基金"];
    unchanged(&before, &after, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14], &sections);
    assert_eq!(after.all().matches("特此说明").count(), 3);
}

#[test]
fn an_asset_to_buy_fills_table_twelve_only() {
    let mut data = kexie();
    let asset = json!({
        "asset_class": {"name": "应用软件"}, "name": "科普资源管理软件", "quantity": "2", "measure": "套",
        "unit_price": "4000.00", "is_procurement": false,
        "funding": [{"fund": "general_public_budget", "amount": "5000.00"}, {"fund": "other_income", "amount": "3000.00"}],
    });
    push(&mut data, "asset_acquisitions", asset);
    let (before, after) = (print(&kexie()), print(&data));
    let table = after.table(12);
    let rows = "应用软件科普资源管理软件2套4,000.008,000.005,000.003,000.00合计8,000.005,000.003,000.00";
    assert!(table.ends_with(rows), "{table}");
    unchanged(&before, &after, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14], &[]);
    assert_eq!(before.part(3), after.part(3));
    assert_eq!(after.all().matches("特此说明").count(), 3);
}

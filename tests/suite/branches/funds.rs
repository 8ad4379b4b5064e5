//! One fund or several, carried over from last year, left at the end of this one.

use serde_json::{Value, json};

use super::says;
use crate::common::disclosures::{add_line, kexie, print, print_unit, push, remove, shili};

fn without_comparison() -> Value {
    let mut data = kexie();
    remove(&mut data, "previous_years");
    remove(&mut data, "reasons");
    data
}

#[test]
fn a_single_fund_is_all_of_the_income() {
    let printed = print(&kexie());
    says(
        &printed.section("部门收支"),
        &[
            "按照综合预算的原则，区科协所有收入和支出均纳入部门预算管理。收入包括：财政拨款收入（含一般公共预算财政拨款收入）。支出包括：基本支出、项目支出。",
        ],
    );
    assert_eq!(printed.section("部门收入"), "2023年部门收入预算192.83万元，其中：一般公共预算192.83万元，占100%。");
    assert_eq!(
        printed.section("部门支出"),
        "2023年部门支出预算192.83万元，其中：基本支出138.83万元，占72%；项目支出54万元，占28%。"
    );
    assert_eq!(
        printed.section("财政拨款"),
        "2023年财政拨款收支总预算192.83万元。收入包括：一般公共预算财政拨款本年收入192.83万元。支出包括：基本支出138.83万元，项目支出54万元。"
    );
}

#[test]
fn all_nine_funds_and_all_six_kinds_of_expenditure_are_named() {
    let printed = print(&shili());
    says(
        &printed.section("部门收支"),
        &[
            "收入包括：财政拨款收入（含一般公共预算财政拨款收入、政府性基金预算财政拨款收入、国有资本经营预算拨款收入）、财政专户管理资金收入、事业收入、事业单位经营收入、上级补助收入、附属单位上缴收入、其他收入、上年结转结余。",
            "支出包括：基本支出、项目支出、事业单位经营支出、上缴上级支出、对附属单位补助支出、年终结转结余。",
            "2024年部门收支总预算2153.14万元。比2023年预算增加159.71万元，增加8.01%，主要是服务中心适老化改造工程集中在本年实施。",
        ],
    );
    assert_eq!(
        printed.section("部门收入"),
        "2024年部门收入预算2153.14万元，其中：一般公共预算1827.46万元，占84.87%；政府性基金预算203.1万元，占9.43%；\
         国有资本经营预算14.86万元，占0.69%；财政专户管理资金16.24万元，占0.75%；事业收入42.43万元，占1.97%；\
         事业单位经营收入16.38万元，占0.76%；上级补助收入5万元，占0.23%；附属单位上缴收入1.65万元，占0.08%；\
         其他收入6.73万元，占0.31%；上年结转结余19.29万元，占0.9%。"
    );
    assert_eq!(
        printed.section("部门支出"),
        "2024年部门支出预算2150.51万元，其中：基本支出1713.51万元，占79.68%；项目支出418.63万元，占19.47%；\
         事业单位经营支出16.38万元，占0.76%；上缴上级支出1.2万元，占0.06%；对附属单位补助支出0.8万元，占0.04%。\
         因四舍五入，分项之和与合计数可能略有差异。"
    );
}

#[test]
fn carried_over_money_and_what_is_left_stand_beside_the_current_funds() {
    let printed = print(&shili());
    assert_eq!(
        printed.section("财政拨款"),
        "2024年财政拨款收支总预算2062.35万元。收入包括：一般公共预算财政拨款本年收入1827.46万元，\
         政府性基金预算财政拨款本年收入203.1万元，国有资本经营预算拨款本年收入14.86万元，\
         一般公共预算财政拨款上年结转8.14万元，政府性基金预算财政拨款上年结转7.65万元，\
         国有资本经营预算拨款上年结转1.14万元。支出包括：基本支出1656.53万元，项目支出404.59万元，年终结转结余1.23万元。"
    );
}

#[test]
fn money_left_at_the_end_of_the_year_is_income_but_no_expenditure() {
    let mut data = without_comparison();
    push(&mut data, "year_end_carry_over", json!({"fund": "general_public_budget", "amount": "100000.00"}));
    let printed = print(&data);
    says(
        &printed.section("部门收支"),
        &["支出包括：基本支出、项目支出、年终结转结余。2023年部门收支总预算202.83万元。"],
    );
    says(&printed.section("部门收入"), &["2023年部门收入预算202.83万元，其中：一般公共预算202.83万元，占100%。"]);
    says(&printed.section("部门支出"), &["2023年部门支出预算192.83万元，"]);
    says(&printed.section("财政拨款"), &["支出包括：基本支出138.83万元，项目支出54万元，年终结转结余10万元。"]);
}

#[test]
fn a_department_without_appropriation_says_so_in_every_section() {
    let text =
        without_comparison().to_string().replace("\"fund\":\"general_public_budget\"", "\"fund\":\"other_income\"");
    let printed = print(&serde_json::from_str(&text).unwrap());
    says(&printed.section("部门收支"), &["收入包括：其他收入。支出包括：基本支出、项目支出。"]);
    assert_eq!(printed.section("财政拨款"), "2023年本单位没有财政拨款收支预算。");
    assert_eq!(printed.section("一般公共预算支出"), "2023年本单位没有使用一般公共预算安排的支出。");
    assert_eq!(printed.section("基本支出"), "2023年本单位没有使用一般公共预算安排的基本支出。");
    assert_eq!(printed.matter("机关运行经费情况"), "本单位无机关运行经费。");
}

#[test]
fn several_projects_stand_under_each_of_their_subjects() {
    says(
        &print(&shili()).section("一般公共预算支出"),
        &[
            "2024年一般公共预算支出预算1835.6万元，比2023年预算增加了155.26万元，增加9.24%，主要是人员经费增加，并安排一般债券资金用于房屋结构修缮。具体安排情况如下：",
            "（一）基本支出1639.16万元，主要用于人员经费、公用经费。",
            "（二）项目支出196.44万元。其中：",
            "其他教育支出0.8万元，主要用于：1.社区示例学堂0.8万元，主要用于：社区示例学堂课程委托、教材购置和上年课酬尾款结算。",
            "一般行政管理事务59.65万元，主要用于：1.示例社区综合服务能力提升29.85万元，主要用于：",
            "2.信息系统运行维护17.8万元，主要用于：示例事务管理系统运行维护、专线租用、网络安全监测和业务软件购置。",
            "3.便民服务网点运营补助12万元，主要用于：便民服务网点运营费用补贴和网点巡查评估。",
            "其他民政管理事务支出32.93万元，主要用于：1.示例社区综合服务能力提升10.75万元，",
            "社会福利事业单位103.06万元，主要用于：1.示例社区综合服务能力提升21.46万元，",
        ],
    );
}

#[test]
fn projects_alone_are_the_first_item() {
    let mut data = without_comparison();
    data["lines"] = json!([]);
    let section = print(&data).section("一般公共预算支出");
    says(
        &section,
        &["2023年一般公共预算支出预算54万元。具体安排情况如下：（一）项目支出54万元。其中：一般行政管理事务54万元，"],
    );
    assert!(!section.contains("基本支出"));
}

#[test]
fn the_government_fund_decreases_with_its_reason() {
    says(
        &print(&shili()).section("政府性基金"),
        &[
            "2024年政府性基金预算支出预算209.51万元，比2023年预算减少了22.34万元，减少9.63%，主要是专项债券资金按工程进度减少。具体安排情况如下：",
            "（一）基本支出17.36万元，主要用于人员经费、公用经费。（二）项目支出192.15万元。其中：",
            "用于社会福利的彩票公益金支出67.15万元，主要用于：1.示例社区综合服务能力提升35.15万元，",
        ],
    );
}

#[test]
fn a_government_fund_that_ends_is_compared_with_last_year() {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["government_fund"] = json!("50000.00");
    data["reasons"]["government_fund"] = json!("项目已经完成");
    assert_eq!(
        print(&data).section("政府性基金"),
        "2023年本单位没有使用政府性基金预算安排的支出，比2022年调整预算减少5万元，减少100%，主要是项目已经完成。"
    );
}

#[test]
fn state_capital_has_a_section_only_where_there_is_or_was_any() {
    let printed = print(&shili());
    says(
        &printed.section("国有资本"),
        &[
            "2024年国有资本经营预算支出预算16万元，比2023年预算增加了16万元，上年无该预算，增长率无可比性，主要是本年新增国有企业退休人员社会化管理补助。具体安排情况如下：（一）项目支出16万元。其中：国有企业退休人员社会化管理补助支出16万元，主要用于：1.示例社区综合服务能力提升16万元，",
        ],
    );
    assert!(printed.part(3).contains("十、其他重要事项的情况说明"));
    assert!(!print(&kexie()).sections().contains_key("国有资本经营预算支出安排情况"));
    let mut data = kexie();
    data["previous_years"][0]["figures"]["state_capital_budget"] = json!("20000.00");
    assert_eq!(
        print(&data).section("国有资本"),
        "2023年本单位没有使用国有资本经营预算安排的支出，比2022年调整预算减少2万元，减少100%。"
    );
}

#[test]
fn unit_money_and_its_expenditure_stand_in_the_unit_s_own_document() {
    let printed = print_unit(&shili(), "901003");
    says(
        &printed.section("部门收支"),
        &[
            "区示例服务中心所有收入和支出均纳入单位预算管理。",
            "支出包括：基本支出、项目支出、事业单位经营支出、上缴上级支出、年终结转结余。2024年单位收支总预算974.39万元。",
        ],
    );
    says(&printed.section("部门支出"), &["事业单位经营支出16.38万元，占1.69%；上缴上级支出5万元，占0.51%。"]);
}

#[test]
fn the_remark_on_rounding_stands_only_where_parts_miss_their_total() {
    const REMARK: &str = "因四舍五入，分项之和与合计数可能略有差异。";
    assert!(!print(&kexie()).all().contains(REMARK));
    // 0.50 and 0.50 万元 less a 分 each: 0.01 + 0.01 are printed beside 0.01.
    let mut data = without_comparison();
    data["lines"] = json!([]);
    data["projects"] = json!([]);
    remove(&mut data, "procurement");
    add_line(&mut data, "2060101", "30101", "general_public_budget", "74.00");
    add_line(&mut data, "2060101", "30201", "other_income", "74.00");
    let printed = print(&data);
    assert_eq!(
        printed.section("部门收入"),
        format!("2023年部门收入预算0.01万元，其中：一般公共预算0.01万元，占50%；其他收入0.01万元，占50%。{REMARK}")
    );
    assert_eq!(printed.section("部门支出"), "2023年部门支出预算0.01万元，其中：基本支出0.01万元，占100%。");
}

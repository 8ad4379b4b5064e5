//! 上海市普陀区: order of the parts, tables of both kinds of document, sentences of 其他相关情况说明 and of the projects.

use gongkai::derive::report::{Body, Report, Table};
use gongkai::model::TableKind;

use super::{home, in_putuo, says, street, text};
use crate::common::disclosures::{derive, derive_unit, load, pipeline, shili, table};

fn headers(table: &Table) -> Vec<String> {
    let Body::Grid { columns, .. } = &table.body else { panic!("a form") };
    columns.iter().map(|column| column.header.join("/")).collect()
}

/// The cells of the row with this key in the first panel, or the second.
fn row<'t>(table: &'t Table, key: &str) -> Vec<&'t str> {
    let Body::Grid { columns, rows } = &table.body else { panic!("a form") };
    let row = rows.iter().find(|row| row.keys.iter().any(|of| of == key)).unwrap_or_else(|| panic!("no row {key}"));
    let panel = row.keys.iter().position(|of| of == key).unwrap();
    columns.iter().zip(&row.cells).filter(|(column, _)| column.panel == panel).map(|(_, cell)| cell.as_str()).collect()
}

fn parts(report: &Report) -> Vec<String> {
    let layout = pipeline().typeset(report).unwrap().layout;
    let parts = layout.headings.iter().filter(|heading| heading.level == 1).skip(1);
    parts.map(|heading| heading.text.clone()).collect()
}

#[test]
fn the_parts_stand_in_the_region_s_order() {
    let expected = |body: &str| {
        vec![
            format!("一、{body}主要职能"),
            format!("二、{body}机构设置"),
            "三、名词解释".to_owned(),
            format!("四、2025年{body}预算编制说明"),
            format!("五、2025年{body}预算表"),
            "六、其他相关情况说明".to_owned(),
            "七、项目经费情况说明".to_owned(),
            "八、项目绩效目标".to_owned(),
        ]
    };
    assert_eq!(parts(&derive(&street())), expected("部门"));
    assert_eq!(parts(&derive(&home())), expected("单位"));
}

#[test]
fn every_page_lies() {
    for data in [street(), home()] {
        let report = pipeline().report(&load(&data), None).unwrap();
        let layout = pipeline().typeset(&report).unwrap().layout;
        assert!(layout.pages.iter().all(|page| page.is_landscape()));
    }
}

#[test]
fn the_first_table_of_a_unit_splits_its_expenditure() {
    let department = derive(&street());
    assert_eq!(
        headers(table(&department, TableKind::IncomeExpenditure)),
        ["本年收入/项目", "本年收入/预算数", "本年支出/项目", "本年支出/预算数"]
    );
    let unit = derive(&home());
    let first = table(&unit, TableKind::IncomeExpenditure);
    assert_eq!(
        headers(first),
        [
            "本年收入/项目",
            "本年收入/预算数",
            "本年支出/项目",
            "本年支出/预算数/合计",
            "本年支出/预算数/基本支出/人员经费",
            "本年支出/预算数/基本支出/公用经费",
            "本年支出/预算数/项目支出",
        ]
    );
    assert_eq!(row(first, "expenditure.210"), ["二、卫生健康支出", "1,279,680.00", "1,279,680.00", "", ""]);
    assert_eq!(row(first, "income.institutional"), ["二、事业收入", "2,100,000.00"]);
    assert_eq!(row(first, "income.fiscal.government_fund"), ["2.政府性基金", ""]);
    // Only the classes that there are, numbered by position.
    assert_eq!(row(first, "expenditure.221")[0], "三、住房保障支出");
}

#[test]
fn codes_stand_in_three_columns_and_income_by_what_it_pays_for() {
    let report = derive(&street());
    let income = table(&report, TableKind::Income);
    assert_eq!(row(income, "201")[..4], ["201", "", "", "一般公共服务支出"]);
    assert_eq!(row(income, "20103")[..3], ["201", "03", ""]);
    assert_eq!(row(income, "2010301")[..4], ["201", "03", "01", "行政运行"]);
    let basic = table(&report, TableKind::Basic);
    assert_eq!(row(basic, "30108")[..3], ["301", "08", "机关事业单位基本养老保险缴费"]);
    let unit = derive(&home());
    let row = row(table(&unit, TableKind::Income), "2081005");
    assert_eq!(row[4..], ["23,032,705.28", "20,896,705.28", "2,100,000.00", "", "36,000.00"]);
}

#[test]
fn three_public_and_operating_cost_are_in_wan() {
    let report = derive(&street());
    let three_public = table(&report, TableKind::ThreePublic);
    assert_eq!(three_public.unit.as_deref(), Some("万元"));
    assert_eq!(row(three_public, "total"), ["24.38", "0.00", "1.98", "22.40", "0.00", "22.40", "200.84"]);
}

#[test]
fn carried_over_money_and_other_kinds_of_expenditure_have_their_place() {
    let report = derive(&in_putuo(shili()));
    let first = table(&report, TableKind::IncomeExpenditure);
    assert_eq!(row(first, "expenditure.year_end_carry_over")[0], "结转下年");
    assert_eq!(row(first, "income.total")[1], row(first, "expenditure.total")[1]);
    let income = table(&report, TableKind::Income);
    assert_eq!(row(income, "total")[4], row(first, "income.total")[1]);
    assert_eq!(row(income, "year_end_carry_over")[3], "结转下年");
    // 经营, 上缴 and 补助 have no column: they are 项目支出.
    for report in [report, derive_unit(&in_putuo(shili()), "901003")] {
        assert_eq!(gongkai::check::printed::breaks(&report), []);
    }
}

#[test]
fn the_other_matters_are_told_in_the_region_s_words() {
    let text = text(&street());
    for sentence in [
        "2025年“三公”经费预算数为24.38万元，比2024年预算减少0.22万元，下降0.89%，主要原因是压减公务接待。其中：",
        "（一）因公出国（境）费0万元，与2024年预算持平。",
        "公务用车购置费0万元，与2024年预算持平；公务用车运行费22.4万元，与2024年预算持平。公务用车保有量7辆。",
        "（三）公务接待费1.98万元，比2024年预算减少0.22万元，下降10%，主要原因是落实过紧日子要求，压减公务接待。",
        "2025年本级机关财政拨款的机关运行经费预算为200.84万元，比2024年预算减少4.82万元，下降2.34%，",
        "2025年本部门政府采购预算774.56万元，",
        "其中：政府采购货物预算8.56万元、政府采购工程预算286万元、政府采购服务预算480万元。",
        "面向中小企业预留政府采购项目预算金额491.36万元，其中，预留给小型和微型企业的政府采购项目预算金额344.38万元。",
        "本部门4个预算单位开展了2025年项目预算绩效目标编报工作，编报绩效目标的项目17个，涉及项目预算资金2564.7万元。",
        "截至2024年8月31日，本部门共有车辆7辆，其中：主要领导干部用车1辆、机要通信用车1辆、应急保障用车2辆、执法执勤用车3辆；无单价100万元（含）以上设备（不含车辆）。",
    ] {
        says(&text, sentence);
    }
}

#[test]
fn a_unit_speaks_of_itself() {
    let text = text(&home());
    for sentence in [
        "区示例福利院设4个内设机构，包括：办公室、护理部、医务室、后勤保障科。",
        "本单位无机关运行经费。",
        "2025年度本单位未安排政府采购预算，比2024年预算减少96万元，下降100%，主要原因是上年采购已完成，本年没有安排。",
        "本单位开展了2025年项目预算绩效目标编报工作，编报绩效目标的项目3个，",
        "单价100万元（含）以上设备（不含车辆）2台（套）。",
        "编制单位：区示例福利院",
    ] {
        says(&text, sentence);
    }
    assert!(!text.contains("本部门"));
}

#[test]
fn each_project_is_told_in_words_and_in_its_form() {
    let text = text(&home());
    for sentence in [
        "二、消防和用电设施改造",
        "项目概述：更新居住楼消防管网和配电设施，消除安全隐患。",
        "立项依据：消防安全评估意见；区民政设施改造计划。",
        "实施主体：区示例福利院。",
        "实施周期：2025年3月至2026年6月。",
        "年度预算安排：120万元。",
        "绩效目标：改造楼宇2幢，验收合格率100%。",
        "项目性质阶段性项目",
        "项目性质经常性项目",
        "项目资金总额1,800,000.00",
        "其中：财政资金1,440,000.00",
        "其他资金360,000.00",
        "年度资金申请总额1,200,000.00",
    ] {
        says(&text, sentence);
    }
}

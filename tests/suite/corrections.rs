//! One amount corrected: what follows from it follows, and nothing else changes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::disclosures::{kexie, print};
use crate::common::printed::Printed;

/// 印刷费 of 科普经费（青山区）, 60,000.00 in the file.
fn corrected() -> Value {
    let mut data = kexie();
    let amount = &mut data["projects"][0]["lines"][0]["amount"];
    assert_eq!(*amount, json!("60000.00"));
    *amount = json!("75000.00");
    data
}

/// The keys under which two maps differ.
fn differing<K: Ord + Clone>(
    before: &std::collections::BTreeMap<K, String>,
    after: &std::collections::BTreeMap<K, String>,
) -> BTreeSet<K> {
    assert!(before.keys().eq(after.keys()));
    before.keys().filter(|key| before[*key] != after[*key]).cloned().collect()
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|character| !matches!(character, '0'..='9' | ',' | '.')).collect()
}

#[test]
fn an_amount_of_a_project_changes_what_follows_from_it_and_nothing_else() {
    let (before, after) = (print(&kexie()), print(&corrected()));
    assert_eq!(differing(&before.tables(), &after.tables()), BTreeSet::from([1, 2, 3, 4, 5, 9, 13, 14]));
    let sections = [
        "部门收支预算总体安排情况",
        "部门收入预算安排情况",
        "部门支出预算安排情况",
        "财政拨款收支预算总体情况",
        "一般公共预算支出安排情况",
        "其他重要事项的情况说明",
    ];
    assert_eq!(differing(&before.sections(), &after.sections()), BTreeSet::from(sections));
    for matter in ["机关运行经费情况", "政府采购预算情况", "政府购买服务预算情况", "国有资产占有使用情况"]
    {
        assert_eq!(before.matter(matter), after.matter(matter), "{matter}");
    }
    assert_ne!(before.matter("绩效目标设置情况"), after.matter("绩效目标设置情况"));
    for part in [0, 1, 4] {
        assert_eq!(before.part(part), after.part(part), "part {part}");
    }
}

#[test]
fn the_correction_changes_digits_only() {
    let (before, after) = (print(&kexie()), print(&corrected()));
    assert_eq!(without_digits(&before.all()), without_digits(&after.all()));
    assert_eq!(before.pages.len(), after.pages.len());
}

#[test]
fn the_corrected_figures_are_printed_wherever_they_stand() {
    let printed = print(&corrected());
    let says = |text: &str, sentence: &str| assert!(text.contains(sentence), "{sentence}\nnot in\n{text}");
    says(
        &printed.section("部门收支"),
        "2023年部门收支总预算194.33万元。比2022年调整预算减少62.23万元，减少24.26%，主要是一名在职人员转退休。",
    );
    says(&printed.section("部门收入"), "2023年部门收入预算194.33万元，其中：一般公共预算194.33万元，占100%。");
    says(&printed.section("部门支出"), "基本支出138.83万元，占71.44%；项目支出55.5万元，占28.56%。");
    says(&printed.section("财政拨款"), "支出包括：基本支出138.83万元，项目支出55.5万元。");
    says(&printed.section("一般公共预算支出"), "1.科普经费（青山区）34.7万元，主要用于：用于科普活动");
    says(&printed.section("一般公共预算支出"), "2.科普经费（化工区）20.8万元，");
    says(&printed.matter("绩效目标设置情况"), "涉及一般公共预算本年财政拨款194.33万元，无政府性基金预算本年财政拨款。");
    says(&printed.table(3), "2060102一般行政管理事务555,000.00555,000.00");
    says(&printed.table(9), "科普经费（青山区）区科协本级347,000.00347,000.00");
    says(&printed.table(14), "项目资金347,000.00347,000.00347,000.000.000.00");
    unmoved(&printed);
}

/// The other project and the basic expenditure.
fn unmoved(printed: &Printed) {
    assert!(printed.table(9).contains("科普经费（化工区）区科协本级208,000.00208,000.00"));
    assert!(printed.table(6).ends_with("合计1,388,299.361,284,683.76103,615.60"));
}

//! The same facts in both regions: each prints them in its own tables, and the figures are the same.

use std::collections::BTreeMap;

use gongkai::derive::report::{Body, Report, RowRole};
use gongkai::model::TableKind;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::{home, in_putuo, street};
use crate::bodies::Shape;
use crate::common::disclosures::{derive, derive_unit, kexie, shili};

/// Amounts of the tables by kind, row key and column key, as digits.
type Amounts = BTreeMap<(TableKind, String, String), String>;

fn amounts(report: &Report) -> Amounts {
    let mut found = Amounts::new();
    for table in &report.tables {
        let Body::Grid { columns, rows } = &table.body else { continue };
        for row in rows {
            for (column, text) in columns.iter().zip(&row.cells) {
                let amount = text.replace(',', "");
                let is_blank = row.roles[column.panel] == RowRole::Blank;
                if !is_blank && (amount.is_empty() || amount.parse::<Decimal>().is_ok()) {
                    found.insert((table.kind, row.keys[column.panel].clone(), column.key.clone()), amount);
                }
            }
        }
    }
    found
}

fn decimal(text: &str) -> Decimal {
    if text.is_empty() { Decimal::ZERO } else { text.parse().unwrap() }
}

fn wan(yuan: Decimal) -> Decimal {
    (yuan / Decimal::from(10_000)).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// 经营, 上缴 and 补助, which 普陀区 has no columns for.
fn counted_as_project(qingshan: &Amounts, row: &str) -> Decimal {
    let amount = |column: &str| {
        let key = (TableKind::Expenditure, row.to_owned(), column.to_owned());
        decimal(qingshan.get(&key).map_or("", String::as_str))
    };
    ["business_operation", "remittance_to_superior", "subsidy_to_affiliate"].map(amount).iter().sum()
}

/// How many amounts both regions print, after comparing them.
fn compare(qingshan: &Report, putuo: &Report) -> usize {
    let (one, other) = (amounts(qingshan), amounts(putuo));
    let mut shared = 0;
    for ((kind, row, column), amount) in &other {
        // Codes in columns of their own are no amounts; rows of income are units here and subjects there.
        if column.starts_with("code") || *kind == TableKind::Income && row != "total" {
            continue;
        }
        let Some(same) = one.get(&(*kind, row.clone(), column.clone())) else { continue };
        let (in_yuan, printed) = (decimal(same), decimal(amount));
        let in_yuan = if *kind == TableKind::Expenditure && column == "project" {
            in_yuan + counted_as_project(&one, row)
        } else {
            in_yuan
        };
        let expected = if *kind == TableKind::ThreePublic { wan(in_yuan) } else { in_yuan };
        assert_eq!(printed, expected, "{kind:?} {row} {column}");
        shared += 1;
    }
    // What the regions print in rows and columns of their own.
    let yuan = |amounts: &Amounts, kind, row: &str, column: &str| {
        decimal(amounts.get(&(kind, row.to_owned(), column.to_owned())).map_or("", String::as_str))
    };
    use TableKind::{FiscalIncomeExpenditure, GeneralPublicBudget, GovernmentFund, Income, IncomeExpenditure};
    for fund in ["general_public_budget", "government_fund", "state_capital_budget"] {
        let current = yuan(&one, Income, "total", &format!("current.{fund}"));
        let carried = yuan(&one, Income, "total", &format!("carried_over.{fund}"));
        let printed = yuan(&other, IncomeExpenditure, &format!("income.fiscal.{fund}"), "income.amount");
        assert_eq!(printed, current + carried, "{fund}");
        assert_eq!(printed, yuan(&other, FiscalIncomeExpenditure, &format!("income.{fund}"), "income.amount"));
    }
    let fiscal = yuan(&other, IncomeExpenditure, "income.fiscal", "income.amount");
    assert_eq!(fiscal, yuan(&other, Income, "total", "source.fiscal"));
    for (kind, column) in [(GeneralPublicBudget, "general_public_budget"), (GovernmentFund, "government_fund")] {
        let spent = yuan(&one, kind, "total", "total");
        let left =
            yuan(&other, FiscalIncomeExpenditure, "expenditure.year_end_carry_over", &format!("expenditure.{column}"));
        let printed = yuan(&other, FiscalIncomeExpenditure, "expenditure.total", &format!("expenditure.{column}"));
        assert_eq!(printed - left, spent, "{kind:?}");
    }
    shared
}

fn both(data: &Value) -> (Report, Report) {
    (derive(data), derive(&in_putuo(data.clone())))
}

#[test]
fn the_figures_of_the_shipped_departments_agree() {
    let (qingshan, putuo) = both(&kexie());
    assert!(compare(&qingshan, &putuo) > 150);
    let (qingshan, putuo) = both(&shili());
    assert!(compare(&qingshan, &putuo) > 250);
}

#[test]
fn the_figures_of_their_units_agree() {
    for unit in ["901001", "901002", "901003"] {
        let qingshan = derive_unit(&shili(), unit);
        let putuo = derive_unit(&in_putuo(shili()), unit);
        assert!(compare(&qingshan, &putuo) > 80, "{unit}");
    }
}

#[test]
fn the_figures_of_departments_at_random_agree() {
    for seed in 0..40 {
        let (qingshan, putuo) = both(&Shape::of(seed).body());
        assert!(compare(&qingshan, &putuo) > 20, "seed {seed}");
    }
}

#[test]
fn documents_of_the_second_region_are_as_right_in_the_first() {
    for mut data in [street(), home()] {
        let putuo = derive(&data);
        data["region"] = "420107-qingshan".into();
        assert!(compare(&derive(&data), &putuo) > 80);
    }
}

#[test]
fn each_region_has_its_tables_their_order_and_units() {
    let (qingshan, putuo) = both(&shili());
    let tables = |report: &Report| -> Vec<String> {
        let table = |table: &gongkai::derive::report::Table| {
            format!("{} {} {}", table.number, table.title, table.unit.as_deref().unwrap_or_default())
        };
        report.tables.iter().map(table).collect()
    };
    assert_eq!(
        tables(&qingshan),
        [
            "1 收支总表 元",
            "2 收入总表 元",
            "3 支出总表 元",
            "4 财政拨款收支总表 元",
            "5 一般公共预算支出表 元",
            "6 一般公共预算基本支出表 元",
            "7 一般公共预算“三公”经费支出表 元",
            "8 政府性基金预算支出表 元",
            "9 项目支出表 元",
            "10 政府采购预算表 元",
            "11 政府购买服务预算表 元",
            "12 资产配置预算表 元",
            "13 整体支出绩效目标表 万元",
            "14 项目支出绩效目标表 元",
        ]
    );
    assert_eq!(
        tables(&putuo),
        [
            "1 部门财务收支预算总表 元",
            "2 部门收入预算总表 元",
            "3 部门支出预算总表 元",
            "4 部门财政拨款收支预算总表 元",
            "5 部门一般公共预算支出功能分类预算表 元",
            "6 部门政府性基金预算支出功能分类预算表 元",
            "7 部门国有资本经营预算支出功能分类预算表 元",
            "8 部门一般公共预算基本支出部门预算经济分类预算表 元",
            "9 部门“三公”经费和机关运行经费预算表 万元",
            "10 项目绩效目标申报表 元",
        ]
    );
}

//! Codes and names of subjects.

use serde_json::{Value, json};

use super::is_found;
use crate::common::disclosures::{derive, kexie, push};

fn name(data: &mut Value, code: &str, name: &str) {
    push(&mut data["subjects"], "functional", json!({ "code": code, "name": name }));
}

#[test]
fn f15_a_code_that_is_broken_into_its_levels() {
    // 210 11 02, of which a cell kept “7 11 02”.
    for code in ["71102", "7 11 02", "7"] {
        is_found(&kexie(), "GK015", |data| data["lines"][21]["function"] = json!(code));
    }
    is_found(&kexie(), "GK051", |data| data["lines"][21]["function"] = json!("0071102"));
}

#[test]
fn f16_the_old_name_of_a_class() {
    is_found(&kexie(), "GK401", |data| name(data, "210", "医疗卫生与计划生育支出"));
}

#[test]
fn f16_a_class_has_one_name_in_all_tables() {
    let tables = serde_json::to_string(&derive(&kexie()).tables).unwrap();
    assert!(tables.contains("卫生健康支出") && !tables.contains("医疗卫生与计划生育支出"));
}

#[test]
fn f17_names_that_are_shifted_by_one_level() {
    // “卫生健康支出（类）卫生健康支出（款）计划生育事务（项）”
    is_found(&kexie(), "GK401", |data| name(data, "21011", "卫生健康支出"));
    is_found(&kexie(), "GK401", |data| name(data, "2101101", "行政事业单位医疗"));
}

//! `gongkai render --correcting`: the notice of what changed, and the proof that marks it.

mod notice;
mod proof;
mod refused;
mod texts;

use std::fs;

use serde_json::{Value, json};

use crate::command_line::Desk;
use crate::common::disclosures::{kexie, shili};
use crate::common::pdf::Pdf;

const DOCUMENT: &str = "青山区科学技术协会2023年部门预算公开.pdf";
const NOTICE: &str = "青山区科学技术协会2023年部门预算公开更正说明.pdf";
const PROOF: &str = "青山区科学技术协会2023年部门预算公开（更正标记稿）.pdf";

/// A line of a project with its cost, and one person more in service.
fn corrected() -> Value {
    let mut data = kexie();
    data["correction"] = json!({ "date": "2023-03-06", "reason": "编报时主题科普活动承办费少计一场" });
    let project = &mut data["projects"][0];
    assert_eq!(project["lines"][2]["amount"], "120000.00");
    project["lines"][2]["amount"] = json!("126000.00");
    project["plan"]["costs"][2]["amount"] = json!("126000.00");
    project["plan"]["costs"][2]["basis"] = json!("21场×6000元");
    for kind in ["institutional", "institutional_civil_service_like"] {
        data["units"][0]["staffing"]["in_service"][kind] = json!(4);
    }
    data["approval"]["totals"]["general_public_budget"] = json!("1934299.36");
    data
}

/// A line of a project with its cost, one person less in service and one more retired, in a department of three units.
fn corrected_shili() -> Value {
    let mut data = shili();
    data["correction"] = json!({ "date": "2024-03-15", "reason": "站点委托运营的站点数录入有误" });
    let project = &mut data["projects"][0];
    assert_eq!(project["lines"][1]["amount"], "260000.00");
    project["lines"][1]["amount"] = json!("270000.00");
    project["plan"]["costs"][0]["amount"] = json!("270000.00");
    project["plan"]["costs"][0]["basis"] = json!("27个站点×10000元");
    let staffing = &mut data["units"][1]["staffing"];
    for kind in ["institutional", "institutional_civil_service_like"] {
        staffing["in_service"][kind] = json!(9);
    }
    staffing["retired"]["ordinary"] = json!(7);
    data["approval"]["totals"]["general_public_budget"] = json!("18365998.71");
    data
}

/// A desk with `old.json` and `new.json`.
fn desk(new: &Value) -> Desk {
    let desk = Desk::new();
    desk.put_data("old.json", &kexie()).put_data("new.json", new);
    desk
}

const CORRECT: &[&str] = &["render", "new.json", "--correcting", "old.json"];

fn bytes(desk: &Desk, name: &str) -> Vec<u8> {
    fs::read(desk.path(&format!("out/{name}"))).unwrap()
}

fn read(desk: &Desk, name: &str) -> Pdf {
    Pdf::read(&bytes(desk, name))
}

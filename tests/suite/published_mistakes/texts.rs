//! Free texts.

use serde_json::{Value, json};

use super::is_found;
use crate::common::disclosures::{kexie, shili};

/// A reason, which is printed after “主要是”.
fn reason(text: &str) -> impl FnOnce(&mut Value) {
    move |data| data["reasons"]["total"] = json!(text)
}

#[test]
fn f14_residue_of_a_template() {
    for text in
        ["增加（减少）的主要原因是人员减少", "人员经费（上一年度，下同）减少", "部门应根据实际情况进行解释和增减"]
    {
        is_found(&kexie(), "GK502", reason(text));
    }
}

#[test]
fn f18_other_written_with_the_wrong_character() {
    is_found(&kexie(), "GK507", reason("其它人员经费减少"));
}

#[test]
fn f20_a_paragraph_twice() {
    is_found(&shili(), "GK513", |data| {
        let duties = data["duties"].as_array_mut().unwrap();
        let again = duties[2].clone();
        duties.push(again);
    });
}

#[test]
fn f23_units_punctuation_and_terms() {
    is_found(&kexie(), "GK509", |data| data["performance"]["goals"][0] = json!("安排科普活动经费33.2万，开展活动20场"));
    is_found(&kexie(), "GK505", |data| data["duties"][8] = json!("承办上级机关交办的有关事项。。"));
    is_found(&kexie(), "GK515", reason("公务车用车运行费用减少"));
}

#[test]
fn f27_a_project_of_another_year() {
    is_found(&kexie(), "GK132", |data| {
        data["projects"][0]["plan"]["starts"] = json!("2022-01");
        data["projects"][0]["plan"]["ends"] = json!("2022-12");
    });
}

#[test]
fn f27_a_year_that_was_left_from_an_older_text() {
    is_found(&kexie(), "GK510", |data| {
        data["projects"][0]["plan"]["annual_goal"] = json!("2021年开展主题科普活动不低于20场。");
    });
}

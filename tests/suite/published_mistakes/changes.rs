//! 增减变化 that say something else than the figures.

use gongkai::derive::narrative::{Change, Direction, NullOr};
use gongkai::derive::percent;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{codes, figure, is_found};
use crate::common::disclosures::{derive, kexie, remove};

/// The change of the total against a figure of last year.
fn change(last: &str) -> Change {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["total"] = json!(last);
    derive(&data).narrative.overall.unwrap().change.unwrap()
}

fn text(figure: Option<gongkai::derive::report::Figure>) -> Option<String> {
    figure.map(|figure| figure.text)
}

#[test]
fn f09_the_word_of_direction_follows_the_sign_and_the_percentage_the_amounts() {
    // 241.76 to 170.03, published as “增加21.74%”.
    assert_eq!(percent(Decimal::new(7173, 2), Decimal::new(24176, 2), 2).to_string(), "29.67");
    let less = change("2565600.00");
    assert_eq!((less.direction, text(less.percent).as_deref()), (Direction::Decrease, Some("24.84")));
    let more = change("1800000.00");
    assert_eq!((more.direction, text(more.percent).as_deref()), (Direction::Increase, Some("7.13")));
}

#[test]
fn f11_one_digit_more_in_last_year_s_figure() {
    is_found(&kexie(), "GK152", |data| data["previous_years"][0]["figures"]["total"] = json!("25656000.00"));
}

#[test]
fn f11_one_digit_more_in_all_of_last_year_s_figures() {
    is_found(&kexie(), "GK701", |data| {
        for key in ["total", "general_public_budget", "fiscal_income"] {
            data["previous_years"][0]["figures"][key] = json!("25656000.00");
        }
    });
}

#[test]
fn f12_a_year_is_not_compared_with_itself() {
    is_found(&kexie(), "GK036", |data| data["previous_years"][0]["year"] = json!(2023));
    // The year that a sentence names is that of the figure: no other can be written.
    assert_eq!(derive(&kexie()).narrative.overall.unwrap().change.unwrap().year, 2022);
}

#[test]
fn f13_nothing_against_nothing_is_no_change() {
    let mut data = kexie();
    data["previous_years"][0]["figures"]["government_fund"] = json!("0.00");
    let Some(NullOr::Null(section)) = derive(&data).narrative.government_fund else { panic!("there is no such money") };
    let change = section.change.unwrap();
    assert_eq!((change.direction, change.amount, change.percent), (Direction::Equal, None, None));
}

#[test]
fn f13_a_copied_clause_of_zero() {
    is_found(&kexie(), "GK511", |data| {
        data["reasons"]["total"] = json!("政府性基金预算比上年增加1421.25万元");
    });
}

#[test]
fn f22_a_year_has_one_basis() {
    is_found(&kexie(), "GK037", |data| {
        let mut other = data["previous_years"][0].clone();
        other["basis"] = json!("final_accounts");
        data["previous_years"].as_array_mut().unwrap().push(other);
    });
    let bases = |value: &Value| value.to_string().matches("\"basis\":\"adjusted_budget\"").count();
    let narrative = serde_json::to_value(derive(&kexie()).narrative).unwrap();
    assert_eq!(narrative.to_string().matches("\"basis\":\"").count(), bases(&narrative));
}

#[test]
fn f24_there_is_no_percentage_on_a_base_of_zero() {
    let new = change("0.00");
    assert!(new.base_zero && new.percent.is_none() && new.amount.is_some());
}

#[test]
fn f25_every_item_of_three_public_has_its_label() {
    // The labels are the template's, and each of the items is a member of the section: none can be left out.
    let mut data = kexie();
    for (economic, amount) in [("30217", "2900.00"), ("30231", "28800.00")] {
        let line =
            json!({"function": "2060101", "economic": economic, "fund": "general_public_budget", "amount": amount});
        data["lines"].as_array_mut().unwrap().push(line);
    }
    remove(&mut data, "absent");
    let report = derive(&data);
    for item in ["overseas", "vehicle", "vehicle_purchase", "vehicle_running", "reception"] {
        assert!(figure(&report, &format!("three_public.{item}")).is_some(), "{item}");
    }
}

#[test]
fn f25_a_figure_without_its_label_in_a_free_text() {
    is_found(&kexie(), "GK511", |data| data["performance"]["goals"][0] = json!("压缩一般性支出，严控290.5万元"));
}

#[test]
fn f14_a_change_without_a_reason() {
    is_found(&kexie(), "GK301", |data| remove(data, "reasons"));
    let mut equal = kexie();
    remove(&mut equal, "reasons");
    for key in ["total", "general_public_budget"] {
        equal["previous_years"][0]["figures"][key] = json!("1928299.36");
    }
    assert!(!codes(&equal).contains("GK301"), "nothing changed, so there is nothing to explain");
}

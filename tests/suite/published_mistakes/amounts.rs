//! Amounts that do not fit each other.

use gongkai::derive::report::Body;
use gongkai::derive::wan;
use gongkai::model::TableKind;
use rust_decimal::Decimal;
use serde_json::json;

use super::{figure, is_found};
use crate::common::disclosures::{derive, kexie, shili, table};
use crate::figures::cells;
use crate::figures::rules;

fn printed(yuan: i64) -> String {
    wan(Decimal::from(yuan)).to_string()
}

#[test]
fn f01_one_digit_too_many_is_printed_by_no_sentence() {
    assert_eq!(printed(873_617), "87.36");
    let mut data = kexie();
    data["lines"][0]["amount"] = json!("873617.00");
    let report = derive(&data);
    // The sentence has the figure from the cell, so that both have as many digits.
    let cell =
        cells::of(&report, TableKind::IncomeExpenditure)[&("expenditure.total".into(), "expenditure.amount".into())];
    assert_eq!(cell, 261_735_636);
    assert_eq!(figure(&report, "total").as_deref(), Some("261.74"));
}

#[test]
fn f01_one_digit_too_many_in_a_free_text() {
    is_found(&kexie(), "GK511", |data| {
        data["performance"]["goals"][0] = json!("安排科普活动经费332万元，开展主题科普活动不低于20场");
    });
}

#[test]
fn f02_amounts_are_rounded_not_cut_off() {
    for (yuan, text) in [(877_080, "87.71"), (782_164, "78.22"), (2_049_197, "204.92"), (2_687_760, "268.78")] {
        assert_eq!(printed(yuan), text);
    }
}

#[test]
fn f06_an_amount_of_a_parent_is_the_sum_of_its_children() {
    // R07, R08, R09 over every table that has levels.
    rules::hold(&derive(&kexie()));
    rules::hold(&derive(&shili()));
}

#[test]
fn f07_a_total_has_the_decimals_of_its_cells() {
    let report = derive(&shili());
    for kind in cells::FROM_LINES {
        let Body::Grid { columns, rows } = &table(&report, kind).body else { panic!("{kind:?}") };
        for (row, column) in rows.iter().flat_map(|row| row.cells.iter().zip(columns).map(move |cell| (row, cell))) {
            let (text, column) = column;
            let amount = text.replace(',', "").parse::<Decimal>().is_ok() && !["code"].contains(&column.key.as_str());
            if amount {
                assert!(text.split_once('.').is_some_and(|(_, fen)| fen.len() == 2), "{kind:?} {:?} {text}", row.keys);
            }
        }
    }
}

#[test]
fn f08_one_split_is_the_same_in_every_table() {
    let report = derive(&shili());
    let cell = |kind, row: &str, column: &str| cells::of(&report, kind)[&(row.to_owned(), column.to_owned())];
    for part in ["personnel", "public"] {
        let general = cell(TableKind::GeneralPublicBudget, "total", part);
        assert_eq!(general, cell(TableKind::Basic, "total", part), "{part}");
    }
}

#[test]
fn f10_a_headline_and_its_paragraph_print_one_figure() {
    // A report has each figure once, under one id, and the sentence prints the difference of what it prints.
    let report = derive(&shili());
    let number = |id: &str| figure(&report, id).unwrap().parse::<Decimal>().unwrap();
    let last = wan("19934306.80".parse().unwrap());
    assert_eq!(number("total.change.amount"), (number("total") - last).abs());
    assert_eq!(
        number("general_public_budget.basic") + number("general_public_budget.project"),
        number("general_public_budget.total")
    );
}

#[test]
fn f19_every_project_is_told_and_they_add_up() {
    let report = derive(&shili());
    let general = report.narrative.general_public_budget.as_ref().unwrap();
    let project = general.project.as_ref().unwrap();
    let mut told: Vec<&str> =
        project.functions.iter().flat_map(|one| &one.projects).map(|one| one.name.as_str()).collect();
    told.sort_unstable();
    told.dedup();
    let data = shili();
    let with_money = data["projects"].as_array().unwrap().iter().filter(|project| {
        project["lines"].as_array().unwrap().iter().any(|line| line["fund"] == "general_public_budget")
    });
    assert_eq!(told.len(), with_money.count());
    let cells = cells::of(&report, TableKind::GeneralPublicBudget);
    let of = |row: &str| cells.get(&(row.to_owned(), "project".to_owned())).copied().unwrap_or_default();
    let items = cells.keys().filter(|(row, column)| row.len() == 7 && column == "project");
    assert_eq!(items.map(|(row, _)| of(row)).sum::<i128>(), of("total"));
}

#[test]
fn f21_the_costs_of_a_form_are_more_than_its_project() {
    is_found(&shili(), "GK135", |data| data["projects"][0]["plan"]["costs"][0]["amount"] = json!("776000.00"));
}

#[test]
fn f21_a_part_of_a_form_is_more_than_the_whole() {
    is_found(&shili(), "GK133", |data| data["projects"][1]["plan"]["total_budget"] = json!("1000000.00"));
}

#[test]
fn f28_hierarchies_are_exact_to_the_cent() {
    let mut data = shili();
    for (index, line) in data["lines"].as_array_mut().unwrap().iter_mut().enumerate() {
        let amount: Decimal = line["amount"].as_str().unwrap().parse().unwrap();
        // 49 分 here and 50 分 there: rounded to 元, the parts of a sum would miss it.
        line["amount"] = json!((amount.trunc() + Decimal::new([49, 50][index % 2], 2)).to_string());
    }
    for key in ["income", "previous_years", "reasons"] {
        data.as_object_mut().unwrap().remove(key);
    }
    rules::hold(&derive(&data));
}

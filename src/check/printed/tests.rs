//! Every amount that a table prints is bound: changed by one fen, it breaks a relation, or it is on the list below.

use std::collections::BTreeSet;

use super::breaks;
use crate::check::tests::examples;
use crate::derive::report::{Body, Report, ScopeKind};
use crate::load;
use crate::model::{Scope, TableKind};
use crate::reference::Align;

fn reports() -> Vec<Report> {
    let pipeline = examples::pipeline();
    let mut reports = Vec::new();
    for name in ["420107-kexie-2023", "420107-shili-2024"] {
        let text = serde_json::to_string(&examples::data(name)).unwrap();
        let document = load::load("a.json", text.as_bytes()).unwrap();
        let units = document.disclosure.units.iter().map(|unit| Scope::Unit(unit.code.clone()));
        for scope in [Scope::Department].into_iter().chain(units) {
            reports.push(pipeline.report(&document, Some(&scope)).unwrap());
        }
    }
    reports
}

#[test]
fn the_tables_of_the_shipped_data_add_up() {
    for report in reports() {
        assert_eq!(breaks(&report), [], "{}", report.title());
    }
}

#[test]
fn an_amount_changed_by_one_fen_breaks_a_relation() {
    let mut unbound = BTreeSet::new();
    for report in reports().into_iter().filter(|report| report.scope == ScopeKind::Department) {
        for table in 0..report.tables.len() {
            let Body::Grid { columns, rows } = &report.tables[table].body else { continue };
            for (row, column) in (0..rows.len()).flat_map(|row| (0..columns.len()).map(move |column| (row, column))) {
                let cell = &rows[row].cells[column];
                let amount = cell.replace(',', "").parse::<rust_decimal::Decimal>();
                let (Align::Right, Ok(amount)) = (columns[column].align, amount) else { continue };
                let mut altered = report.clone();
                if let Body::Grid { rows, .. } = &mut altered.tables[table].body {
                    rows[row].cells[column] = (amount + rust_decimal::Decimal::new(1, 2)).to_string();
                }
                if breaks(&altered).is_empty() {
                    unbound.insert(format!("{} {}", report.tables[table].kind.key(), columns[column].key));
                }
            }
        }
    }
    // Lists of purchases and assets are compared with the facts (GK121, GK126, GK203 to GK205), not with other tables.
    let purchases =
        [TableKind::Procurement, TableKind::ServicePurchase, TableKind::AssetAcquisition].map(TableKind::key);
    unbound.retain(|cell| !purchases.iter().any(|kind| cell.starts_with(kind)));
    assert_eq!(unbound, BTreeSet::new());
}

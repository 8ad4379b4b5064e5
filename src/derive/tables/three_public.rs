//! 一般公共预算“三公”经费支出表: one row.

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::report::RowRole;

pub(super) const COLUMNS: &[&str] =
    &["total", "overseas", "vehicle", "vehicle_purchase", "vehicle_running", "reception"];

pub(super) fn draft(context: &Context<'_>) -> Draft {
    let amounts = &context.three_public;
    let row = DraftRow::new("total", RowRole::Plain)
        .money("total", amounts.total())
        .money("overseas", amounts.overseas)
        .money("vehicle", amounts.vehicle())
        .money("vehicle_purchase", amounts.vehicle_purchase)
        .money("vehicle_running", amounts.vehicle_running)
        .money("reception", amounts.reception);
    Draft { rows: vec![row], total: None, empty: amounts.total().is_zero() }
}

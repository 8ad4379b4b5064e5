//! 一般公共预算“三公”经费支出表: one row, in some regions with 机关运行经费.

use super::Draft;
use super::row::DraftRow;
use crate::derive::context::Context;
use crate::derive::report::RowRole;
use crate::model::TableKind;
use crate::reference::Region;

pub(super) const COLUMNS: &[&str] =
    &["total", "overseas", "vehicle", "vehicle_purchase", "vehicle_running", "reception", OPERATING_COST];

/// The column of 机关运行经费.
pub const OPERATING_COST: &str = "operating_cost";

/// Whether the region's table shows 机关运行经费 beside “三公”经费.
#[must_use]
pub fn shows_operating_cost(region: &Region) -> bool {
    let spec = region.table(TableKind::ThreePublic);
    spec.is_some_and(|spec| spec.columns.iter().any(|column| column.key == OPERATING_COST))
}

pub(super) fn draft(context: &Context<'_>) -> Draft {
    let amounts = &context.three_public;
    let operating_cost = context.operating_cost();
    let nothing_else = operating_cost.is_zero() || !shows_operating_cost(context.region);
    let row = DraftRow::new("total", RowRole::Plain)
        .money("total", amounts.total())
        .money("overseas", amounts.overseas)
        .money("vehicle", amounts.vehicle())
        .money("vehicle_purchase", amounts.vehicle_purchase)
        .money("vehicle_running", amounts.vehicle_running)
        .money("reception", amounts.reception)
        .money(OPERATING_COST, operating_cost);
    Draft { rows: vec![row], total: None, empty: amounts.total().is_zero() && nothing_else }
}

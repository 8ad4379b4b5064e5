//! 政府采购预算表, 政府购买服务预算表, 资产配置预算表: a row for each record, amounts by fund.

use std::collections::BTreeMap;

use super::Draft;
use super::row::{Cell, DraftRow};
use crate::derive::context::{Context, funded};
use crate::derive::report::RowRole;
use crate::model::{Fund, Funding};
use crate::reference::ColumnSpec;

pub(super) const PROCUREMENT_COLUMNS: &[&str] = &[
    "project",
    "function",
    "economic",
    "catalogue_code",
    "catalogue",
    "kind",
    "organisation",
    "quantity",
    "measure",
    "unit_price",
    "total",
    "general_public_budget",
    "government_fund",
    "state_capital_budget",
    "fiscal_special_account",
    "unit_funds",
    "other_funds",
];

pub(super) const SERVICE_COLUMNS: &[&str] = &[
    "project",
    "catalogue_code",
    "catalogue.1",
    "catalogue.2",
    "catalogue.3",
    "quantity",
    "quantity_measure",
    "measure",
    "is_procurement",
    "total",
    "general_public_budget",
    "government_fund",
    "state_capital_budget",
    "fiscal_special_account",
    "unit_funds",
    "other_funds",
];

pub(super) const ASSET_COLUMNS: &[&str] = &[
    "project",
    "asset_class",
    "name",
    "quantity",
    "measure",
    "unit_price",
    "is_procurement",
    "total",
    "general_public_budget",
    "government_fund",
    "state_capital_budget",
    "fiscal_special_account",
    "unit_funds",
    "other_funds",
];

/// Until the region's columns are known.
const UNNAMED: &str = "";

/// Columns that say what a record is for.
const NAMES: &[&str] = &[
    "project",
    "function",
    "economic",
    "catalogue_code",
    "catalogue",
    "catalogue.1",
    "catalogue.2",
    "catalogue.3",
    "asset_class",
    "name",
];

/// Gives each record a key of what the table prints of it, and no more, since the report is published; equal ones a
/// number. So a record keeps its key when others come and go.
pub(super) fn name_rows(rows: &mut [DraftRow], columns: &[ColumnSpec]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let shown = |key: &&&str| columns.iter().any(|column| column.key == **key);
    for row in rows {
        let texts = NAMES.iter().filter(shown).filter_map(|key| match row.cells.get(*key) {
            Some(Cell::Text(text)) => Some(text.as_str()),
            _ => None,
        });
        let key = texts.collect::<Vec<_>>().join(",");
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        row.keys = vec![if *count == 1 { key } else { format!("{key}#{count}") }];
    }
}

/// Amounts by fund; 其他资金 are all but 一般公共预算 and 政府性基金预算.
fn amounts<'f>(row: DraftRow, funding: impl Iterator<Item = &'f Funding> + Clone) -> DraftRow {
    let of =
        |wanted: &dyn Fn(Fund) -> bool| funding.clone().map(|part| funded(std::slice::from_ref(part), wanted)).sum();
    row.money("total", of(&|_| true))
        .money("general_public_budget", of(&|fund| fund == Fund::GeneralPublicBudget))
        .money("government_fund", of(&|fund| fund == Fund::GovernmentFund))
        .money("state_capital_budget", of(&|fund| fund == Fund::StateCapitalBudget))
        .money("fiscal_special_account", of(&|fund| fund == Fund::FiscalSpecialAccount))
        .money("unit_funds", of(&Fund::is_unit_fund))
        .money("other_funds", of(&|fund| fund > Fund::GovernmentFund))
}

fn project_label(context: &Context<'_>, code: Option<&str>) -> String {
    code.map_or_else(|| context.region.row_labels.public_funds.clone(), |code| context.project_name(code).to_owned())
}

fn yes_no(context: &Context<'_>, value: bool) -> String {
    let labels = &context.region.boolean_labels;
    if value { labels.yes.clone() } else { labels.no.clone() }
}

fn finish<'f>(
    context: &Context<'_>,
    rows: Vec<DraftRow>,
    label_column: &'static str,
    funding: impl Iterator<Item = &'f Funding> + Clone,
) -> Draft {
    let total = DraftRow::new("total", RowRole::Total).text(label_column, &context.region.row_labels.total);
    Draft { empty: rows.is_empty(), rows, total: Some(amounts(total, funding)) }
}

pub(super) fn procurement(context: &Context<'_>) -> Draft {
    let records = context.procurement();
    let rows = records
        .clone()
        .map(|record| {
            let region = context.region;
            let row = DraftRow::new(UNNAMED, RowRole::Plain)
                .text("project", project_label(context, record.project.as_deref()))
                .text("function", record.function.as_str())
                .text("economic", record.economic.as_str())
                .text("catalogue_code", &record.catalogue.code)
                .text("catalogue", &record.catalogue.name)
                .text("kind", region.kind_labels.get(&record.kind).cloned().unwrap_or_default())
                .text("organisation", region.organisation_labels.get(&record.organisation).cloned().unwrap_or_default())
                .text("quantity", record.quantity.value().normalize().to_string())
                .text("measure", &record.measure)
                .money("unit_price", record.unit_price.yuan());
            amounts(row, record.funding.iter())
        })
        .collect();
    finish(context, rows, "project", records.flat_map(|record| &record.funding))
}

pub(super) fn services(context: &Context<'_>) -> Draft {
    let records = context.service_purchases();
    let rows = records
        .clone()
        .map(|record| {
            let level = |index: usize| record.catalogue.path.get(index).cloned().unwrap_or_default();
            let row = DraftRow::new(UNNAMED, RowRole::Plain)
                .text("project", project_label(context, record.project.as_deref()))
                .text("catalogue_code", record.catalogue.code.clone().unwrap_or_default())
                .text("catalogue.1", level(0))
                .text("catalogue.2", level(1))
                .text("catalogue.3", level(2))
                .text("quantity", record.quantity.value().normalize().to_string())
                .text("quantity_measure", format!("{}{}", record.quantity.value().normalize(), record.measure))
                .text("measure", &record.measure)
                .text("is_procurement", yes_no(context, record.is_procurement));
            amounts(row, record.funding.iter())
        })
        .collect();
    finish(context, rows, "project", records.flat_map(|record| &record.funding))
}

pub(super) fn assets(context: &Context<'_>) -> Draft {
    let records = context.asset_acquisitions();
    let rows = records
        .clone()
        .map(|record| {
            let row = DraftRow::new(UNNAMED, RowRole::Plain)
                .text("project", project_label(context, record.project.as_deref()))
                .text("asset_class", &record.asset_class.name)
                .text("name", &record.name)
                .text("quantity", record.quantity.value().normalize().to_string())
                .text("measure", &record.measure)
                .money("unit_price", record.unit_price.yuan())
                .text("is_procurement", yes_no(context, record.is_procurement));
            amounts(row, record.funding.iter())
        })
        .collect();
    finish(context, rows, "asset_class", records.flat_map(|record| &record.funding))
}

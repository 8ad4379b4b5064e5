//! 第二部分: the rows of each kind of table, laid into the region's columns.

mod basic;
mod forms;
mod functions;
mod income;
mod overview;
mod projects;
mod purchases;
mod row;
mod three_public;

use super::context::Context;
use super::report::{Body, ColumnView, Table};
use crate::model::TableKind;
use crate::reference::{ColumnSpec, NullRows, Region, TableSpec, TotalPosition};
use row::{CellStyle, DraftRow};

pub(super) use forms::implementing_unit;
pub use three_public::shows_operating_cost;

/// The rows of a table: the data rows, and the total row where there is one.
struct Draft {
    rows: Vec<DraftRow>,
    total: Option<DraftRow>,
    /// Whether the table holds no data at all.
    empty: bool,
}

/// The column keys that tables of a kind can show; none for forms.
#[must_use]
pub fn column_keys(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::IncomeExpenditure | TableKind::FiscalIncomeExpenditure => overview::COLUMNS,
        TableKind::Income => income::COLUMNS,
        TableKind::Expenditure
        | TableKind::GeneralPublicBudget
        | TableKind::GovernmentFund
        | TableKind::StateCapitalBudget => functions::COLUMNS,
        TableKind::Basic => basic::COLUMNS,
        TableKind::ThreePublic => three_public::COLUMNS,
        TableKind::Projects => projects::COLUMNS,
        TableKind::Procurement => purchases::PROCUREMENT_COLUMNS,
        TableKind::ServicePurchase => purchases::SERVICE_COLUMNS,
        TableKind::AssetAcquisition => purchases::ASSET_COLUMNS,
        TableKind::DepartmentPerformance | TableKind::ProjectPerformance => &[],
    }
}

/// The columns of a profile that its tables cannot fill: table and key.
#[must_use]
pub fn unknown_columns(region: &Region) -> Vec<(TableKind, String)> {
    let mut unknown = Vec::new();
    for (kind, spec) in &region.table_specs {
        let keys = column_keys(*kind);
        let source = |key: &str| {
            let name = key.strip_prefix(income::SOURCE).filter(|_| *kind == TableKind::Income);
            name.is_some_and(|name| region.sources().any(|(known, _)| known == name))
        };
        let missing = spec.columns.iter().map(|column| column.key.as_str());
        let missing = missing.filter(|key| !keys.contains(key) && !source(key));
        unknown.extend(missing.map(|key| (*kind, key.to_owned())));
    }
    unknown
}

/// All tables of the region, numbered from 1.
pub(super) fn tables(context: &Context<'_>) -> Vec<Table> {
    context.region.tables().map(|(number, kind, spec)| table(context, number, kind, spec)).collect()
}

fn table(context: &Context<'_>, number: u32, kind: TableKind, spec: &TableSpec) -> Table {
    let (body, empty) = match kind {
        TableKind::DepartmentPerformance => {
            let form = forms::department(context);
            let empty = form.is_none();
            (Body::DepartmentForm(Box::new(form.unwrap_or_else(|| forms::blank_department(context)))), empty)
        }
        TableKind::ProjectPerformance => {
            let forms = forms::projects(context);
            let empty = forms.is_empty();
            (Body::ProjectForms { forms }, empty)
        }
        _ => grid(context, kind, spec),
    };
    Table {
        kind,
        number,
        title: spec.title.clone(),
        sheet: spec.sheet.clone(),
        unit: spec.unit.clone(),
        orientation: spec.orientation,
        note: empty.then(|| note(context, kind, spec)),
        body,
    }
}

/// The unit of tables whose amounts are rounded to 万元.
const WAN: &str = "万元";

fn grid(context: &Context<'_>, kind: TableKind, spec: &TableSpec) -> (Body, bool) {
    let style = &context.region.tables;
    let cells = CellStyle {
        zero: spec.zero.unwrap_or(style.zero),
        thousands: style.thousands,
        wan: spec.unit.as_deref() == Some(WAN),
    };
    let draft = match kind {
        TableKind::IncomeExpenditure => overview::all(context),
        TableKind::FiscalIncomeExpenditure => overview::fiscal(context),
        TableKind::Income => income::draft(context, spec.rows),
        TableKind::Basic => basic::draft(context),
        TableKind::ThreePublic => three_public::draft(context),
        TableKind::Projects => projects::draft(context),
        TableKind::Procurement => purchases::procurement(context),
        TableKind::ServicePurchase => purchases::services(context),
        TableKind::AssetAcquisition => purchases::assets(context),
        kind => functions::draft(context, kind),
    };
    let kept = match &spec.null {
        Some(null) if draft.empty => null.rows != NullRows::None,
        _ => true,
    };
    let mut drafts = draft.rows;
    if let TableKind::Procurement | TableKind::ServicePurchase | TableKind::AssetAcquisition = kind {
        purchases::name_rows(&mut drafts, &spec.columns);
    }
    if let Some(total) = draft.total {
        match style.total {
            TotalPosition::First => drafts.insert(0, total),
            TotalPosition::Last => drafts.push(total),
        }
    }
    let rows = if kept { drafts.iter().map(|row| row.print(&spec.columns, cells)).collect() } else { Vec::new() };
    (Body::Grid { columns: columns(&spec.columns), rows }, draft.empty)
}

/// Columns under a `expenditure.` key belong to the second panel.
fn columns(specs: &[ColumnSpec]) -> Vec<ColumnView> {
    specs
        .iter()
        .map(|spec| ColumnView {
            key: spec.key.clone(),
            header: spec.header.clone(),
            width: spec.width.clone(),
            align: spec.align,
            panel: usize::from(spec.key.starts_with("expenditure.")),
        })
        .collect()
}

/// The note of an empty table: the data's own sentence, else the region's for the reason, else that for 没有预算.
fn note(context: &Context<'_>, kind: TableKind, spec: &TableSpec) -> String {
    if let Some(note) = context.disclosure.absent.get(&kind).and_then(|absence| absence.note.clone()) {
        return note;
    }
    let reason = context.absence(kind);
    let wordings = spec.null.as_ref().map(|null| &null.note);
    let wording = wordings.and_then(|notes| notes.get(&reason).or_else(|| notes.get(&Default::default())));
    wording
        .unwrap_or(&context.region.tables.default_note)
        .replace("{title}", &spec.title)
        .replace("{subject}", &context.region.subject.note)
        .replace("{year}", &context.disclosure.year.to_string())
        .replace("{arranger}", context.region.words.text("arranger").unwrap_or_default())
}

//! Facts to the [`report::Report`]: all arithmetic of the product.
//!
//! The ledger flattens the lines in scope; everything else is summed from it. Amounts stay exact 元 until
//! `amount` prints them.

mod amount;
mod context;
mod fault;
pub mod form;
mod glossary;
pub mod header;
mod income;
mod ledger;
mod names;
pub mod narrative;
mod ordinal;
mod overview;
mod previous;
pub mod report;
mod sections;
mod tables;
pub mod three_public;

pub use amount::{percent, round, wan};
pub use context::{counts_as_operating_cost, operating_cost_of_lines};
pub use fault::{DeriveFault, DeriveFaultKind};
pub use income::Income;
pub use ledger::{Entry, Kind, Ledger, unit_index};
pub use names::Names;
pub use previous::figures_of;
pub use tables::{column_keys, shows_operating_cost, unknown_columns};
pub use three_public::ThreePublicAmounts;

use self::amount::Printer;
use self::context::Context;
use self::report::{Publisher, REPORT_FORMAT, Report, ScopeKind};
use crate::model::{Disclosure, FunctionCode, Month, Pointer};
use crate::reference::{Catalogue, Region};

/// Derives the whole document in the disclosure's scope.
///
/// # Errors
/// Every fact from which nothing can be derived: codes without a name, lines without 支出性质, transfers that do not
/// match.
pub fn derive(disclosure: &Disclosure, region: &Region, catalogue: &Catalogue) -> Result<Report, Vec<DeriveFault>> {
    let context = context(disclosure, region, catalogue)?;
    let tables = tables::tables(&context);
    Ok(Report {
        format: REPORT_FORMAT.to_owned(),
        region: region.code.clone(),
        year: disclosure.year.0,
        scope: if context.unit.is_some() { ScopeKind::Unit } else { ScopeKind::Department },
        publisher: publisher(&context),
        published_on: disclosure.published_on.parts().into(),
        overview: overview::overview(&context),
        narrative: sections::narrative(&context),
        glossary: glossary::glossary(&context, &tables),
        tables,
    })
}

fn context<'a>(
    disclosure: &'a Disclosure,
    region: &'a Region,
    catalogue: &'a Catalogue,
) -> Result<Context<'a>, Vec<DeriveFault>> {
    let unit = ledger::scope_unit(disclosure)?;
    let mut faults = Vec::new();
    let all = Ledger::new(disclosure, region, &mut faults);
    let names = Names::new(disclosure, catalogue);
    names.check(disclosure, &all, &mut faults);
    check_reasons(disclosure, &mut faults);
    let mut income = Income::new(disclosure, &all);
    match unit {
        Some(unit) => income = income.of_unit(unit),
        None => income.eliminate_transfers(disclosure, &all, &mut faults),
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let ledger = all.in_scope(unit);
    let whole = unit.is_none() || disclosure.units.len() == 1;
    let last_year = disclosure.year.0 - 1;
    Ok(Context {
        three_public: ThreePublicAmounts::new(disclosure, region, &ledger, whole),
        previous: disclosure.previous_years.iter().find(|previous| whole && previous.year.0 == last_year),
        printer: Printer { style: &region.figures },
        disclosure,
        region,
        names,
        ledger,
        income,
        unit,
        whole,
    })
}

/// `2025年1月`.
fn month_text(month: Month) -> String {
    let (year, month) = month.parts();
    format!("{year}年{month}月")
}

/// A misspelt key would drop its reason from the document without a word.
fn check_reasons(disclosure: &Disclosure, faults: &mut Vec<DeriveFault>) {
    let of_item = |key: &str| key.strip_prefix("functions.").is_some_and(|code| code.parse::<FunctionCode>().is_ok());
    let unknown = disclosure.reasons.keys().filter(|key| !fault::REASONS.contains(&key.as_str()) && !of_item(key));
    faults.extend(unknown.map(|key| DeriveFault {
        pointer: Pointer::root().key("reasons").key(key),
        kind: DeriveFaultKind::UnknownReason { key: key.clone() },
    }));
}

fn publisher(context: &Context<'_>) -> Publisher {
    let disclosure = context.disclosure;
    let names = disclosure.publisher(context.unit.map(|index| &disclosure.units[index]));
    Publisher {
        name: names.name.to_owned(),
        full_name: names.full_name.to_owned(),
        phone: disclosure.agency.phone.clone(),
    }
}

//! What a disclosure is: the leaf facts of one department and one year, as its finance officer states them.
//!
//! These types are the agreed input format (`gongkai/1`). They hold no total and no rule: every figure that
//! follows from others is computed in [`crate::derive`]. The first paragraph of each doc comment is Chinese, since
//! `gongkai schema` shows it to the people who fill the file in; what only a developer needs follows in English.

mod agency;
mod asset;
mod code;
mod date;
mod disclosure;
mod fund;
mod keyed;
mod line;
mod money;
mod performance;
mod pointer;
mod previous;
mod procurement;
mod project;
mod text;

pub use agency::{Agency, InternalOffice, Level, Retired, Staff, Staffing, Unit, UnitKind};
pub use asset::{AssetAcquisition, AssetClass, StateAssets, Vehicles};
pub use code::{CodeError, EconomicCode, FunctionCode, FunctionLevel, UnitCode};
pub use date::{Date, DateError, Month, Year};
pub use disclosure::{
    Absence, AbsenceReason, Approval, ApprovedTotals, Correction, Disclosure, ExtraTerm, FORMAT, Format,
    GlossaryChoice, LocalSubject, Override, Overrides, PublisherNames, Scope, ScopeKind, StatedIncome, Subjects,
    TableKind, ThreePublicCounts, YearEndCarryOver,
};
pub use fund::{Fund, Origin};
pub use line::{Line, Nature};
pub use money::{Amount, AmountError, Quantity, separate_thousands};
pub use performance::{Coverage, Indicator, LastYearResult, Operator, Performance, Target};
pub use pointer::Pointer;
pub use previous::{Basis, PreviousFigures, PreviousThreePublic, PreviousYear};
pub use procurement::{
    Funding, Organisation, Procurement, ProcurementCatalogue, ProcurementKind, ServiceCatalogue, ServicePurchase,
};
pub use project::{Cost, History, Plan, Project, ProjectCategory};

//! gongkai renders the 部门预算公开 document of a Chinese government department from leaf facts in one JSON file.
//!
//! The line through the house, each stage a module, data flowing forward only:
//!
//! ```text
//! load ──▶ derive ──▶ typeset ──▶ export ──▶ write
//!    └ check ┘   └ check ┘   └ check ┘
//! ```
//!
//! Imports go up this list only: [`mod@model`] ← [`mod@reference`], [`mod@diagnostic`] ← [`mod@load`] ← [`mod@derive`] ← [`mod@typeset`] ←
//! [`mod@export`] ← [`mod@write`]; [`mod@published`] reads back what export wrote; [`mod@compare`] sees model, reference and the plain types of derive and typeset; [`mod@check`] sees model, reference, diagnostic and the plain types of derive and typeset;
//! [`mod@lint`] sees model, reference, diagnostic and derive;
//! [`mod@pipeline`], [`mod@batch`], [`mod@watch`] and [`mod@cli`] see all before them. A test holds the order. See `docs/architecture.md`.

pub mod batch;
pub mod check;
pub mod cli;
pub mod compare;
pub mod derive;
pub mod diagnostic;
pub mod export;
pub mod lint;
pub mod load;
pub mod model;
pub mod pipeline;
pub mod published;
pub mod reference;
pub mod typeset;
pub mod watch;
pub mod workbook;
pub mod write;

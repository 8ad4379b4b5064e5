//! The figures: the source document's, and a second computation of every cell.

pub mod cells;
mod expected;
mod generated;
pub mod rules;
mod shipped;
mod source;

//! The figures: the source document's, and a second computation of every cell.

mod cells;
mod expected;
mod generated;
mod rules;
mod shipped;
mod source;

//! Two states of one disclosure: which facts changed, which printed figures follow, which pages show it.
//!
//! Facts and figures are matched by what they are, not by where they stand: a line by its codes, a project by its code,
//! a cell by its row and column. Reordering is no change.

mod facts;
mod figures;
mod identity;

pub use facts::{Fact, FactChange, facts};
pub use figures::{FigureChange, Printed, Site, figures, printed};

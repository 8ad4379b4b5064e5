//! Two states of one disclosure: which facts changed, which printed figures follow, which pages show it.
//!
//! Facts and figures are matched by what they are, not by where they stand: a line by its codes, a project by its code,
//! a cell by its row and column. Reordering is no change of a fact or figure; what it moves, the pages tell.

mod facts;
mod figures;
mod identity;
mod pages;
mod places;
mod printed;
mod stated;
mod tree;
mod words;

pub use facts::{Fact, FactChange, facts};
pub use figures::{FigureChange, Part, Printed, Site, figures};
pub use pages::{Pages, page_texts, pages};
pub use places::{Located, Where, locate};

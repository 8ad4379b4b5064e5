//! Rules: what a disclosure must not say, however well it derives.
//!
//! A [`Rule`] reads the facts, the report derived from them, the typeset pages, or a whole batch, and is listed in
//! [`RULES`], the one registry. Its doc comment is its manual page, whose examples are its tests. A rule names places by
//! [`crate::model::Pointer`]; who holds the file turns a [`Finding`] into a [`crate::diagnostic::Diagnostic`]. A rule that
//! lacks what it needs is [`Unchecked`], never passed.
//!
//! There is no tolerance: amounts are exact, and a 万元 figure is right if it is the rounding of the 元 figure.

mod facts;
mod finding;
mod manual;
pub mod page;
pub mod printed;
mod purchases;
mod records;
mod rule;
mod rules;
mod run;
mod sketch;
mod sums;
mod tables;
mod texts;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use facts::Facts;
pub use finding::{Edit, Finding, Judge, Spot};
pub use manual::{Example, Manual, Step};
pub use rule::{Pages, Reads, Rule};
pub use rules::RULES;
pub use run::{Outcome, Selection, Unchecked, batch, facts, layout, report};
pub use sketch::{Sketch, compared_with};
pub use texts::{FreeText, TextKind};

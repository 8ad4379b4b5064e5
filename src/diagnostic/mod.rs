//! Faults and findings as one value with several renderers.
//!
//! A [`Diagnostic`] is complete in itself: its [`Place`] carries the source line, so that a renderer needs neither the
//! file nor the stage that found the fault. Renderers take a slice and a writer and decide nothing about the contents;
//! a further one is a further file here. [`human()`] and [`short()`] take findings; [`summary()`], [`unchecked()`],
//! [`json()`], [`sarif()`] and [`html()`] take what a check says of files.

pub mod code;
mod diff;
mod equation;
mod excerpt;
mod html;
mod human;
mod json;
mod line_index;
mod results;
#[cfg(test)]
mod samples;
mod sarif;
mod short;
mod source;
mod summary;
mod value;
mod visible;

pub use code::Code;
pub use diff::unified_diff;
pub use equation::{Equation, Left, Relation, Side};
pub use excerpt::Excerpt;
pub use html::html;
pub use human::human;
pub use json::json;
pub use results::{Checked, NotChecked, RuleInfo};
pub use sarif::sarif;
pub use short::short;
pub use source::{Place, Source};
pub use summary::{summary, unchecked};
pub use value::{Diagnostic, Label, Severity};
pub use visible::{is_bidi_control, is_control, is_zero_width, line, quoted, shown, visible};

/// Colour and plain writers that [`human()`] takes, so that only this module names the crate they come from.
pub use codespan_reporting::term::termcolor;

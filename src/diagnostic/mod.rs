//! Faults and findings as one value with several renderers.
//!
//! A [`Diagnostic`] is complete in itself: its [`Place`] carries the source line, so that a renderer needs neither the
//! file nor the stage that found the fault. Renderers take a slice and a writer and decide nothing about the contents;
//! a further one (json, sarif, html) is a further file here.

pub mod code;
mod diff;
mod equation;
mod excerpt;
mod human;
mod line_index;
mod results;
mod short;
mod source;
mod value;
mod visible;

pub use code::Code;
pub use diff::unified_diff;
pub use equation::{Equation, Left, Relation, Side};
pub use excerpt::Excerpt;
pub use human::human;
pub use results::{Checked, NotChecked, RuleInfo};
pub use short::short;
pub use source::{Place, Source};
pub use value::{Diagnostic, Label, Severity};
pub use visible::{is_bidi_control, is_control, is_zero_width, quoted, visible};

/// Colour and plain writers that [`human()`] takes, so that only this module names the crate they come from.
pub use codespan_reporting::term::termcolor;

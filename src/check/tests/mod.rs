//! The registry as a whole; what one rule does is in its examples.

mod examples;
pub(super) mod examples;
pub(super) mod pages;
pub(super) mod run;
mod severities;

//! The registry as a whole; what one rule does is in its examples.

pub(super) mod examples;
pub(super) mod pages;
pub(super) mod run;
mod severities;
mod texts;

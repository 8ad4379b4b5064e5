//! The registry as a whole; what one rule does is in its examples.

mod examples;
mod texts;

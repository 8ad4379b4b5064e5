//! The pages as they are laid out.

mod grid;
mod room;
mod rules;
mod tables;

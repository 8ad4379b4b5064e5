//! The PDF as other programs read it.

mod attachment;
mod conformance;
mod navigation;
mod structure;
mod tables;
mod text;

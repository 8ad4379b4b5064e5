//! Facts to the [`report::Report`]: all arithmetic of the product.

pub mod form;
pub mod narrative;
pub mod report;

//! What the tests share.

pub mod conformance;
pub mod disclosures;
pub mod documents;
pub mod navigation;
pub mod pages;
pub mod pdf;
pub mod printed;
pub mod tags;

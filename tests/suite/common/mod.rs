//! What the tests share.

pub mod documents;
pub mod navigation;
pub mod pages;
pub mod pdf;
pub mod tags;

//! What the tests share.

pub mod disclosures;
pub mod printed;

//! Behaviour of the whole program: what its files, pages and bytes are, read back with other eyes than ours.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where a test would")]

mod common;
mod layout;
mod pdf;
mod reproducible;
mod source_document;

//! What the documents say and how the program behaves, tested from outside and read back with other eyes than ours.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where a test would")]

mod architecture;
mod branches;
mod command_line;
mod common;
mod contradictions;
mod corrections;
mod drafts;
mod figures;
mod hostile_texts;
mod layout;
mod null_tables;
mod pdf;
mod refusals;
mod reproducible;
mod source_document;

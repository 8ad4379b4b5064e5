//! What the documents say and how the program behaves, tested from outside and read back with other eyes than ours.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where a test would")]

mod architecture;
mod batch;
#[path = "../bodies/mod.rs"]
mod bodies;
mod branches;
mod clean;
mod command_line;
mod common;
mod contradictions;
mod correction;
mod corrections;
mod damaged;
mod differences;
mod drafts;
mod figures;
mod hostile_texts;
mod layout;
mod mutations;
mod null_tables;
mod pdf;
mod published;
mod published_mistakes;
mod refusals;
mod regions;
mod reproducible;
mod source_document;
mod verify;
mod watch;
mod workbook;

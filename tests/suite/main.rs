//! What the documents say and how the program behaves, tested from outside.

#[cfg(test)]
mod common;

#[cfg(test)]
mod figures;

//! What the documents say and how the program behaves, tested from outside.

#[cfg(test)]
mod common;

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod branches;
#[cfg(test)]
mod command_line;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod hostile_texts;
#[cfg(test)]
mod null_tables;

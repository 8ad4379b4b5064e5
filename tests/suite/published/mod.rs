//! Published PDFs read back: ours to the letter, all others within bounds.

mod bombs;
mod damage;
mod ours;
mod samples;
mod traps;

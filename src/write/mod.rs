//! Bytes to files, complete or not at all: the only place that writes.
//!
//! A file is written under another name beside its target, flushed to the disk and then renamed over the target, so
//! that every reader sees the old file or the new one, whole, whatever happens in between.

mod error;
mod file_name;
mod leftover;
mod lock;
mod writer;

pub use self::error::WriteError;
pub use self::file_name::{file_name, file_name_ending};
pub use self::lock::Lock;
pub use self::writer::Writer;

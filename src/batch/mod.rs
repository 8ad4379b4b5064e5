//! Many documents in one run: inputs → plan → run with events.
//!
//! ```text
//! files, folders, patterns ─ input ─▶ Input ─ plan ─▶ Job ─ workers, job ─▶ Done ─ run ─▶ Event, Summary
//!                                                      └ record: what need not be made again
//! ```
//!
//! One document is a batch of one. Nothing is made before everything is planned: every file loaded, every target known to
//! be one document's, the files compared with each other. A plan holds strings, not data; a document that is finished
//! leaves a row. Who runs a batch is told what happens by [`Event`]s, in the order of the inputs, and prints it.

mod event;
mod input;
mod job;
mod name;
mod plan;
mod record;
mod run;
mod shard;
mod sink;
mod workers;

use std::num::NonZero;
use std::path::{Path, PathBuf};

pub use self::event::{Event, Problem, Row, State, Summary};
pub use self::input::{Input, InputError, inputs};
pub use self::name::{FIELDS, NameError, NamePattern};
pub use self::run::run;
pub use self::shard::{Shard, ShardError};
pub use self::workers::Stop;
use crate::pipeline::{Failure, Scopes};

/// 一次生成。What a run is about.
#[derive(Debug, Clone)]
pub struct Request {
    /// Files, folders, patterns.
    pub inputs: Vec<PathBuf>,
    /// Where the documents go.
    pub destination: Destination,
    /// Which documents of a file.
    pub scopes: Scopes,
    /// What is made of each.
    pub making: Making,
    /// How the run treats what stands there.
    pub mode: Mode,
    /// Only a part of the inputs.
    pub shard: Option<Shard>,
    /// How many processors it may use.
    pub threads: NonZero<usize>,
}

/// Where the documents go.
#[derive(Debug, Clone)]
pub enum Destination {
    /// The only document goes into this file; nothing is recorded.
    File(PathBuf),
    /// All go into this folder, with names by the pattern, and a record beside them.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The names.
        name: NamePattern,
    },
}

/// What is made of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Making {
    /// A draft for review instead of what is published.
    pub draft: bool,
    /// The facts attached.
    pub facts: bool,
    /// PDF or pictures.
    pub format: Format,
}

/// 输出格式。
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One file.
    Pdf,
    /// A picture a page, with this many pixels per inch.
    Png(u32),
    /// A picture a page.
    Svg,
}

/// How a run treats what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Makes what is not there as its input would give it.
    Update,
    /// Makes everything.
    Force,
    /// Makes nothing; says what is not as its input would give it.
    Check,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// There is no list of files.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Two documents would be one file: the file, and the data of both.
    #[error("{} 个文件名各有两份文本要用，没有生成任何文本", .0.len())]
    Collisions(Vec<(PathBuf, PathBuf, PathBuf)>),
    /// One file is named for several documents.
    #[error("-o 只能用于一份文本")]
    SeveralInOne,
    /// Stopping was wished before anything was made.
    #[error("已中止，没有生成任何文本")]
    Stopped,
    /// Templates or fonts cannot be used.
    #[error(transparent)]
    Pipeline(#[from] Failure),
}

impl Destination {
    /// The folder of the outputs.
    #[must_use]
    pub fn folder(&self) -> &Path {
        match self {
            Self::File(path) => path.parent().unwrap_or(Path::new("")),
            Self::Folder { folder, .. } => folder,
        }
    }
}

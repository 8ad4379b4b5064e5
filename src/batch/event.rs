//! What a run tells while it runs and when it has ended.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::pipeline::Failure;
use crate::write::WriteError;

/// What happens.
pub enum Event<'a> {
    /// Everything is planned; it begins.
    Planned {
        /// How many documents.
        documents: usize,
        /// Of how many data files.
        files: usize,
        /// How many other `.json` files lay in the folders.
        skipped: usize,
        /// Why the files were not compared with each other.
        not_compared: Option<&'a str>,
        /// Files that should be records and are none.
        damaged: &'a [PathBuf],
    },
    /// A document is in work: its title, or its file.
    Started(&'a str),
    /// A document is finished, in the order of the inputs.
    Finished {
        /// What came of it.
        row: &'a Row,
        /// What was found and not yet told of its file.
        findings: &'a [Diagnostic],
        /// Why there is no document.
        problem: Option<&'a Problem>,
    },
}

/// What came of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The data file.
    pub input: PathBuf,
    /// 文本名称; empty if the file could not be read.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// How many pages; 0 if there are none.
    pub pages: usize,
    /// How many errors were found.
    pub errors: usize,
    /// How many warnings were found.
    pub warnings: usize,
    /// What was written, or stands there unchanged.
    pub files: Vec<PathBuf>,
}

/// 状态 of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// 已生成.
    Rendered,
    /// 未变: it stands there as its input gives it.
    Unchanged,
    /// 有错误: the data are at fault, nothing was written.
    Faulty,
    /// 失败: the program could not do its work.
    Failed,
    /// 不符: only a check; another file stands there.
    Differs,
    /// 缺失: only a check; no file stands there.
    Missing,
}

impl State {
    /// All, in the order of a summary.
    pub const ALL: [Self; 6] =
        [Self::Rendered, Self::Unchanged, Self::Differs, Self::Missing, Self::Faulty, Self::Failed];

    /// The word for people.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rendered => "已生成",
            Self::Unchanged => "未变",
            Self::Faulty => "有错误",
            Self::Failed => "失败",
            Self::Differs => "不符",
            Self::Missing => "缺失",
        }
    }

    /// The word for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Rendered => "rendered",
            Self::Unchanged => "unchanged",
            Self::Faulty => "faulty",
            Self::Failed => "failed",
            Self::Differs => "differs",
            Self::Missing => "missing",
        }
    }
}

/// Why a document was not made.
pub enum Problem {
    /// A stage stopped.
    Pipeline(Failure),
    /// The file could not be written.
    Write(WriteError),
    /// A draft of data from which nothing can be derived.
    NotDerivable,
    /// The file is not as it was when the run was planned.
    Changed,
    /// The program is at fault.
    Panicked,
}

/// How a run ended.
#[derive(Debug, Default)]
pub struct Summary {
    /// A row a document, in the order of the inputs; those that were not begun before a stop are missing.
    pub rows: Vec<Row>,
    /// How many documents were planned.
    pub planned: usize,
    /// How many other `.json` files lay in the folders.
    pub skipped: usize,
    /// Outputs of earlier runs that no input gives any more. They are left alone.
    pub leftover: Vec<PathBuf>,
    /// Whether it was stopped.
    pub stopped: bool,
    /// Why the record could not be written; the documents were.
    pub unrecorded: Option<WriteError>,
}

impl Summary {
    /// How many documents have the state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// Sum of a number of the rows.
    pub fn total(&self, of: impl Fn(&Row) -> usize) -> usize {
        self.rows.iter().map(of).sum()
    }
}

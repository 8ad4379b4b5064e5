//! Where the files of a correction go.

use std::path::PathBuf;

use crate::cli::arguments::Render;
use crate::derive::report::Report;
use crate::pipeline::{Failure, PROOF_MARK};
use crate::write::{WriteError, Writer, file_name_ending};

/// Why a correction was not written.
pub(super) enum Stopped {
    Pipeline(Failure),
    Write(WriteError),
}

/// Where the document, notice and proof go.
pub(super) fn targets(arguments: &Render, report: &Report) -> [PathBuf; 3] {
    let in_folder = || arguments.documents.directory.join(file_name_ending(&report.title(), ".pdf"));
    let target = arguments.documents.output.clone().unwrap_or_else(in_folder);
    let beside = |ending: &str| target.with_file_name(file_name_ending(&report.title(), ending));
    let proof = format!("（更正{PROOF_MARK}）.pdf");
    [target.clone(), beside("更正说明.pdf"), beside(&proof)]
}

/// Writes the files, all of which are made; what was written.
pub(super) fn write(targets: [PathBuf; 3], files: [Option<Vec<u8>>; 3]) -> Result<Vec<PathBuf>, Stopped> {
    let writer = Writer::new();
    let mut written = Vec::new();
    for (path, bytes) in targets.into_iter().zip(files) {
        if let Some(bytes) = bytes {
            writer.write(&path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Pipeline(failure)
    }
}

impl From<WriteError> for Stopped {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

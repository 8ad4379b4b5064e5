//! Where a rendered document goes, and in which format.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::{Format, Render};
use crate::derive::report::Report;
use crate::export;
use crate::pipeline::{Failure, MARK, PROOF_MARK};
use crate::typeset::Typeset;
use crate::write::{WriteError, Writer, file_name_ending};

/// The files of one run.
pub(super) struct Output<'a> {
    arguments: &'a Render,
    writer: Writer,
    /// What this run has written, so that no document replaces another of the same run.
    written: BTreeSet<PathBuf>,
}

/// Why a document was not written.
pub(super) enum Stopped {
    Pipeline(Failure),
    Write(WriteError),
    /// Another document of this run has the name.
    Twice(PathBuf),
}

impl<'a> Output<'a> {
    pub(super) fn new(arguments: &'a Render) -> Self {
        Self { arguments, writer: Writer::new(), written: BTreeSet::new() }
    }

    /// Writes the pages and says what was written. `pdf` makes the PDF, if that is wanted.
    pub(super) fn document(
        &mut self,
        report: &Report,
        typeset: &Typeset,
        pdf: impl FnOnce() -> Result<Vec<u8>, Failure>,
    ) -> Result<String, Stopped> {
        let pages = typeset.layout.pages.len();
        let target = self.target(report);
        match self.arguments.format {
            Format::Pdf => {
                self.write(&target, &pdf()?)?;
                Ok(format!("{}（{pages} 页）", target.display()))
            }
            Format::Png => {
                for (index, picture) in export::png(&typeset.document, self.arguments.ppi).enumerate() {
                    self.write(&page(&target, index, "png"), &picture.map_err(Failure::from)?)?;
                }
                Ok(format!("{} 等 {pages} 个文件", page(&target, 0, "png").display()))
            }
            Format::Svg => {
                for (index, picture) in export::svg(&typeset.document).enumerate() {
                    self.write(&page(&target, index, "svg"), picture.as_bytes())?;
                }
                Ok(format!("{} 等 {pages} 个文件", page(&target, 0, "svg").display()))
            }
        }
    }

    /// Writes the files of a correction, all of which are made: document, notice, proof.
    pub(super) fn correction(&mut self, report: &Report, files: [Option<Vec<u8>>; 3]) -> Result<Vec<PathBuf>, Stopped> {
        let mut written = Vec::new();
        for (path, bytes) in self.correction_targets(report).into_iter().zip(files) {
            if let Some(bytes) = bytes {
                self.write(&path, &bytes)?;
                written.push(path);
            }
        }
        Ok(written)
    }

    /// Where the document, notice and proof of a correction go.
    pub(super) fn correction_targets(&self, report: &Report) -> [PathBuf; 3] {
        let target = self.target(report);
        let beside = |ending: &str| target.with_file_name(file_name_ending(&report.title(), ending));
        let proof = format!("（更正{PROOF_MARK}）.pdf");
        [target.clone(), beside("更正说明.pdf"), beside(&proof)]
    }

    /// A draft's name never is that of a document to be published.
    pub(super) fn target(&self, report: &Report) -> PathBuf {
        self.arguments.output.clone().unwrap_or_else(|| {
            let ending = if self.arguments.draft { format!("（{MARK}）.pdf") } else { ".pdf".to_owned() };
            self.arguments.directory.join(file_name_ending(&report.title(), &ending))
        })
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Stopped> {
        if !self.written.insert(path.to_owned()) {
            return Err(Stopped::Twice(path.to_owned()));
        }
        Ok(self.writer.write(path, bytes)?)
    }
}

/// The picture of one page beside where the PDF would be: `name-01.png`.
fn page(target: &Path, index: usize, extension: &str) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!("{stem}-{:02}.{extension}", index + 1))
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

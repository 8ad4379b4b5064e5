//! `gongkai render`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Status;
use super::arguments::{Format, Render, scopes};
use super::console::Console;
use crate::derive::report::Report;
use crate::export;
use crate::load::Document;
use crate::model::Scope;
use crate::pipeline::{Failure, Pipeline};
use crate::write::{WriteError, Writer, file_name};

pub(super) fn run(arguments: &Render, console: &Console) -> Status {
    let pipeline = match Pipeline::new(arguments.templates.as_deref(), arguments.fonts.all()) {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    let several = arguments.data.len() > 1 || arguments.units || arguments.unit.len() > 1;
    if arguments.output.is_some() && several {
        return console.failure("-o 只能用于一份文本", Some("多份文本用 -d 指明文件夹"));
    }
    let mut run = Run { arguments, console, pipeline, writer: Writer::new(), written: BTreeSet::new() };
    // One bad file stops nobody.
    arguments.data.iter().map(|data| run.file(data)).max().unwrap_or(Status::Clean)
}

/// One run of the command.
struct Run<'a> {
    arguments: &'a Render,
    console: &'a Console,
    pipeline: Pipeline,
    writer: Writer,
    /// What this run has written, so that no document replaces another of the same run.
    written: BTreeSet<PathBuf>,
}

impl Run<'_> {
    fn file(&mut self, data: &Path) -> Status {
        let document = match self.pipeline.load(data) {
            Ok(document) => document,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let scopes = scopes(&document, self.arguments.units, &self.arguments.unit);
        scopes.iter().map(|scope| self.document(&document, scope.as_ref())).max().unwrap_or(Status::Clean)
    }

    fn document(&mut self, document: &Document, scope: Option<&Scope>) -> Status {
        match self.render(document, scope) {
            Ok(written) => {
                if self.arguments.quiet {
                    Status::Clean
                } else {
                    self.console.result(format_args!("已生成 {written}"))
                }
            }
            Err(Stopped::Pipeline(failure)) => self.console.pipeline_failure(&failure),
            Err(Stopped::Write(error)) => self.console.failure(&error, Some(error.hint())),
            Err(Stopped::Twice(path)) => self.console.failure(
                format_args!("{} 与本次已生成的另一份文本同名，未写入", path.display()),
                Some("不同的数据文件用 -d 分别输出到不同的文件夹；同名的单位在 units 中用 full_name 区分"),
            ),
        }
    }

    /// Makes one document and says what was written.
    fn render(&mut self, document: &Document, scope: Option<&Scope>) -> Result<String, Stopped> {
        let report = self.pipeline.report(document, scope)?;
        let typeset = self.pipeline.typeset(document, &report)?;
        let pages = typeset.layout.pages.len();
        let target = self.target(&report);
        match self.arguments.format {
            Format::Pdf => {
                let pdf = self.pipeline.pdf(&report, &typeset)?;
                self.write(&target, &pdf)?;
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

    fn target(&self, report: &Report) -> PathBuf {
        self.arguments
            .output
            .clone()
            .unwrap_or_else(|| self.arguments.directory.join(file_name(&report.title(), "pdf")))
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

/// Why a document was not written.
enum Stopped {
    Pipeline(Failure),
    Write(WriteError),
    /// Another document of this run has the name.
    Twice(PathBuf),
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

//! `gongkai render --correcting`: the corrected document, the notice of what changed, and a proof that marks it.

use std::path::Path;

use super::{ATTACHED, File, Run};
use crate::check::Selection;
use crate::cli::Status;
use crate::cli::arguments::{Attach, Format, Render, scopes};
use crate::cli::console::Console;
use crate::cli::output::Stopped;
use crate::derive::report::Report;
use crate::pipeline::{Failure, Input, Made, Stages};
use crate::typeset::Typeset;

/// Refuses what goes with no correction.
pub(super) fn usable(arguments: &Render, several: bool, console: &Console) -> Result<(), Status> {
    if arguments.correcting.is_none() {
        return Ok(());
    }
    if several {
        return Err(console.failure("--correcting 一次只能更正一份文本", Some("逐份更正；单位的文本用 --unit 指明")));
    }
    if arguments.format != Format::Pdf {
        return Err(console.failure("--correcting 只生成 PDF", Some("去掉 --format")));
    }
    Ok(())
}

impl Run<'_> {
    /// Nothing is written unless everything can be.
    pub(super) fn correct(&mut self, file: &mut File, old: &Path) -> Status {
        let input = match self.pipeline.input(old) {
            Ok(input) => input,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let stated = scopes(&file.document, false, &self.arguments.unit).pop().flatten();
        let scope = stated.or_else(|| input.scope_in(&file.document));
        let stages = if file.facts.has_errors() { Stages::Report } else { Stages::Layout };
        let (judged, made) = match self.pipeline.judge(&file.document, scope.as_ref(), &Selection::default(), stages) {
            Ok(judged) => judged,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let status = self.tell(file, &judged.findings);
        if file.facts.has_errors() || judged.has_errors() {
            return Status::Findings;
        }
        // Without errors there are pages.
        let Some(Made { report, typeset: Some(typeset) }) = made else { return Status::Findings };
        let before = match input {
            Input::Published(report) => Ok(*report),
            Input::Data(document) => self.pipeline.report(&document, scope.as_ref()),
        };
        let before = match before {
            Ok(before) => before,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let [target, notice, proof] = self.output.correction_targets(&report);
        if same_file(old, &target) {
            let message = format!("更正后的文本会覆盖更正前的文本 {}，未写入", old.display());
            return self.console.failure(message, Some("用 -d 或 -o 写到别处，更正前的文本应当留存"));
        }
        if target == notice || target == proof {
            let message = format!("{} 是更正说明或标记稿的文件名，不能用于更正后的文本", target.display());
            return self.console.failure(message, Some("用 -o 另取文件名"));
        }
        match self.corrected(file, &before, &report, &typeset) {
            Ok(told) => told.into_iter().filter(|_| !self.arguments.quiet).map(|line| self.console.result(line)).max(),
            Err(Stopped::Pipeline(Failure::Correction(error))) => {
                let _ = self.console.failure(&error, Some(error.hint()));
                Some(Status::Findings)
            }
            Err(stopped) => Some(self.written("", Err(stopped))),
        }
        .unwrap_or(Status::Clean)
        .max(status)
    }

    /// Makes all files, then writes them. What is to be said of them.
    fn corrected(
        &mut self,
        file: &File,
        before: &Report,
        report: &Report,
        typeset: &Typeset,
    ) -> Result<Vec<String>, Stopped> {
        let pipeline = &self.pipeline;
        let correction = pipeline.correction(&file.document, before, report, &typeset.layout)?;
        let notice = pipeline.notice_pdf(&correction)?;
        let document = match self.arguments.attach {
            Some(Attach::Facts) => pipeline.pdf_with_facts(report, &file.document.disclosure)?,
            None => pipeline.pdf(report, typeset)?,
        };
        if !self.arguments.quiet {
            let attached = self.arguments.attach.map(|_| ATTACHED.to_owned());
            attached.into_iter().chain(notice.warnings).for_each(|warning| self.console.progress(warning));
        }
        let pages = typeset.layout.pages.len();
        let mut told = vec![("已生成", pages), ("已生成更正说明", notice.pages)];
        let proof = if self.arguments.mark {
            let proof = pipeline.proof(report, &correction)?;
            told.push(("已生成标记稿（不能公开）", proof.layout.pages.len()));
            Some(pipeline.draft_pdf(report, &proof)?)
        } else {
            None
        };
        let written = self.output.correction(report, [Some(document), Some(notice.bytes), proof])?;
        let line = |((words, pages), path): ((&str, usize), std::path::PathBuf)| {
            format!("{words} {}（{pages} 页）", path.display())
        };
        Ok(told.into_iter().zip(written).map(line).collect())
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

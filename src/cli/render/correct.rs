//! `gongkai render --correcting`: the corrected document, the notice of what changed, and a proof that marks it.

use std::path::Path;

use super::ATTACHED;
use super::output::{self, Stopped};
use crate::check::Selection;
use crate::cli::Status;
use crate::cli::arguments::{Attach, Format, Render};
use crate::cli::console::Console;
use crate::derive::report::Report;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Document;
use crate::pipeline::{Failure, Input, Made, Pipeline, Stages};
use crate::typeset::Typeset;

/// Corrects the document of the only file; `old` is what was published.
pub(super) fn run(arguments: &Render, old: &Path, pipeline: &Pipeline, console: &Console) -> Status {
    let [data] = arguments.documents.data.as_slice() else { return several(console) };
    if arguments.documents.wanted.unit.len() > 1 || data.is_dir() {
        return several(console);
    }
    if arguments.format != Format::Pdf {
        return console.failure("--correcting 只生成 PDF", Some("去掉 --format"));
    }
    // Missing fonts are told before anything of the file.
    if let Err(error) = pipeline.typesetter() {
        return console.pipeline_failure(&error.into());
    }
    let correct = Correct { arguments, pipeline, console };
    match correct.run(data, old) {
        Ok(status) => status,
        Err(Stopped::Pipeline(Failure::Correction(error))) => {
            let _ = console.failure(&error, Some(error.hint()));
            Status::Findings
        }
        Err(Stopped::Pipeline(failure)) => console.pipeline_failure(&failure),
        Err(Stopped::Write(error)) => console.failure(&error, Some(error.hint())),
    }
}

fn several(console: &Console) -> Status {
    console.failure("--correcting 一次只能更正一份文本", Some("逐份更正；单位的文本用 --unit 指明"))
}

struct Correct<'a> {
    arguments: &'a Render,
    pipeline: &'a Pipeline,
    console: &'a Console,
}

impl Correct<'_> {
    /// Nothing is written unless everything can be.
    fn run(&self, data: &Path, old: &Path) -> Result<Status, Stopped> {
        let document = self.pipeline.load(data)?;
        let facts = self.pipeline.judge_facts(&document, &Selection::default())?;
        let status = self.tell(&facts.findings);
        let input = self.pipeline.input(old)?;
        let stated = self.arguments.documents.wanted.scopes().of(&document).pop().flatten();
        let scope = stated.or_else(|| input.scope_in(&document));
        let stages = if facts.has_errors() { Stages::Report } else { Stages::Layout };
        let (judged, made) = self.pipeline.judge(&document, scope.as_ref(), &Selection::default(), stages)?;
        let new: Vec<_> = judged.findings.iter().filter(|finding| !facts.findings.contains(finding)).cloned().collect();
        let status = self.tell(&new).max(status);
        if facts.has_errors() || judged.has_errors() {
            return Ok(Status::Findings);
        }
        // Without errors there are pages.
        let Some(Made { report, typeset: Some(typeset) }) = made else { return Ok(Status::Findings) };
        let before = match input {
            Input::Published(report) => *report,
            Input::Data(document) => self.pipeline.report(&document, scope.as_ref())?,
        };
        let [target, notice, proof] = output::targets(self.arguments, &report);
        if same_file(old, &target) {
            let message = format!("更正后的文本会覆盖更正前的文本 {}，未写入", old.display());
            return Ok(self.console.failure(message, Some("用 -d 或 -o 写到别处，更正前的文本应当留存")));
        }
        if target == notice || target == proof {
            let message = format!("{} 是更正说明或标记稿的文件名，不能用于更正后的文本", target.display());
            return Ok(self.console.failure(message, Some("用 -o 另取文件名")));
        }
        let told = self.corrected(&document, &before, &report, &typeset)?;
        let shown =
            told.into_iter().filter(|_| !self.arguments.documents.quiet).map(|line| self.console.result(line)).max();
        Ok(shown.unwrap_or(Status::Clean).max(status))
    }

    /// Makes all files, then writes them. What is to be said of them.
    fn corrected(
        &self,
        document: &Document,
        before: &Report,
        report: &Report,
        typeset: &Typeset,
    ) -> Result<Vec<String>, Stopped> {
        let pipeline = self.pipeline;
        let correction = pipeline.correction(document, before, report, &typeset.layout)?;
        let notice = pipeline.notice_pdf(&correction)?;
        let corrected = match self.arguments.attach {
            Some(Attach::Facts) => pipeline.pdf_with_facts(report, &document.disclosure)?,
            None => pipeline.pdf(report, typeset)?,
        };
        if !self.arguments.documents.quiet {
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
        let targets = output::targets(self.arguments, report);
        let written = output::write(targets, [Some(corrected), Some(notice.bytes), proof])?;
        let line = |((words, pages), path): ((&str, usize), std::path::PathBuf)| {
            format!("{words} {}（{pages} 页）", path.display())
        };
        Ok(told.into_iter().zip(written).map(line).collect())
    }

    /// Prints findings, warnings not in a quiet run. Errors make the status.
    fn tell(&self, findings: &[Diagnostic]) -> Status {
        let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
        let shown: Vec<_> =
            findings.iter().filter(|finding| is_error(finding) || !self.arguments.documents.quiet).cloned().collect();
        if !shown.is_empty() {
            let _ = self.console.findings(&shown);
        }
        if findings.iter().any(is_error) { Status::Findings } else { Status::Clean }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

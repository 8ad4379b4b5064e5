//! `gongkai render`.

mod correct;

use std::path::Path;

use super::Status;
use super::arguments::{Attach, Render, scopes};
use super::console::Console;
use super::output::{Output, Stopped};
use crate::check::Selection;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Document;
use crate::model::Scope;
use crate::pipeline::{Judged, MARK, Made, Pipeline, Stages};

pub(super) fn run(arguments: &Render, console: &Console) -> Status {
    let several = arguments.data.len() > 1 || arguments.units || arguments.unit.len() > 1;
    if arguments.output.is_some() && several {
        return console.failure("-o 只能用于一份文本", Some("多份文本用 -d 指明文件夹"));
    }
    if let Err(status) = correct::usable(arguments, several, console) {
        return status;
    }
    let stem = arguments.output.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    if arguments.draft && stem.is_some_and(|stem| !stem.contains(MARK)) {
        return console
            .failure("草稿的文件名中应有“草稿”，以免与公开的文本混淆", Some("在 -o 的文件名中加上“（草稿）”"));
    }
    let pipeline = match Pipeline::new(arguments.templates.as_deref(), arguments.fonts.all()) {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    // Missing fonts are told once, before any file.
    if let Err(error) = pipeline.typesetter() {
        return console.pipeline_failure(&error.into());
    }
    let mut run = Run { arguments, console, pipeline, output: Output::new(arguments) };
    // One bad file stops nobody.
    arguments.data.iter().map(|data| run.file(data)).max().unwrap_or(Status::Clean)
}

/// What `--attach facts` makes public.
const ATTACHED: &str = "警告：附上的预算数据将随文本公开，其中有文本没有印出的内容：\
    每笔预算明细、资金来源渠道、所有单位的数据、填报人和项目联系人等";

/// One run of the command.
struct Run<'a> {
    arguments: &'a Render,
    console: &'a Console,
    pipeline: Pipeline,
    output: Output<'a>,
}

/// One data file, with what is known and has been told of it.
struct File {
    document: Document,
    facts: Judged,
    told: Vec<Diagnostic>,
}

impl Run<'_> {
    fn file(&mut self, data: &Path) -> Status {
        let document = match self.pipeline.load(data) {
            Ok(document) => document,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let facts = match self.pipeline.judge_facts(&document, &Selection::default()) {
            Ok(facts) => facts,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let mut file = File { document, facts, told: Vec::new() };
        let found = file.facts.findings.clone();
        let status = self.tell(&mut file, &found);
        if let Some(old) = &self.arguments.correcting {
            return self.correct(&mut file, old).max(status);
        }
        let scopes = scopes(&file.document, self.arguments.units, &self.arguments.unit);
        scopes.iter().map(|scope| self.document(&mut file, scope.as_ref())).max().unwrap_or(status).max(status)
    }

    fn document(&mut self, file: &mut File, scope: Option<&Scope>) -> Status {
        // Errors of the facts stop the pages, not the derivation, whose faults are told in the same run.
        let wanted = self.arguments.draft || !file.facts.has_errors();
        let stages = if wanted { Stages::Layout } else { Stages::Report };
        let (judged, made) = match self.pipeline.judge(&file.document, scope, &Selection::default(), stages) {
            Ok(judged) => judged,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        let status = self.tell(file, &judged.findings);
        if self.arguments.draft {
            return self.draft(file, judged, made).max(status);
        }
        if file.facts.has_errors() || judged.has_errors() {
            return Status::Findings;
        }
        // Without errors there are pages.
        let Some(Made { report, typeset: Some(typeset) }) = made else { return Status::Findings };
        let pipeline = &self.pipeline;
        let facts = self.arguments.attach.map(|Attach::Facts| &file.document.disclosure);
        if facts.is_some() && !self.arguments.quiet {
            self.console.progress(ATTACHED);
        }
        let written = self.output.document(&report, &typeset, || match facts {
            Some(facts) => pipeline.pdf_with_facts(&report, facts),
            None => pipeline.pdf(&report, &typeset),
        });
        self.written("已生成", written)
    }

    /// A document for review, whatever was found, as far as it can be derived.
    fn draft(&mut self, file: &File, judged: Judged, made: Option<Made>) -> Status {
        let Some(Made { report, .. }) = made else {
            let _ = self.console.failure("数据无法推算，不能生成草稿", Some("先改正上面列出的错误"));
            return Status::Findings;
        };
        let mut findings = file.facts.findings.clone();
        findings.extend(judged.findings.into_iter().filter(|finding| !file.facts.findings.contains(finding)));
        let pipeline = &self.pipeline;
        let written = pipeline
            .draft(&report, &findings)
            .map_err(Stopped::from)
            .and_then(|typeset| self.output.document(&report, &typeset, || pipeline.draft_pdf(&report, &typeset)));
        self.written("已生成草稿", written)
    }

    /// Says what was written, or why nothing was.
    fn written(&self, words: &str, written: Result<String, Stopped>) -> Status {
        match written {
            Ok(_) if self.arguments.quiet => Status::Clean,
            Ok(written) => self.console.result(format_args!("{words} {written}")),
            Err(Stopped::Pipeline(failure)) => self.console.pipeline_failure(&failure),
            Err(Stopped::Write(error)) => self.console.failure(&error, Some(error.hint())),
            Err(Stopped::Twice(path)) => self.console.failure(
                format_args!("{} 与本次已生成的另一份文本同名，未写入", path.display()),
                Some("不同的数据文件用 -d 分别输出到不同的文件夹；同名的单位在 units 中用 full_name 区分"),
            ),
        }
    }

    /// Prints what has not been told of the file, warnings not in a quiet run. Errors make the status.
    fn tell(&self, file: &mut File, findings: &[Diagnostic]) -> Status {
        let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
        let new: Vec<Diagnostic> = findings.iter().filter(|finding| !file.told.contains(finding)).cloned().collect();
        let shown: Vec<Diagnostic> =
            new.iter().filter(|finding| is_error(finding) || !self.arguments.quiet).cloned().collect();
        file.told.extend(new);
        if !shown.is_empty() {
            let _ = self.console.findings(&shown);
        }
        if findings.iter().any(is_error) { Status::Findings } else { Status::Clean }
    }
}

//! `gongkai check`.

mod fix;
mod output;

use std::path::Path;

use super::Status;
use super::arguments::Check;
use super::console::Console;
use crate::check::{RULES, Reads, Rule, Selection, Unchecked};
use crate::derive::report::Report;
use crate::diagnostic::{Checked, Code, NotChecked, code};
use crate::load::{Document, read_file};
use crate::pipeline::{Failure, Judged, Pipeline, Stages};
use crate::workbook::control::{self, Control};

pub(super) fn run(arguments: &Check, console: &Console) -> Status {
    let selection = Selection { select: arguments.select.clone(), ignore: arguments.ignore.clone() };
    if let Some(unknown) = selection.unknown() {
        return console.failure(format_args!("没有编号以“{unknown}”开头的规则"), Some("gongkai explain 列出全部规则"));
    }
    let pipeline = match arguments.resources.pipeline() {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    if arguments.against.is_some() && arguments.data.len() != 1 {
        return console.failure("--against 只能核对一个数据文件", Some("每个数据文件各核对一次"));
    }
    let run = Run { arguments, console, pipeline, selection };
    if arguments.fix || arguments.diff {
        let status = run.fix();
        if arguments.diff || status == Status::Failed {
            return status;
        }
    }
    match run.check() {
        Ok(results) => output::print(arguments, console, &results),
        Err(failure) => console.pipeline_failure(&failure),
    }
}

/// One run of the command.
struct Run<'a> {
    arguments: &'a Check,
    console: &'a Console,
    pipeline: Pipeline,
    selection: Selection,
}

impl Run<'_> {
    /// Checks all files, each for itself and then against each other.
    fn check(&self) -> Result<Vec<Checked>, Failure> {
        let mut results = Vec::new();
        let mut documents = Vec::new();
        for data in &self.arguments.data {
            match self.pipeline.load(data) {
                Ok(document) => {
                    results.push(self.document(&document)?);
                    documents.push((results.len() - 1, document));
                }
                Err(Failure::Findings(findings)) => results.push(self.unread(data, Failure::Findings(findings))?),
                Err(failure) => return Err(failure),
            }
        }
        self.batch(&documents, &mut results)?;
        for result in &mut results {
            result.findings.sort_by_key(|finding| {
                let place = finding.place.as_ref();
                (place.map(|place| (place.file.clone(), place.range.start)), finding.code)
            });
        }
        Ok(results)
    }

    fn document(&self, document: &Document) -> Result<Checked, Failure> {
        let mut judged = self.pipeline.judge_facts(document, &self.selection)?;
        let (mut title, mut report) = (String::new(), None);
        let stages = if self.arguments.no_layout { Stages::Report } else { Stages::Layout };
        for scope in self.arguments.wanted.scopes().of(document) {
            let (of_scope, made) = self.pipeline.judge(document, scope.as_ref(), &self.selection, stages)?;
            judged.append(of_scope);
            if let (true, Some(made)) = (title.is_empty(), made) {
                title = made.report.title();
                report = Some(made.report);
            }
        }
        if title.is_empty() {
            let disclosure = &document.disclosure;
            title = format!("{}{}年预算公开", disclosure.agency.full_name, disclosure.year);
        }
        let mut result = checked(document.source.name(), title, judged);
        if let Some(path) = &self.arguments.against {
            self.against(path, report.as_ref(), &mut result);
        }
        Ok(result)
    }

    /// Compares the first document that was made with the tables of the budget system.
    fn against(&self, path: &Path, report: Option<&Report>, result: &mut Checked) {
        let Some(report) = report else {
            let Code { id, title } = code::CONTROL_CELL;
            let reason = "数据有错误，没有推算出预算表".to_owned();
            result.unchecked.push(NotChecked { code: id, title, reason });
            return;
        };
        let compared = read_file(path).and_then(|bytes| control::against(report, &result.file, path, &bytes));
        match compared {
            Ok(Control { findings, tables, cells }) => {
                self.console.progress(format_args!(
                    "与 {} 核对：{tables} 张表，{cells} 格，{} 处不同或没有找到",
                    path.display(),
                    findings.len()
                ));
                result.findings.extend(findings);
            }
            Err(findings) => result.findings.extend(findings),
        }
    }

    /// A file that is no disclosure: its faults, and that no rule could judge it.
    fn unread(&self, data: &Path, failure: Failure) -> Result<Checked, Failure> {
        let Failure::Findings(findings) = failure else { return Err(failure) };
        let rules = RULES.iter().filter(|rule| self.selection.wants(rule.code.id));
        let unchecked = rules.map(|rule| not_checked(rule, "数据文件未能读入")).collect();
        Ok(Checked { file: data.display().to_string(), title: String::new(), findings, unchecked, checked: 0 })
    }

    fn batch(&self, documents: &[(usize, Document)], results: &mut [Checked]) -> Result<(), Failure> {
        if documents.len() < 2 {
            for result in results.iter_mut().filter(|result| result.checked > 0) {
                let rules = RULES.iter().filter(|rule| matches!(rule.reads, Reads::Batch(_)));
                let rules = rules.filter(|rule| self.selection.wants(rule.code.id));
                result.unchecked.extend(rules.map(|rule| not_checked(rule, "只有一个数据文件，没有可比较的")));
            }
            return Ok(());
        }
        let sketch = |(_, document): &(usize, Document)| self.pipeline.sketch(document);
        let mut sketches = documents.iter().map(sketch).collect::<Result<Vec<_>, _>>()?;
        let loaded = |index: usize| Ok(&documents[index].1);
        for (body, judged) in self.pipeline.judge_batch(&mut sketches, loaded, &self.selection)?.into_iter().enumerate()
        {
            let result = &mut results[documents[body].0];
            result.findings.extend(judged.findings);
            result.checked += judged.checked.len();
        }
        Ok(())
    }
}

fn checked(file: &str, title: String, judged: Judged) -> Checked {
    Checked {
        file: file.to_owned(),
        title,
        findings: judged.findings,
        unchecked: judged.unchecked.into_iter().map(|Unchecked { rule, reason }| not_checked(rule, reason)).collect(),
        checked: judged.checked.len(),
    }
}

fn not_checked(rule: &Rule, reason: impl Into<String>) -> NotChecked {
    NotChecked { code: rule.code.id, title: rule.code.title, reason: reason.into() }
}

/// How a run ends that found this.
fn status(results: &[Checked], deny_warnings: bool) -> Status {
    let unreadable = |result: &Checked| result.findings.iter().any(|finding| finding.code == code::UNREADABLE.id);
    let found = |result: &Checked| {
        let (errors, warnings) = result.counts();
        errors > 0 || deny_warnings && warnings > 0
    };
    if results.iter().any(unreadable) {
        Status::Failed
    } else if results.iter().any(found) {
        Status::Findings
    } else {
        Status::Clean
    }
}

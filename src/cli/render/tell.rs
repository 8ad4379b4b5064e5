//! What is said while documents are made.

use super::ATTACHED;
use super::progress::Progress;
use crate::batch::{Event, Problem, Row, State};
use crate::cli::arguments::Documents;
use crate::cli::console::Console;
use crate::diagnostic::{Diagnostic, Severity};

/// What is said besides findings and problems.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Shown {
    /// Whether facts are attached, which is to be told.
    pub(in crate::cli) attached: bool,
    /// The line of the only document.
    pub(in crate::cli) results: bool,
    /// A line a document of several, where there is no bar.
    pub(in crate::cli) lines: bool,
}

/// Prints events.
pub(in crate::cli) struct Teller<'a> {
    arguments: &'a Documents,
    console: &'a Console,
    shown: Shown,
    progress: Progress,
    /// Whether warnings are told one by one.
    warnings: bool,
    /// Whether there is one document, whose line is the result.
    alone: bool,
}

impl<'a> Teller<'a> {
    pub(in crate::cli) fn new(arguments: &'a Documents, console: &'a Console, shown: Shown) -> Self {
        Self { arguments, console, shown, progress: Progress::Silent, warnings: true, alone: true }
    }

    pub(in crate::cli) fn tell(&mut self, event: &Event<'_>) {
        match event {
            Event::Planned { documents, files, skipped, not_compared, damaged } => {
                self.alone = *documents < 2;
                self.warnings = !self.arguments.quiet && (*files < 2 || self.arguments.warnings);
                let silent = self.arguments.quiet || !self.shown.lines && !self.console.is_terminal();
                self.progress = Progress::new(self.console, *documents, silent);
                if !self.arguments.quiet {
                    self.planned(*skipped, *not_compared, damaged.len());
                }
            }
            Event::Started(title) => self.progress.started(title),
            Event::Finished { row, findings, problem } => {
                self.progress.beside(|| {
                    self.findings(findings);
                    self.problem(row, *problem);
                });
                self.finished(row);
            }
        }
    }

    pub(in crate::cli) fn end(&self) {
        self.progress.end();
    }

    fn planned(&self, skipped: usize, not_compared: Option<&str>, damaged: usize) {
        if skipped > 0 {
            self.console.progress(format_args!("跳过 {skipped} 个不是预算数据的 JSON 文件"));
        }
        if let Some(reason) = not_compared {
            self.console.progress(format_args!("警告：{reason}"));
        }
        if damaged > 0 {
            self.console.progress("生成记录已损坏或出自别的程序，不予采用，重新建立");
        }
        if self.shown.attached {
            self.console.progress(ATTACHED);
        }
    }

    /// Errors always, warnings where they are told one by one.
    fn findings(&self, findings: &[Diagnostic]) {
        let told = |finding: &&Diagnostic| finding.severity == Severity::Error || self.warnings;
        let told: Vec<_> = findings.iter().filter(told).cloned().collect();
        if !told.is_empty() {
            let _ = self.console.findings(&told);
        }
    }

    fn problem(&self, row: &Row, problem: Option<&Problem>) {
        let console = self.console;
        let input = row.input.display();
        let _ = match problem {
            None => return,
            Some(Problem::Pipeline(failure)) => {
                if !self.alone {
                    console.progress(format_args!("{input}："));
                }
                console.pipeline_failure(failure)
            }
            Some(Problem::Write(error)) => console.failure(error, Some(error.hint())),
            Some(Problem::NotDerivable) => console.failure("数据无法推算，不能生成草稿", Some("先改正上面列出的错误")),
            Some(Problem::Changed) => {
                console.failure(format_args!("{input} 在生成期间被改动，没有生成文本"), Some("再运行一次"))
            }
            Some(Problem::Panicked) => console.failure(
                format_args!("{input}：程序内部错误，没有生成文本"),
                Some("其余文本不受影响；请把这份数据和上面的英文信息交给程序的维护者"),
            ),
        };
    }

    /// The line of a document: the result if there is only one, else progress.
    fn finished(&mut self, row: &Row) {
        let written = matches!(row.state, State::Rendered | State::Unchanged);
        let line = line(row, self.arguments.draft);
        if !self.alone {
            // Four hundred lines of what did not change would hide the two that did.
            let said = (row.state != State::Unchanged).then_some(line.as_str());
            self.progress.finished(self.console, said);
        } else if written && !self.arguments.quiet && self.shown.results {
            let _ = self.console.result(line);
        }
    }
}

/// `已生成 out/某某.pdf（31 页）`.
pub(in crate::cli) fn line(row: &Row, draft: bool) -> String {
    let Row { state, pages, files, .. } = row;
    let words = if draft && *state == State::Rendered { "已生成草稿" } else { state.word() };
    match files.as_slice() {
        [] => format!("{words} {}", row.input.display()),
        [file] => format!("{words} {}（{pages} 页）", file.display()),
        [first, ..] => format!("{words} {} 等 {pages} 个文件", first.display()),
    }
}

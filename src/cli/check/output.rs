//! Prints what was found.

use std::io::{self, Write};

use super::super::Status;
use super::super::arguments::{Check, Findings};
use super::super::console::Console;
use super::status;
use crate::check::RULES;
use crate::diagnostic::code::CODES;
use crate::diagnostic::{self, Checked, Diagnostic, RuleInfo, Severity};
use crate::write::Writer;

pub(super) fn print(arguments: &Check, console: &Console, results: &[Checked]) -> Status {
    let mut ends = status(results, arguments.deny_warnings);
    if let Some(path) = &arguments.report {
        let mut page = Vec::new();
        let written = diagnostic::html(&mut page, results).map(|()| Writer::new().write(path, &page));
        match written {
            Ok(Ok(())) => console.progress(format_args!("检查报告：{}", path.display())),
            Ok(Err(error)) => ends = ends.max(console.failure(&error, Some(error.hint()))),
            Err(error) => ends = ends.max(console.failure(error, None)),
        }
    }
    let printed = match arguments.format {
        Findings::Human => human(console, results),
        Findings::Short => all(results, |findings| diagnostic::short(&mut io::stdout().lock(), findings)),
        Findings::Json => diagnostic::json(&mut io::stdout().lock(), results),
        Findings::Sarif => diagnostic::sarif(&mut io::stdout().lock(), results, &rules()),
    };
    match printed.and_then(|()| io::stdout().flush()) {
        Ok(()) => ends,
        // `gongkai check | head` has read what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ends,
        Err(_) => Status::Failed,
    }
}

/// The summary first, then findings file by file, then what was not checked.
fn human(console: &Console, results: &[Checked]) -> io::Result<()> {
    let mut stream = console.out();
    diagnostic::summary(&mut stream, results)?;
    writeln!(stream)?;
    all(results, |findings| diagnostic::human(&mut stream, findings))?;
    diagnostic::unchecked(&mut stream, results)
}

fn all(results: &[Checked], mut print: impl FnMut(&[Diagnostic]) -> io::Result<()>) -> io::Result<()> {
    results.iter().try_for_each(|result| print(&result.findings))
}

/// Faults and rules, as the machine-readable reports list them.
fn rules() -> Vec<RuleInfo> {
    let fault = |code: &crate::diagnostic::Code| RuleInfo {
        code: code.id,
        title: code.title,
        severity: Severity::Error,
        checked: String::new(),
        basis: String::new(),
    };
    let rule = |rule: &&crate::check::Rule| {
        let manual = rule.manual();
        let (code, title, severity) = (rule.code.id, rule.code.title, rule.severity);
        RuleInfo { code, title, severity, basis: manual.legal_basis(), checked: manual.checked }
    };
    CODES.iter().map(fault).chain(RULES.iter().map(rule)).collect()
}

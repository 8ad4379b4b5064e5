//! `gongkai regions`.

use std::fmt::Write;

use super::Status;
use super::arguments::{RegionTask, Regions};
use super::console::Console;
use crate::diagnostic::{Severity, human};
use crate::lint;
use crate::model::ScopeKind;
use crate::reference::{Profile, RegionError, Templates};

pub(super) fn run(arguments: &Regions, console: &Console) -> Status {
    let templates = arguments.templates.as_deref().map_or_else(|| Ok(Templates::built_in()), Templates::from_folder);
    let templates = match templates {
        Ok(templates) => templates,
        Err(error) => return console.failure(error, None),
    };
    match &arguments.task {
        None | Some(RegionTask::List) => list(&templates, console),
        Some(RegionTask::Lint { names }) => check(&templates, names, console),
    }
}

/// One profile a line; one that cannot be used is listed with the reason.
fn list(templates: &Templates, console: &Console) -> Status {
    let mut text = String::new();
    let mut status = Status::Clean;
    for name in templates.regions() {
        let read = Profile::read(templates, name, ScopeKind::Department);
        match read.and_then(|profile| Ok((profile.region()?, profile))) {
            Ok((region, profile)) => {
                let base = profile.chain.get(1).map(|base| format!("，沿用 {base}")).unwrap_or_default();
                let _ = writeln!(text, "{name}  {}（{} 张表{base}）", region.name, region.tables.order.len());
            }
            Err(error) => {
                let _ = writeln!(text, "{name}  不能使用：{error}");
                status = Status::Findings;
            }
        }
    }
    console.result(text.trim_end()).max(status)
}

fn check(templates: &Templates, names: &[String], console: &Console) -> Status {
    let all: Vec<&str> = templates.regions().into_iter().collect();
    let names: Vec<&str> = if names.is_empty() { all } else { names.iter().map(String::as_str).collect() };
    let mut status = Status::Clean;
    for name in names {
        let findings = match lint::lint(templates, name) {
            Ok(findings) => findings,
            Err(error) => {
                let RegionError::Unknown { known, .. } = &error else { return console.failure(error, None) };
                let hint = format!("可用的地区方案：{}", known.join("、"));
                return console.failure(error, Some(&hint));
            }
        };
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if findings.is_empty() {
            status = status.max(console.result(format_args!("{name}：没有问题")));
            continue;
        }
        if human(&mut console.out(), &findings).is_err() {
            return Status::Failed;
        }
        let summary = format!("{name}：{errors} 处错误，{} 处警告", findings.len() - errors);
        status = status.max(console.result(summary));
        if errors > 0 {
            status = status.max(Status::Findings);
        }
    }
    status
}

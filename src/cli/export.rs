//! `gongkai export`.

use std::path::PathBuf;

use super::Status;
use super::arguments::Export;
use super::console::Console;
use super::import::write;
use crate::check::Selection;
use crate::diagnostic::Severity;
use crate::load::Document;
use crate::model::Scope;
use crate::pipeline::{Failure, Pipeline, Stages};
use crate::reference::Catalogue;
use crate::workbook::{self, WorkbookError};
use crate::write::Writer;

/// Why nothing was exported.
enum Stop {
    Failure(Failure),
    Workbook(WorkbookError),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<WorkbookError> for Stop {
    fn from(error: WorkbookError) -> Self {
        Self::Workbook(error)
    }
}

pub(super) fn run(arguments: &Export, console: &Console) -> Status {
    let pipeline = match Pipeline::new(arguments.templates.as_deref(), Vec::new()) {
        Ok(pipeline) => pipeline,
        Err(failure) => return console.pipeline_failure(&failure),
    };
    match export(arguments, &pipeline, console) {
        Ok(status) => status,
        Err(Stop::Failure(failure)) => console.pipeline_failure(&failure),
        Err(Stop::Workbook(error)) => console.failure(error, None),
    }
}

fn export(arguments: &Export, pipeline: &Pipeline, console: &Console) -> Result<Status, Stop> {
    let document = if arguments.workbook {
        // As it stands, last year's file not resolved: nothing is to be lost or added.
        crate::load::load_file(&arguments.data).map_err(Failure::Findings)?
    } else {
        pipeline.load(&arguments.data)?
    };
    if arguments.workbook {
        let catalogue = Catalogue::for_year(document.disclosure.year).map_err(Failure::from)?;
        let bytes = workbook::filled(&document.disclosure, catalogue)?;
        let path = arguments.output.clone().unwrap_or_else(|| named(&arguments.data));
        return Ok(write(Some(&path), &bytes, console));
    }
    tables(arguments, pipeline, &document, console)
}

/// `部门.json` to `部门.xlsx`.
fn named(data: &std::path::Path) -> PathBuf {
    let own = data.with_extension("xlsx");
    if own == data { data.with_extension("gongkai.xlsx") } else { own }
}

fn tables(arguments: &Export, pipeline: &Pipeline, document: &Document, console: &Console) -> Result<Status, Stop> {
    if arguments.output.is_none() && arguments.csv.is_none() && !arguments.json {
        let hint = "写明 -o 表格.xlsx、--csv 文件夹、--json 或 --workbook";
        return Ok(console.failure("没有写明导出什么", Some(hint)));
    }
    let scope = arguments.unit.clone().map(Scope::Unit);
    // What must not be published is not exported as open data either.
    let mut all = pipeline.judge_facts(document, &Selection::default())?;
    let (judged, made) = pipeline.judge(document, scope.as_ref(), &Selection::default(), Stages::Report)?;
    all.append(judged);
    let errors: Vec<_> = all.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    let Some(made) = made.filter(|_| errors.is_empty()) else { return Err(Failure::Findings(errors).into()) };
    let report = made.report;
    let kind = scope.as_ref().unwrap_or(&document.disclosure.scope).kind();
    let region = pipeline.region(document, kind)?;
    let mut status = Status::Clean;
    if let Some(folder) = &arguments.csv {
        let writer = Writer::new();
        for (name, bytes) in workbook::csv(&report, &region) {
            let path = folder.join(name);
            if let Err(error) = writer.write(&path, &bytes) {
                return Ok(console.failure(&error, Some(error.hint())));
            }
        }
        status = status.max(console.result(format_args!("已写入 {}", folder.display())));
    }
    if arguments.json {
        let json = format!("{:#}\n", workbook::json(&report));
        return Ok(status.max(write(arguments.output.as_deref(), json.as_bytes(), console)));
    }
    if let Some(path) = &arguments.output {
        status = status.max(write(Some(path), &workbook::tables(&report, &region)?, console));
    }
    Ok(status)
}

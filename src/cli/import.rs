//! `gongkai import`.

use std::io::{self, Write};
use std::path::Path;

use super::Status;
use super::arguments::Import;
use super::console::Console;
use crate::load::lines::{self, Imported, ImportedProject, Mapping};
use crate::load::{self, read_file};
use crate::model::{Disclosure, Project};
use crate::reference::Catalogue;
use crate::workbook;
use crate::write::Writer;

pub(super) fn run(arguments: &Import, console: &Console) -> Status {
    if arguments.lines {
        return import_lines(arguments, console);
    }
    match load::load_file(&arguments.file) {
        Ok(document) => write(arguments.output.as_deref(), &json(&document.disclosure), console),
        Err(findings) => console.findings(&findings),
    }
}

/// Strings, numbers and lists into memory: nothing of it can fail.
fn json(value: &impl serde::Serialize) -> Vec<u8> {
    format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default()).into_bytes()
}

fn import_lines(arguments: &Import, console: &Console) -> Status {
    let own = match arguments.mapping.as_deref().map(read_file).transpose() {
        Ok(own) => own.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        Err(findings) => return console.findings(&findings),
    };
    let mapping = match Mapping::with(own.as_deref()) {
        Ok(mapping) => mapping,
        Err(error) => return console.failure(error, Some("对照 data/lines/mapping.toml 改正")),
    };
    let imported = read_file(&arguments.file).and_then(|bytes| lines::read(&arguments.file, &bytes, &mapping));
    let imported = match imported {
        Ok(imported) => imported,
        Err(findings) => return console.findings(&findings),
    };
    console.progress(format_args!(
        "读入 {} 行，{} 个项目，合计 {} 元；{} 行合计没有读入",
        imported.count(),
        imported.projects.len(),
        imported.total(),
        imported.totals,
    ));
    let (Some(into), Some(output)) = (&arguments.into, &arguments.output) else {
        return write(arguments.output.as_deref(), &json(&fragment(&imported)), console);
    };
    let mut disclosure = match load::load_file(into) {
        Ok(document) => document.disclosure,
        Err(findings) => return console.findings(&findings),
    };
    for told in place(&mut disclosure, imported) {
        console.progress(told);
    }
    let is_workbook = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    let bytes = if is_workbook {
        let book = Catalogue::for_year(disclosure.year).map(|catalogue| workbook::filled(&disclosure, catalogue));
        match book {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(error)) => return console.failure(error, None),
            Err(error) => return console.failure(error, None),
        }
    } else {
        json(&disclosure)
    };
    write(Some(output), &bytes, console)
}

/// The lines by themselves, as they would stand in a data file.
fn fragment(imported: &Imported) -> serde_json::Value {
    let projects = imported.projects.iter().map(|project| new_project(project.clone()));
    serde_json::json!({ "lines": imported.lines, "projects": projects.collect::<Vec<_>>() })
}

fn new_project(project: ImportedProject) -> Project {
    let ImportedProject { code, name, category, lines } = project;
    Project { code, purpose: name.clone(), name, category, parent: None, lines, plan: None }
}

/// Puts the lines in the place of those that are there; tells what a person has to look at.
fn place(disclosure: &mut Disclosure, imported: Imported) -> Vec<String> {
    let mut told = Vec::new();
    disclosure.lines = imported.lines;
    for project in &mut disclosure.projects {
        project.lines.clear();
    }
    for project in imported.projects {
        match disclosure.projects.iter_mut().find(|known| known.code == project.code) {
            Some(known) => known.lines = project.lines,
            None => {
                told.push(format!("新项目 {}（{}）：请补充主要用途和绩效目标", project.name, project.code));
                disclosure.projects.push(new_project(project));
            }
        }
    }
    let empty = disclosure.projects.iter().filter(|project| project.lines.is_empty());
    told.extend(empty.map(|project| format!("项目 {}（{}）在明细中没有金额", project.name, project.code)));
    told
}

/// Into the file, or to the screen.
pub(super) fn write(output: Option<&Path>, bytes: &[u8], console: &Console) -> Status {
    match output {
        Some(path) => match Writer::new().write(path, bytes) {
            Ok(()) => console.result(format_args!("已写入 {}", path.display())),
            Err(error) => console.failure(&error, Some(error.hint())),
        },
        None => match io::stdout().write_all(bytes) {
            Ok(()) => Status::Clean,
            // `gongkai import a.xlsx | head` has read what it wanted.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
            Err(_) => Status::Failed,
        },
    }
}

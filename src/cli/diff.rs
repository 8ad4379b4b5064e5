//! `gongkai diff`.

mod human;
mod json;
mod names;
mod short;
mod text;

use std::io::{self, Write};
use std::path::Path;

use super::Status;
use super::arguments::{Changes, Diff};
use super::console::Console;
use crate::model::Scope;
use crate::pipeline::{Difference, Failure, State};

/// What is compared and what came of it.
struct Compared<'a> {
    old: Side<'a>,
    new: Side<'a>,
    difference: Difference,
}

/// One of the two files.
struct Side<'a> {
    path: &'a Path,
    state: State,
}

pub(super) fn run(arguments: &Diff, console: &Console) -> Status {
    let compared = match compare(arguments) {
        Ok(compared) => compared,
        Err(failure) => {
            console.pipeline_failure(&failure);
            // Faults of a file are no difference: nothing was compared.
            return Status::Failed;
        }
    };
    if arguments.format != Changes::Human {
        let warnings = &compared.difference.warnings;
        warnings.iter().for_each(|warning| console.progress(format_args!("警告：{}", text::line(warning))));
    }
    let printed = match arguments.format {
        Changes::Human => human::print(&mut console.out(), &compared),
        Changes::Short => short::print(&mut io::stdout().lock(), &compared),
        Changes::Json => json::print(&mut io::stdout().lock(), &compared),
    };
    match printed.and_then(|()| io::stdout().flush()) {
        Ok(()) => {}
        // `gongkai diff | head` has read what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(_) => return Status::Failed,
    }
    if compared.difference.is_empty() { Status::Clean } else { Status::Findings }
}

fn compare(arguments: &Diff) -> Result<Compared<'_>, Failure> {
    let pipeline = arguments.resources.pipeline()?;
    let (old, new) = (pipeline.input(&arguments.old)?, pipeline.input(&arguments.new)?);
    let scope = arguments.unit.clone().map(Scope::Unit);
    let (old, new) = pipeline.states(old, new, scope.as_ref())?;
    let difference = pipeline.difference(&old, &new, !arguments.no_layout)?;
    let side = |path, state| Side { path, state };
    Ok(Compared { old: side(&arguments.old, old), new: side(&arguments.new, new), difference })
}

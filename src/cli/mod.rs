//! Command line: arguments, environment, printing; one file a command.

mod arguments;
mod check;
mod completions;
mod console;
mod diff;
mod explain;
mod export;
mod extract;
mod fonts;
mod import;
mod init;
mod interrupt;
mod regions;
mod render;
mod schema;
mod usage;
mod verify;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use self::arguments::{Arguments, Command};
use self::console::Console;

/// 退出状态 of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Done, nothing found: 0.
    Clean,
    /// The data or the fonts have faults: 1.
    Findings,
    /// The program could not do its work: 2.
    Failed,
    /// Somebody stopped it: 130.
    Interrupted,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Failed => 2,
            Status::Interrupted => interrupt::STATUS,
        })
    }
}

/// Runs the program on the process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    let matches = Arguments::command().try_get_matches();
    let arguments = match matches.and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches)) {
        Ok(arguments) => arguments,
        Err(error) => return usage::report(&error).into(),
    };
    let console = Console::new();
    let status = match arguments.command {
        Command::Init(init) => init::run(&init, &console),
        Command::Import(import) => import::run(&import, &console),
        Command::Export(export) => export::run(&export, &console),
        Command::Render(render) => render::run(&render, &console),
        Command::Watch(documents) => watch::run(&documents, &console),
        Command::Extract(extract) => extract::run(&extract, &console),
        Command::Verify(verify) => verify::run(&verify, &console),
        Command::Schema => schema::run(&console),
        Command::Check(check) => check::run(&check, &console),
        Command::Diff(diff) => diff::run(&diff, &console),
        Command::Explain(explain) => explain::run(&explain, &console),
        Command::Regions(regions) => regions::run(&regions, &console),
        Command::Fonts(fonts) => fonts::run(&fonts, &console),
        Command::Completions(completions) => completions::run(&completions, &console),
    };
    status.into()
}

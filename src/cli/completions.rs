//! `gongkai completions`.

use clap::CommandFactory;

use super::Status;
use super::arguments::{Arguments, Completions};
use super::console::Console;

pub(super) fn run(arguments: &Completions, console: &Console) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "gongkai", &mut script);
    console.result(String::from_utf8_lossy(&script).trim_end())
}

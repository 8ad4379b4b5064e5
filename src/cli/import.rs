//! `gongkai import`.

use std::io::{self, Write};

use super::Status;
use super::arguments::Import;
use super::console::Console;
use crate::load;
use crate::write::Writer;

pub(super) fn run(arguments: &Import, console: &Console) -> Status {
    let document = match load::load_file(&arguments.workbook) {
        Ok(document) => document,
        Err(findings) => return console.findings(&findings),
    };
    // Strings, numbers and lists into memory: nothing of it can fail.
    let json = format!("{}\n", serde_json::to_string_pretty(&document.disclosure).unwrap_or_default());
    write(arguments.output.as_deref(), json.as_bytes(), console)
}

/// Into the file, or to the screen.
pub(super) fn write(output: Option<&std::path::Path>, bytes: &[u8], console: &Console) -> Status {
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

//! The program as people run it.

mod check;
mod explain;
mod faults;
mod fonts;
mod help;
mod previews;
mod render;
pub mod templates;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gongkai::write::Writer;
use serde_json::Value;

/// A folder to work in.
pub struct Desk {
    folder: tempfile::TempDir,
    program: PathBuf,
}

/// How a run ended and what it said.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), program: env!("CARGO_BIN_EXE_gongkai").into() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file on the desk.
    pub fn put(&self, name: &str, text: &str) -> &Self {
        Writer::new().write(&self.path(name), text.as_bytes()).unwrap();
        self
    }

    pub fn put_data(&self, name: &str, data: &Value) -> &Self {
        self.put(name, &format!("{data:#}"))
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(self.folder.path()).env_remove("GONGKAI_FONTS").env_remove("NO_COLOR");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// What lies in a folder of the desk, sorted; the record of a run is not counted.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != ".gongkai");
        names.sort();
        names
    }

    pub fn is_pdf(&self, name: &str) -> bool {
        fs::read(self.path(name)).is_ok_and(|bytes| bytes.starts_with(b"%PDF-") && bytes.len() > 10_000)
    }
}

impl Run {
    fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let run = Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        // Tests read through pipes.
        assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "escape codes in a pipe");
        assert!(!run.err.contains("panicked"), "{}", run.err);
        run
    }

    #[track_caller]
    pub fn ends_with(&self, status: i32) -> &Self {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn faults(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.err.contains(word), "{word} is not in {}", self.err);
        }
        self
    }
}

/// The folder of the checkout.
fn checkout(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

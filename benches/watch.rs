//! How soon `gongkai watch` has a new PDF after a text was saved, and what it holds in memory.
//!
//! ```text
//! cargo bench --bench watch                       a hundred edits of the example
//! cargo bench --bench watch -- --edits 1000       more
//! ```
//!
//! The program runs as the user starts it; an edit comes when it waits. From the moment before the file is written to the
//! moment when the new PDF is seen there, looked for every half millisecond.

#[path = "common/arguments.rs"]
mod arguments;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use arguments::{Arguments, Failure};
use gongkai::write::Writer;
use serde_json::{Value, json};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/420107-kexie-2023.json");
/// After this long, an edit counts as missed.
const MISSED: Duration = Duration::from_secs(30);
/// How often the PDF is looked at.
const LOOK: Duration = Duration::from_micros(500);

fn main() -> ExitCode {
    arguments::run(&[], run)
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let edits = arguments.number("--edits", 100)?.max(20);
    let folder = tempfile::tempdir()?;
    let (data, pdf) = (folder.path().join("data.json"), folder.path().join("out.pdf"));
    let writer = Writer::new();
    let mut facts: Value = serde_json::from_slice(&fs::read(EXAMPLE)?)?;
    writer.write(&data, format!("{facts:#}").as_bytes())?;

    let mut watcher = Watcher::start(&data, &pdf)?;
    watcher.waits()?;
    let mut times = Vec::new();
    let mut memory = Vec::new();
    for edit in 0..edits {
        // Edits fall anywhere between two looks of the program.
        thread::sleep(Duration::from_millis(50 + edit as u64 * 37 % 200));
        facts["agency"]["phone"] = json!(format!("027-{edit:08}"));
        let text = format!("{facts:#}");
        let before = fs::metadata(&pdf)?.modified()?;
        let saved = Instant::now();
        writer.write(&data, text.as_bytes())?;
        while fs::metadata(&pdf)?.modified()? == before {
            if saved.elapsed() > MISSED {
                return Err(format!("edit {edit} was missed").into());
            }
            thread::sleep(LOOK);
        }
        times.push(saved.elapsed().as_secs_f64() * 1e3);
        watcher.waits()?;
        memory.extend(watcher.memory());
    }
    times.sort_by(f64::total_cmp);
    println!("{edits} edits of one text of the example, from saving to the new PDF, in ms:\n");
    println!(
        "  median {:.0}, nine of ten within {:.0}, longest {:.0}",
        times[edits / 2],
        times[edits * 9 / 10],
        times[edits - 1]
    );
    if let (Some(early), Some(last)) = (memory.get(19), memory.last()) {
        println!("  memory {early:.0} MB after 20 edits, {last:.0} MB after {edits}");
    }
    Ok(())
}

/// The program, watching.
struct Watcher {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStderr>>,
}

impl Watcher {
    fn start(data: &Path, pdf: &Path) -> Result<Self, Failure> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.arg("watch").arg(data).arg("-o").arg(pdf);
        command.arg("--font-path").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts"));
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        let lines = BufReader::new(child.stderr.take().ok_or("no stderr")?).lines();
        Ok(Self { child, lines })
    }

    /// Reads on until it waits for changes.
    fn waits(&mut self) -> Result<(), Failure> {
        for line in self.lines.by_ref() {
            if line?.starts_with("正在等待改动") {
                return Ok(());
            }
        }
        Err("it ended".into())
    }

    /// `VmRSS`, in MB, where the system tells it.
    fn memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

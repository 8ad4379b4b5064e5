//! `gongkai watch`: what changed is made again, nothing stale stands, nothing is missed.

mod hundred;
mod rounds;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use gongkai::published::Published;

use crate::command_line::Desk;

/// Longer than anything takes on a machine that does other things as well; nothing waits so long where all is well.
const PATIENCE: Duration = Duration::from_secs(60);
/// What is said at the end of each round.
const WAITING: &str = "正在等待改动";

/// The program, watching.
struct Watcher {
    child: Child,
    lines: Receiver<String>,
    /// All that it said.
    said: Vec<String>,
}

impl Watcher {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let all = [&["watch"], arguments].concat();
        let mut command = desk.command(&all);
        // What is freed is given back at once, so that the system's figure is what is held; else it differs by a third.
        command.env("MIMALLOC_PURGE_DELAY", "0");
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        forward(child.stdout.take().unwrap(), sender.clone());
        forward(child.stderr.take().unwrap(), sender);
        Self { child, lines, said: Vec::new() }
    }

    /// Waits until something holds.
    #[track_caller]
    fn until(&mut self, what: &str, mut holds: impl FnMut(&[String]) -> bool) {
        let begun = Instant::now();
        loop {
            self.said.extend(self.lines.try_iter());
            if holds(&self.said) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "waited for {what}; it said\n{}", self.said.join("\n"));
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until a line with these words is said after the line `from`, and then for the end of the round.
    #[track_caller]
    fn says_after(&mut self, from: usize, words: &str) {
        self.until(words, |said| {
            let at = said.iter().skip(from).position(|line| line.contains(words));
            at.is_some_and(|at| said[from + at..].iter().any(|line| line.starts_with(WAITING)))
        });
    }

    /// How many lines were said.
    fn now(&mut self) -> usize {
        self.said.extend(self.lines.try_iter());
        self.said.len()
    }

    /// Ends it as Ctrl-C does; it ends well.
    #[track_caller]
    fn end(mut self) {
        let sent = std::process::Command::new("bash")
            .args(["-c", &format!("kill -INT {}", self.child.id())])
            .status()
            .unwrap();
        assert!(sent.success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{}", self.said.join("\n"));
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // A test that failed must not leave it behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn forward(stream: impl Read + Send + 'static, sender: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
}

/// The texts of all pages without white space; none if there is no whole PDF.
fn printed(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    let texts = Published::open(&bytes).ok()?.page_texts().ok()?;
    Some(texts.concat().split_whitespace().collect())
}

/// Saves as some programs do: the same file, its contents replaced.
fn overwrite(path: &Path, text: impl AsRef<[u8]>) {
    #[expect(clippy::disallowed_methods, reason = "an editor that does not save safely")]
    fs::write(path, text).unwrap();
}

fn one_pdf(desk: &Desk, folder: &str) -> PathBuf {
    let names = desk.files(folder);
    let [name] = names.as_slice() else { panic!("{names:?}") };
    desk.path(folder).join(name)
}

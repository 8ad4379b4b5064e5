//! Hostile and damaged PDFs: a typed answer or a right reading, in bounded time and memory, never a panic.

mod bombs;
mod crafted;
mod damage;
mod damaged;
mod ours;
mod samples;
mod shapes;
mod traps;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use gongkai::pipeline::attached_report;
use gongkai::published::{Published, PublishedError};

/// What an answer may take, in the dev profile on a busy machine.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reads all that `extract` and `verify` read of a file; tells how long it took.
fn read(bytes: &[u8]) -> (Result<usize, PublishedError>, Duration) {
    let begin = Instant::now();
    let answer = catch_unwind(AssertUnwindSafe(|| {
        let published = Published::open(bytes)?;
        let report = attached_report(&published).map(|_| ());
        let manifest = published.attachment("manifest.json").map(|_| ());
        let texts = published.page_texts();
        report.and(manifest)?;
        Ok(texts?.len())
    }));
    (answer.unwrap_or_else(|_| panic!("a panic")), begin.elapsed())
}

/// Reads a file that must be answered in time.
#[track_caller]
fn answered(what: &str, bytes: &[u8]) -> Result<usize, PublishedError> {
    let (answer, took) = read(bytes);
    assert!(took < PATIENCE, "{what}: {took:?}");
    answer
}

/// A PDF of these objects, numbered from 1, with a right cross-reference table; the first is the catalog.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    bytes.extend(format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1).bytes());
    bytes
}

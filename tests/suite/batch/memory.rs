//! Memory does not grow with the number of documents.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::desk;

/// Peak memory of a process so far, in kB.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn three_hundred_documents_take_the_memory_of_a_few() {
    if !cfg!(target_os = "linux") {
        println!("skipped: the system tells no peak memory");
        return;
    }
    let desk = desk(300);
    let mut command = desk.command(&["render", "data", "-j", "2"]);
    let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(run.stderr.take().unwrap()).lines();
    let mut peaks = Vec::new();
    for line in lines.map(Result::unwrap).filter(|line| line.starts_with('[')) {
        let done: u64 = line[1..line.find('/').unwrap()].parse().unwrap();
        peaks.extend(peak(run.id()).map(|peak| (done, peak)));
    }
    assert!(run.wait().unwrap().success());
    let at = |done: u64| peaks.iter().rev().find(|(at, _)| *at <= done).unwrap().1;
    println!("peak memory: {} kB after 30 documents, {} kB after 60, {} kB after 299", at(30), at(60), at(299));
    assert!(peaks.len() > 250);
    // What the compiler remembers is full after some twenty documents. The allocator keeps some more of what it once had,
    // each thread for itself. The PDFs alone, kept, would be four times the room that this leaves.
    assert!(at(299) * 20 <= at(60) * 23, "{} kB after 60, {} kB after 299", at(60), at(299));
}

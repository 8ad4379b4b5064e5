//! Small files that ask for much: depth, loops, size. Each is read by a process of its own, which is measured.

use std::io::Write;
use std::process::Command;
use std::time::Duration;

use gongkai::published::{Published, PublishedError};

use super::damage::MAXIMUM_TIME;
use super::samples::Sample;
use super::traps::{Bomb, depths, sizes, tables, trees};

/// Most memory that reading one file may take, with the file itself.
const MAXIMUM_KILOBYTES: u64 = 200 << 10;

const FILE: &str = "GONGKAI_TEST_FILE";

/// Reads all of a bomb in a process of its own.
fn explode(name: &str, bytes: &[u8]) -> (Duration, u64, String) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "published::bombs::child_that_reads_a_file", "--ignored", "--nocapture"])
        .env(FILE, file.path())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.split_once("reading: ")).map(|(_, line)| line);
    let line = line.unwrap_or_else(|| panic!("{name}: {text}{}", String::from_utf8_lossy(&output.stderr)));
    let mut parts = line.splitn(3, ' ');
    let mut number = || parts.next().unwrap().parse::<u64>().unwrap();
    let (time, memory) = (Duration::from_micros(number()), number());
    (time, memory, parts.next().unwrap().to_owned())
}

fn explode_all(bombs: Vec<Bomb>) {
    let mut failures = Vec::new();
    for (name, bytes) in bombs {
        let (time, memory, result) = explode(name, &bytes);
        let line = format!("{time:>10.1?} {:>4} MB  {name} ({} KB): {result}", memory >> 10, bytes.len() >> 10);
        println!("{line}");
        if time > MAXIMUM_TIME || memory > MAXIMUM_KILOBYTES {
            failures.push(line);
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn the_sample_itself_is_read() {
    let published = Published::open(&Sample::new().bytes()).unwrap();
    assert_eq!(published.attachment("/report.json").unwrap().unwrap(), b"{}");
    assert_eq!(published.page_texts().unwrap(), ["报"]);
}

#[test]
fn page_trees_and_references_that_loop_cost_nothing() {
    explode_all(trees());
}

#[test]
fn what_is_nested_deep_costs_nothing() {
    explode_all(depths());
}

#[test]
fn what_swells_is_cut_off() {
    explode_all(sizes());
}

#[test]
fn tables_that_lie_cost_nothing() {
    for (name, bytes) in tables() {
        assert!(Published::open(&bytes).is_err(), "{name}");
    }
    explode_all(tables());
}

#[test]
#[ignore = "a child of the tests above"]
fn child_that_reads_a_file() {
    let bytes = std::fs::read(std::env::var_os(FILE).unwrap()).unwrap();
    let start = processor_time();
    let brief =
        |result: Result<usize, PublishedError>| result.map_or_else(|error| format!("{error:?}"), |n| n.to_string());
    let result = match Published::open(&bytes) {
        Err(error) => format!("{error:?}"),
        Ok(published) => {
            let attached = published.attachment("/report.json").map(|bytes| bytes.map_or(0, |bytes| bytes.len()));
            let texts = published.page_texts().map(|texts| texts.iter().map(String::len).sum());
            format!("attached {}, text {}", brief(attached), brief(texts))
        }
    };
    let time = (processor_time() - start).as_micros();
    println!("reading: {time} {} {result}", peak_kilobytes());
}

/// Most memory of this process so far; 0 where the system does not say.
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Time this process has worked, which does not depend on what else the machine does.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap())
}

/// Time of day, where there is no other.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap()
}

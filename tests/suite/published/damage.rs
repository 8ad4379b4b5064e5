//! Our own file, broken off or with bytes changed.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use gongkai::pipeline::attached_report;
use gongkai::published::{Published, PublishedError};

use crate::common::documents::kexie;

/// Most that reading one file may take, in the dev profile too.
pub const MAXIMUM_TIME: Duration = Duration::from_secs(1);

/// What came of reading a file: the report attached and the texts, each in its own right.
type Reading = Result<(Result<Vec<u8>, PublishedError>, Result<Vec<String>, PublishedError>), PublishedError>;

fn read(bytes: &[u8]) -> Reading {
    let published = Published::open(bytes)?;
    Ok((attached_report(&published).map(|(_, bytes)| bytes), published.page_texts()))
}

/// Reads each, and compares with what the whole file says.
fn judge(files: impl Iterator<Item = (String, Vec<u8>)>) -> Tally {
    let (attached, texts) = read(&kexie().bytes).unwrap();
    let (attached, texts) = (attached.unwrap(), texts.unwrap());
    let mut tally = Tally::default();
    for (name, file) in files {
        let start = Instant::now();
        let reading = catch_unwind(|| read(&file)).unwrap_or_else(|_| panic!("{name}: panic"));
        tally.slowest = tally.slowest.max((start.elapsed(), name.clone()));
        match reading {
            Err(_) => tally.refused += 1,
            Ok((report, pages)) => {
                // The report is compressed, with a checksum.
                assert!(report.as_ref().is_err() || report.as_ref() == Ok(&attached), "{name}: another report");
                if report.is_err() || pages.is_err() {
                    tally.partly += 1;
                } else if pages.as_ref() == Ok(&texts) {
                    tally.same += 1;
                } else {
                    tally.other_texts += 1;
                }
            }
        }
    }
    println!("{tally:?}");
    assert!(tally.slowest.0 < MAXIMUM_TIME, "{tally:?}");
    tally
}

#[derive(Debug, Default)]
struct Tally {
    slowest: (Duration, String),
    refused: usize,
    /// Report or pages could not be read.
    partly: usize,
    /// Both are read as if nothing had been changed: the change is elsewhere.
    same: usize,
    /// Such as a page that now refers to the contents of another.
    other_texts: usize,
}

#[test]
fn a_file_that_breaks_off_is_refused() {
    let bytes = &kexie().bytes;
    let lengths = (0..200).map(|index| bytes.len() * index / 200);
    let tally = judge(lengths.map(|length| (format!("{length} bytes"), bytes[..length].to_vec())));
    assert_eq!(tally.refused, 200);
    let half = Published::open(&bytes[..bytes.len() / 2]).err();
    assert_eq!(half, Some(PublishedError::Damaged));
}

#[test]
fn changed_bytes_are_found_or_do_no_harm() {
    let bytes = &kexie().bytes;
    let mut random = Random(20_231_125);
    let files = (0..2000).map(|index| {
        let mut file = bytes.clone();
        for _ in 0..=random.below(20) {
            let at = random.below(file.len());
            file[at] = random.below(256) as u8;
        }
        (format!("damage {index}"), file)
    });
    let tally = judge(files);
    assert!(tally.refused > 1000, "{tally:?}");
}

/// Changes where they do most: in the objects and tables, not in compressed data.
#[test]
fn changed_digits_and_names_are_found_or_do_no_harm() {
    let bytes = &kexie().bytes;
    let mut random = Random(5);
    let head: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    let files = (0..300).map(|index| {
        let mut file = bytes.clone();
        file[head[random.below(head.len())]] = b'0' + random.below(10) as u8;
        (format!("digit {index}"), file)
    });
    judge(files);
}

/// The same numbers on every machine (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

//! A program in a process of its own: its time and its memory.

use std::fmt;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often the peak is looked at: it only grows, so that what is missed is what the last moment added.
const POLL: Duration = Duration::from_millis(5);

/// What a process took; none of what the system does not tell in a file.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// Seconds on the wall.
    pub wall: f64,
    /// Seconds of all processors.
    pub processor: Option<f64>,
    /// The most memory it held, in MB.
    pub peak: Option<f64>,
}

/// Runs to the end; what it printed.
pub fn run(command: &mut Command) -> Result<(String, Took), super::Failure> {
    let (start, before) = (Instant::now(), of_children());
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let pipe = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut text = String::new();
        pipe.map(|mut pipe| pipe.read_to_string(&mut text)).transpose().map(|_| text)
    });
    let mut highest = None;
    let status = loop {
        highest = peak(child.id()).or(highest);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(POLL);
    };
    let wall = start.elapsed().as_secs_f64();
    let processor = before.zip(of_children()).map(|(before, after)| after - before);
    let text = reader.join().map_err(|_| "the reader panicked")??;
    if !status.success() {
        return Err(format!("{status}: {text}").into());
    }
    Ok((text, Took { wall, processor, peak: highest }))
}

/// `VmHWM` of a process, in MB.
fn peak(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
}

/// Seconds of processor time of the children that have ended.
fn of_children() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // After the name in parentheses: state is field 3, cutime and cstime are 16 and 17, in hundredths of a second.
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index)?.parse::<f64>().ok();
    Some((ticks(13)? + ticks(14)?) / 100.0)
}

/// The median of each figure.
pub fn median(runs: &[Took]) -> Took {
    let of = |figures: Vec<f64>| {
        let mut figures = figures;
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied()
    };
    Took {
        wall: of(runs.iter().map(|run| run.wall).collect()).unwrap_or(f64::NAN),
        processor: of(runs.iter().filter_map(|run| run.processor).collect()),
        peak: of(runs.iter().filter_map(|run| run.peak).collect()),
    }
}

impl fmt::Display for Took {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:7.2}", self.wall)?;
        match self.processor {
            Some(processor) => write!(formatter, "  {processor:7.2}")?,
            None => formatter.write_str("  not measured")?,
        }
        match self.peak {
            Some(peak) => write!(formatter, "  {peak:5.0} MB"),
            None => formatter.write_str("  not measured"),
        }
    }
}

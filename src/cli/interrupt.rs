//! Ctrl-C, and the signals by which a scheduler ends a program.

use crate::batch::Stop;

/// The status of a program that was interrupted, as shells have it.
pub(super) const STATUS: u8 = 130;

/// A wish to stop that comes with the first signal; the second one ends the program at once. Files are whole either way.
///
/// With the first signal `words` are said.
pub(super) fn stop(words: &'static str) -> Stop {
    let stop = Stop::default();
    if outlives_its_terminal() {
        return stop;
    }
    let own = stop.clone();
    let handler = move || {
        if own.is_requested() {
            std::process::exit(STATUS.into());
        }
        own.request();
        eprintln!("{words}");
    };
    // Without a handler the system ends the program at once, which harms no file.
    let _ = ctrlc::set_handler(handler);
    stop
}

/// Whether the program was started by `nohup`, which has it ignore that its terminal is closed. The handler would undo that,
/// so there is none then; an interrupt still leaves whole files, and the record of all but the last documents.
fn outlives_its_terminal() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // SIGHUP is signal 1, the lowest bit.
    ignored.is_some_and(|mask| mask & 1 == 1)
}

//! How far a batch is: a bar on a terminal, a line a document in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::console::Console;

/// How many columns of the current body's title are shown.
const TITLE: usize = 36;

/// The progress of a batch.
pub(super) enum Progress {
    /// Of one document, or in a quiet run.
    Silent,
    Bar(ProgressBar),
    Lines {
        done: usize,
        of: usize,
    },
}

impl Progress {
    pub(super) fn new(console: &Console, documents: usize, quiet: bool) -> Self {
        if quiet || documents < 2 {
            return Self::Silent;
        }
        if !console.is_terminal() {
            return Self::Lines { done: 0, of: documents };
        }
        let bar = ProgressBar::new(documents as u64);
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} 份  每秒 {per_sec}  剩余 {eta}  {msg}");
        if let Ok(style) = style {
            let rate = |state: &indicatif::ProgressState, out: &mut dyn std::fmt::Write| {
                let _ = write!(out, "{:.1}", state.per_sec());
            };
            bar.set_style(style.with_key("per_sec", rate));
        }
        Self::Bar(bar)
    }

    /// A document is in work.
    pub(super) fn started(&self, title: &str) {
        if let Self::Bar(bar) = self {
            bar.set_message(title.chars().take(TITLE).collect::<String>());
        }
    }

    /// A document is finished, of which `line` is said where there is no bar.
    pub(super) fn finished(&mut self, console: &Console, line: Option<&str>) {
        match self {
            Self::Silent => {}
            Self::Bar(bar) => bar.inc(1),
            Self::Lines { done, of } => {
                *done += 1;
                if let Some(line) = line {
                    console.progress(format_args!("[{done}/{of}] {line}"));
                }
            }
        }
    }

    /// Prints beside the bar.
    pub(super) fn beside(&self, print: impl FnOnce()) {
        match self {
            Self::Bar(bar) => bar.suspend(print),
            Self::Silent | Self::Lines { .. } => print(),
        }
    }

    pub(super) fn end(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

//! 守候: documents are made again when what they are made of changes.
//!
//! ```text
//! bell: the system tells of changes ─┐
//!                                    ├─▶ sources: is anything different? ─▶ batch::run ─▶ Event
//! a look every second ───────────────┘
//! ```
//!
//! The bell only wakes: whether anything changed is decided by the contents, as they were before a round began. So what the
//! system tells twice, or of our own files, makes no round, and what it does not tell (network drives, a file saved while a
//! round runs, an overflow) is found all the same. Fonts are not watched: they are mapped while in use.

mod bell;
mod sources;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use self::bell::Bell;
use self::sources::{Change, Sources};
use crate::batch::{self, BatchError, Mode, Problem, Row, Stop, Summary};
use crate::pipeline::Pipeline;

/// How soon a wish to stop is noticed.
const POLL: Duration = Duration::from_millis(200);
/// So many polls without the bell, and the sources are looked at.
const LOOK: usize = 5;
/// So many looks without a change, and what could not be written is tried again.
const RETRY: usize = 2;

/// What is watched, and what is made of it.
#[derive(Debug, Clone)]
pub struct Watching {
    /// What a round makes. Its mode must be [`Mode::Update`].
    pub request: batch::Request,
    /// Templates that stand in for those compiled in.
    pub templates: Option<PathBuf>,
    /// The user's font folders.
    pub fonts: Vec<PathBuf>,
}

/// What happens.
pub enum Event<'a> {
    /// A round begins.
    Began,
    /// In the round.
    Batch(batch::Event<'a>),
    /// The round has ended; it waits for changes.
    Ended(Result<&'a Summary, &'a BatchError>),
    /// The system does not tell of changes: they are noticed a second later.
    Deaf,
}

/// Makes the documents of a request, and again after each change, until stopping is wished.
///
/// # Errors
/// The first round could not begin: the inputs cannot be listed, templates or fonts cannot be used.
pub fn run(watching: Watching, stop: &Stop, tell: &mut dyn FnMut(Event<'_>)) -> Result<(), BatchError> {
    debug_assert_eq!(watching.request.mode, Mode::Update);
    let (bell, rung) = Bell::new();
    let sources = Sources::new(&watching.request, watching.templates.as_deref());
    Watch { watching, bell, rung, sources, pipeline: None, heard: true }.run(stop, tell)
}

struct Watch {
    watching: Watching,
    bell: Bell,
    rung: Receiver<()>,
    sources: Sources,
    /// None before the first round, and after a change of the templates.
    pipeline: Option<Arc<Pipeline>>,
    heard: bool,
}

/// What a round came to.
struct Round {
    ended: Result<Summary, BatchError>,
    /// Whether a file could not be written: open in a program that locks it, or no room.
    unwritten: bool,
}

impl Round {
    fn rows(&self) -> Option<&[Row]> {
        self.ended.as_ref().ok().map(|summary| summary.rows.as_slice())
    }
}

impl Watch {
    fn run(mut self, stop: &Stop, tell: &mut dyn FnMut(Event<'_>)) -> Result<(), BatchError> {
        self.sources.look();
        let mut first = true;
        loop {
            tell(Event::Began);
            let mut round = self.round(stop, &mut |event| tell(Event::Batch(event)));
            if stop.is_requested() {
                return Ok(());
            }
            if let Err(BatchError::Input(_) | BatchError::Pipeline(_)) = &round.ended
                && first
            {
                return round.ended.map(drop);
            }
            first = false;
            tell(Event::Ended(round.ended.as_ref()));
            if !self.bell.listen(self.sources.folders()) && std::mem::take(&mut self.heard) {
                tell(Event::Deaf);
            }
            let Some(change) = self.wait(stop, &mut round, tell) else { return Ok(()) };
            if change.templates {
                self.pipeline = None;
            }
        }
    }

    /// One run over the inputs, with the templates as they are now.
    fn round(&mut self, stop: &Stop, tell: &mut dyn FnMut(batch::Event<'_>)) -> Round {
        let pipeline = match &self.pipeline {
            Some(pipeline) => Arc::clone(pipeline),
            None => match Pipeline::new(self.watching.templates.as_deref(), self.watching.fonts.clone()) {
                Ok(pipeline) => Arc::clone(self.pipeline.insert(Arc::new(pipeline))),
                Err(failure) => return Round { ended: Err(failure.into()), unwritten: false },
            },
        };
        let mut unwritten = false;
        let ended = batch::run(&pipeline, self.watching.request.clone(), stop, &mut |event| {
            unwritten |= matches!(event, batch::Event::Finished { problem: Some(Problem::Write(_)), .. });
            tell(event);
        });
        Round { ended, unwritten }
    }

    /// Waits until something is different; none if stopping is wished.
    fn wait(&mut self, stop: &Stop, round: &mut Round, tell: &mut dyn FnMut(Event<'_>)) -> Option<Change> {
        // What changed in the round, and before the bell heard of a new folder.
        let mut change = self.sources.look();
        let mut looks = 0;
        loop {
            if change.any() {
                return Some(change);
            }
            let mut polls = 0;
            let rung = loop {
                if stop.is_requested() {
                    return None;
                }
                match self.rung.recv_timeout(POLL) {
                    Ok(()) => break true,
                    Err(RecvTimeoutError::Timeout) => polls += 1,
                    // The bell holds the other end; a poll's worth of patience is right in any case.
                    Err(RecvTimeoutError::Disconnected) => {
                        std::thread::sleep(POLL);
                        polls += 1;
                    }
                }
                if polls == LOOK {
                    break false;
                }
            };
            change = if rung { self.sources.look() } else { self.sources.glance() };
            looks = if rung { 0 } else { looks + 1 };
            if round.unwritten && looks == RETRY && !change.any() {
                looks = 0;
                self.retry(stop, round, tell);
            }
        }
    }

    /// Tries again to write, and tells of it only if anything came of it.
    fn retry(&mut self, stop: &Stop, round: &mut Round, tell: &mut dyn FnMut(Event<'_>)) {
        let again = self.round(stop, &mut |_| ());
        if again.rows() != round.rows() && !stop.is_requested() {
            tell(Event::Began);
            tell(Event::Ended(again.ended.as_ref()));
        }
        *round = again;
    }
}

//! The faults of one file, collected, and made into diagnostics.

use std::ops::Range;

use super::fault::LoadFault;
use crate::diagnostic::{Diagnostic, Source};

/// A fault and its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Located {
    pub(super) fault: LoadFault,
    /// `None` if the fault is one of the file as a whole.
    pub(super) range: Option<Range<usize>>,
    /// Another place that has to do with it, and what is there.
    pub(super) other: Option<(Range<usize>, &'static str)>,
}

impl Located {
    fn diagnostic(self, source: &Source) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.fault.code(), self.fault.to_string())
            .at(self.range.map(|range| source.place(range)))
            .hint(self.fault.hint());
        match self.other {
            Some((range, message)) => diagnostic.label(source.place(range), message),
            None => diagnostic,
        }
    }
}

/// The faults found so far, as many as anybody will read.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<Located>,
    omitted: usize,
}

/// How many faults of one file are listed.
const LISTED: usize = 1000;

impl Faults {
    pub(super) fn push(&mut self, range: Range<usize>, fault: LoadFault) {
        self.add(Located { fault, range: Some(range), other: None });
    }

    pub(super) fn push_with(
        &mut self,
        range: Range<usize>,
        fault: LoadFault,
        other: Range<usize>,
        message: &'static str,
    ) {
        self.add(Located { fault, range: Some(range), other: Some((other, message)) });
    }

    fn add(&mut self, located: Located) {
        if self.found.len() < LISTED { self.found.push(located) } else { self.omitted += 1 }
    }

    /// Takes over those of another pass over the same file.
    pub(super) fn append(&mut self, other: Self) {
        self.found.extend(other.found);
        self.omitted += other.omitted;
    }

    /// Counts a fault that is too late to be listed, instead of composing it; `false` if there is room for it.
    ///
    /// For the faults that cost something to describe: two million unknown fields are compared with no name.
    pub(super) fn omit_if_full(&mut self) -> bool {
        let full = self.found.len() >= LISTED;
        self.omitted += usize::from(full);
        full
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// In the order of the file. Each pass goes through the file in its order, so what is left out comes last.
    pub(super) fn into_diagnostics(mut self, source: &Source) -> Vec<Diagnostic> {
        self.found.sort_by_key(|located| located.range.as_ref().map_or(0, |range| range.start));
        self.omitted += self.found.len().saturating_sub(LISTED);
        self.found.truncate(LISTED);
        if self.omitted > 0 {
            self.found.push(Located { fault: LoadFault::Omitted { count: self.omitted }, range: None, other: None });
        }
        self.found.into_iter().map(|located| located.diagnostic(source)).collect()
    }
}

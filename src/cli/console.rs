//! Printing: results to stdout, progress and faults to stderr, colour only on a terminal.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use super::Status;
use crate::diagnostic::termcolor::{ColorChoice, StandardStream};
use crate::diagnostic::{Diagnostic, code, human};
use crate::pipeline::Failure;
use crate::typeset::TypesetError;

/// The terminal.
pub(super) struct Console {
    color: ColorChoice,
    /// Whether nothing but a pipe forbids colour.
    may_color: bool,
}

impl Console {
    /// Colour if stderr is a terminal and neither `NO_COLOR` nor a dumb terminal says otherwise.
    pub(super) fn new() -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let wanted = io::stderr().is_terminal() && !no_color;
        Self { color: if wanted { ColorChoice::Auto } else { ColorChoice::Never }, may_color: !no_color }
    }

    /// Clears the terminal, if there is one; an error of it changes only how much is seen.
    pub(super) fn clear(&self) {
        if self.is_terminal() {
            let _ = ::console::Term::stderr().clear_screen();
        }
    }

    /// Whether stderr is a terminal that can do more than print lines.
    pub(super) fn is_terminal(&self) -> bool {
        let dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        io::stderr().is_terminal() && !dumb
    }

    /// Prints a result, for another program as well as for a person.
    pub(super) fn result(&self, text: impl Display) -> Status {
        match writeln!(io::stdout(), "{text}") {
            Ok(()) => Status::Clean,
            // `gongkai fonts | head` has read what it wanted.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
            Err(_) => Status::Failed,
        }
    }

    /// Prints what is going on, beside the result.
    pub(super) fn progress(&self, text: impl Display) {
        self.line(text);
    }

    /// The stream of results, coloured if it is a terminal.
    pub(super) fn out(&self) -> StandardStream {
        let wanted = io::stdout().is_terminal() && self.may_color;
        StandardStream::stdout(if wanted { ColorChoice::Auto } else { ColorChoice::Never })
    }

    /// Prints a fault of the program or its surroundings.
    pub(super) fn failure(&self, message: impl Display, hint: Option<&str>) -> Status {
        self.line(format_args!("错误：{message}"));
        if let Some(hint) = hint {
            self.line(format_args!("提示：{hint}"));
        }
        Status::Failed
    }

    /// Prints faults of the data.
    pub(super) fn findings(&self, diagnostics: &[Diagnostic]) -> Status {
        let mut stream = StandardStream::stderr(self.color);
        // Nobody is left to tell when stderr is closed.
        let _ = human(&mut stream, diagnostics);
        // A file that cannot be read has no faults: nothing is known of it.
        let unreadable = diagnostics.iter().any(|diagnostic| diagnostic.code == code::UNREADABLE.id);
        if unreadable { Status::Failed } else { Status::Findings }
    }

    /// Prints why there is no document.
    pub(super) fn pipeline_failure(&self, failure: &Failure) -> Status {
        match failure {
            Failure::Findings(diagnostics) => self.findings(diagnostics),
            Failure::Typeset(error) => self.typeset_failure(error),
            Failure::Published { error, .. } => self.failure(failure, Some(error.hint())),
            Failure::Fonts(error) => self.failure(error, Some(error.hint())),
            _ => self.failure(failure, None),
        }
    }

    fn typeset_failure(&self, error: &TypesetError) -> Status {
        for fault in error.template_faults() {
            self.line(&fault.shown);
        }
        self.failure(error, Some(error.hint()))
    }

    fn line(&self, text: impl Display) {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

//! Faults in the templates, shown with their source line.

use std::fmt;

use typst::World;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst_kit::diagnostics::termcolor::{Ansi, NoColor};
use typst_kit::diagnostics::{DiagnosticFormat, DiagnosticWorld, emit};

use super::world::DocumentWorld;

/// An error or warning of the compiler at a place in the templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The compiler's words, in English.
    pub message: String,
    /// The compiler's hints.
    pub hints: Vec<String>,
    /// Where it is; none if it is nowhere in particular.
    pub place: Option<TemplatePlace>,
    /// Message, place, source line and trace, in several lines.
    pub shown: String,
    /// [`Self::shown`] with ANSI colours.
    pub coloured: String,
}

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplatePlace {
    /// The file, as the user named the folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for TemplatePlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Makes the compiler's diagnostics independent of its world.
pub(super) fn faults<'a>(
    world: &DocumentWorld<'_>,
    diagnostics: impl IntoIterator<Item = &'a SourceDiagnostic>,
) -> Vec<TemplateFault> {
    diagnostics.into_iter().map(|diagnostic| fault(world, diagnostic)).collect()
}

fn fault(world: &DocumentWorld<'_>, diagnostic: &SourceDiagnostic) -> TemplateFault {
    let mut plain = NoColor::new(Vec::new());
    let mut coloured = Ansi::new(Vec::new());
    // The only failure left is a place that the source no longer has; then the message alone must do.
    let shown = emit(&mut plain, world, [diagnostic], DiagnosticFormat::Human)
        .and_then(|()| emit(&mut coloured, world, [diagnostic], DiagnosticFormat::Human));
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim_end().to_owned();
    let (plain, coloured) = match shown {
        Ok(()) => (text(plain.into_inner()), text(coloured.into_inner())),
        Err(_) => (diagnostic.message.to_string(), diagnostic.message.to_string()),
    };
    TemplateFault {
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
        place: place(world, diagnostic),
        shown: plain,
        coloured,
    }
}

fn place(world: &DocumentWorld<'_>, diagnostic: &SourceDiagnostic) -> Option<TemplatePlace> {
    let id = diagnostic.span.id()?;
    let range = world.range(diagnostic.span)?;
    let lines = world.file(id).ok()?.lines().ok()?;
    let line = lines.byte_to_line(range.start)?;
    let column = lines.byte_to_column(range.start)?;
    Some(TemplatePlace { file: world.name(id), line: line + 1, column: column + 1 })
}

//! Findings with their source lines, for a person at a terminal.

use std::io;
use std::ops::Range;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use codespan_reporting::term::{self, Config};

use super::visible::{line, shown};
use super::{Diagnostic, Place, Severity};

/// Writes each finding with the source line, the notes and the hint, and an empty line after it.
///
/// Colours are the writer's business: pass `NoColor` for none.
pub fn human(writer: &mut dyn WriteColor, diagnostics: &[Diagnostic]) -> io::Result<()> {
    let config = Config { start_context_lines: 0, end_context_lines: 0, ..Config::default() };
    for diagnostic in diagnostics {
        header(writer, diagnostic)?;
        if diagnostic.place.as_ref().is_some_and(|place| place.cell.is_some()) {
            cells(writer, diagnostic)?;
            continue;
        }
        let excerpts = Excerpts::of(diagnostic);
        let mut below = WithoutHeader { writer, in_header: true };
        term::emit(&mut below, &config, &excerpts, &excerpts.to_codespan(diagnostic)).map_err(|error| match error {
            Error::Io(error) => error,
            error => io::Error::other(error),
        })?;
    }
    Ok(())
}

/// What stands below the message where the places are cells, which have no line around them.
fn cells(writer: &mut dyn WriteColor, diagnostic: &Diagnostic) -> io::Result<()> {
    let places = diagnostic
        .place
        .iter()
        .map(|place| (place, ""))
        .chain(diagnostic.labels.iter().map(|label| (&label.place, label.message.as_str())));
    for (index, (place, message)) in places.enumerate() {
        let bar = if index == 0 { "┌─" } else { "├─" };
        writeln!(writer, "  {bar} {} {}", line(&place.file), place.within())?;
        let said = place.excerpt.text.get(place.excerpt.marked.clone()).unwrap_or_default();
        let said = if said == "{" || said == "[" { "" } else { said };
        match (said.is_empty(), message.is_empty()) {
            (true, true) => {}
            (true, false) => writeln!(writer, "  │ {}", line(message))?,
            (false, true) => writeln!(writer, "  │ {said}")?,
            (false, false) => writeln!(writer, "  │ {said}　{}", line(message))?,
        }
    }
    for note in notes(diagnostic) {
        let note = shown(&note);
        for (index, part) in note.lines().enumerate() {
            writeln!(writer, "  {} {part}", if index == 0 { "=" } else { " " })?;
        }
    }
    writeln!(writer)
}

/// What is said besides: the equation, what it rests on, the cure.
fn notes(diagnostic: &Diagnostic) -> impl Iterator<Item = String> {
    let equation = diagnostic.equation.iter().map(|equation| equation.lines().join("\n"));
    let basis = diagnostic.basis.iter().map(|basis| format!("依据：{basis}"));
    let hint = diagnostic.hint.iter().map(|hint| format!("提示：{hint}"));
    equation.chain(diagnostic.notes.iter().cloned()).chain(basis).chain(hint)
}

/// `错误[GK016]: message`: codespan knows the English words only.
fn header(writer: &mut dyn WriteColor, diagnostic: &Diagnostic) -> io::Result<()> {
    let colour = match diagnostic.severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
    };
    writer.set_color(ColorSpec::new().set_fg(Some(colour)).set_bold(true))?;
    write!(writer, "{}[{}]", diagnostic.severity.word(), diagnostic.code)?;
    writer.set_color(ColorSpec::new().set_bold(true))?;
    write!(writer, ": {}", line(&diagnostic.message))?;
    writer.reset()?;
    writeln!(writer)
}

/// The places of one finding as files of one line each.
struct Excerpts<'a>(Vec<&'a Place>);

impl<'a> Excerpts<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        Self(diagnostic.place.iter().chain(diagnostic.labels.iter().map(|label| &label.place)).collect())
    }

    fn to_codespan(&self, diagnostic: &Diagnostic) -> codespan::Diagnostic<usize> {
        let severity = match diagnostic.severity {
            Severity::Error => codespan::Severity::Error,
            Severity::Warning => codespan::Severity::Warning,
        };
        let first_label = self.0.len() - diagnostic.labels.len();
        let labels = self.0.iter().enumerate().map(|(id, place)| {
            let range = place.excerpt.marked.clone();
            match id.checked_sub(first_label).and_then(|index| diagnostic.labels.get(index)) {
                None => codespan::Label::primary(id, range),
                Some(label) => codespan::Label::secondary(id, range).with_message(line(&label.message)),
            }
        });
        codespan::Diagnostic::new(severity)
            .with_labels(labels.collect())
            .with_notes(notes(diagnostic).map(|note| shown(&note)).collect())
    }

    fn get(&self, id: usize) -> Result<&'a Place, Error> {
        self.0.get(id).copied().ok_or(Error::FileMissing)
    }
}

impl<'a> Files<'a> for Excerpts<'_> {
    type FileId = usize;
    type Name = String;
    type Source = String;

    fn name(&'a self, id: usize) -> Result<String, Error> {
        Ok(line(&self.get(id)?.file))
    }

    fn source(&'a self, id: usize) -> Result<String, Error> {
        Ok(self.get(id)?.excerpt.text.clone())
    }

    fn line_index(&'a self, _: usize, _: usize) -> Result<usize, Error> {
        Ok(0)
    }

    fn line_number(&'a self, id: usize, _: usize) -> Result<usize, Error> {
        Ok(self.get(id)?.line)
    }

    fn column_number(&'a self, id: usize, _: usize, _: usize) -> Result<usize, Error> {
        Ok(self.get(id)?.column)
    }

    fn line_range(&'a self, id: usize, _: usize) -> Result<Range<usize>, Error> {
        Ok(0..self.get(id)?.excerpt.text.len())
    }
}

/// Passes on everything after the first line, which is codespan's own header.
struct WithoutHeader<'a> {
    writer: &'a mut dyn WriteColor,
    in_header: bool,
}

impl io::Write for WithoutHeader<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.in_header {
            return self.writer.write(bytes);
        }
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return Ok(bytes.len()) };
        self.in_header = false;
        self.writer.write_all(&bytes[end + 1..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl WriteColor for WithoutHeader<'_> {
    fn supports_color(&self) -> bool {
        self.writer.supports_color()
    }

    fn set_color(&mut self, spec: &ColorSpec) -> io::Result<()> {
        if self.in_header { Ok(()) } else { self.writer.set_color(spec) }
    }

    fn reset(&mut self) -> io::Result<()> {
        if self.in_header { Ok(()) } else { self.writer.reset() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Source, code::CODES, samples};
    use super::*;
    use codespan_reporting::term::termcolor::{Ansi, NoColor};

    fn sample() -> Diagnostic {
        let source = Source::new("data.json", "{ \"甲\": 1,\n  \"名称\": \"值\" }");
        Diagnostic::error(CODES[0], "说明")
            .at(source.place(14..22))
            .label(source.place(2..7), "另一处")
            .note("左边 1，右边 2，相差 1")
            .hint("改为 2".to_owned())
    }

    #[test]
    fn shows_the_line_the_mark_under_wide_characters_and_the_hint() {
        let mut writer = NoColor::new(Vec::new());
        human(&mut writer, &[sample(), Diagnostic::warning(CODES[0], "没有位置")]).unwrap();
        insta::assert_snapshot!(String::from_utf8(writer.into_inner()).unwrap());
    }

    #[test]
    fn shows_both_sides_in_columns_and_keeps_further_lines_under_the_first() {
        let mut writer = NoColor::new(Vec::new());
        human(&mut writer, &samples::results()[0].findings).unwrap();
        insta::assert_snapshot!(String::from_utf8(writer.into_inner()).unwrap());
    }

    #[test]
    fn no_text_reaches_the_terminal_as_a_command() {
        let hostile = "\u{1B}[31m\u{9B}31m";
        let source = Source::new(format!("{hostile}.json"), hostile);
        let finding = Diagnostic::error(CODES[0], hostile)
            .at(source.place(0..1))
            .label(source.place(0..1), hostile)
            .note(hostile)
            .hint(hostile.to_owned());
        let mut writer = NoColor::new(Vec::new());
        human(&mut writer, std::slice::from_ref(&finding)).unwrap();
        let mut written = writer.into_inner();
        super::super::short(&mut written, &[finding]).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert!(!text.contains(['\u{1B}', '\u{9B}']), "{text:?}");
    }

    #[test]
    fn colour_comes_from_the_writer_only() {
        let mut writer = Ansi::new(Vec::new());
        human(&mut writer, &[sample()]).unwrap();
        assert!(String::from_utf8(writer.into_inner()).unwrap().starts_with("\u{1B}[0m\u{1B}[1m\u{1B}[31m错误[GK001]"));
    }
}

//! One finding: what, how much, where, why, and how to mend it.

use std::io;

use super::escape::Escaped;
use crate::diagnostic::{Diagnostic, Equation, Excerpt, Place, Severity};

/// Writes the finding with its number within the section.
pub(super) fn write(writer: &mut dyn io::Write, number: usize, finding: &Diagnostic) -> io::Result<()> {
    let class = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    writeln!(writer, "<article class=\"finding {class}\">")?;
    write!(writer, "<h3><span class=\"severity\">{}</span>{number}. ", finding.severity.word())?;
    writeln!(writer, "{}<span class=\"code\">{}</span></h3>", Escaped(&finding.message), finding.code)?;
    if let Some(equation) = &finding.equation {
        sides(writer, equation)?;
    }
    writeln!(writer, "<dl>")?;
    if finding.place.is_some() || !finding.words.is_empty() {
        writeln!(writer, "<dt>位置</dt><dd>{}", Escaped(&finding.words))?;
        if let Some(place) = &finding.place {
            source(writer, place)?;
        }
        writeln!(writer, "</dd>")?;
    }
    for label in &finding.labels {
        writeln!(writer, "<dt>另见</dt><dd>{}", Escaped(&label.message))?;
        source(writer, &label.place)?;
        writeln!(writer, "</dd>")?;
    }
    let notes = finding.notes.iter().map(|note| ("说明", note));
    let basis = finding.basis.iter().map(|basis| ("依据", basis));
    let hint = finding.hint.iter().map(|hint| ("提示", hint));
    for (term, text) in notes.chain(basis).chain(hint) {
        writeln!(writer, "<dt>{term}</dt><dd>{}</dd>", Escaped(text))?;
    }
    writeln!(writer, "</dl>\n</article>")
}

/// Both sides and their difference, digits to the right.
fn sides(writer: &mut dyn io::Write, equation: &Equation) -> io::Result<()> {
    writeln!(writer, "<table>")?;
    let rows = [
        (equation.left.name.clone(), equation.left.value),
        (equation.demand(), equation.right.value),
        ("相差".to_owned(), equation.difference()),
    ];
    for (name, value) in rows {
        let shown = equation.shown(value);
        writeln!(writer, "<tr><td>{}</td><td class=\"number\">{}</td></tr>", Escaped(&name), Escaped(&shown))?;
    }
    writeln!(writer, "</table>")
}

/// File, line and column, and the line with the place marked. No line break before it: `dd` keeps those of texts.
fn source(writer: &mut dyn io::Write, place: &Place) -> io::Result<()> {
    let Place { file, line, column, excerpt: Excerpt { text, marked }, cell, .. } = place;
    match cell {
        Some(cell) => write!(writer, "<div class=\"at\">{}，{}</div>", Escaped(file), Escaped(cell))?,
        None => write!(writer, "<div class=\"at\">{}，第 {line} 行第 {column} 列</div>", Escaped(file))?,
    }
    let before = text[..marked.start].trim_start();
    let [before, inside, after] = [before, &text[marked.clone()], &text[marked.end..]].map(Escaped);
    write!(writer, "<pre>{before}<mark>{inside}</mark>{after}</pre>")
}

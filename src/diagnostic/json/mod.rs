//! The results of a check for other programs: the format `gongkai-check/1`.
//!
//! ```text
//! {
//!   "format": "gongkai-check/1",
//!   "version": of gongkai,
//!   "summary": { "files", "errors", "warnings", "checked", "unchecked" }, sums over the files
//!   "files": [{
//!     "file", "title": null if the file could not be read,
//!     "counts": { "errors", "warnings", "checked", "unchecked" },
//!     "findings": [{
//!       "code": "GK135", "severity": "error" | "warning", "message",
//!       "place": null | { "file", "line", "column", "end": { "line", "column" } },
//!       "path": null | "projects[0].plan.costs", "words": null | the path in words,
//!       "equation": null | { "left": { "name", "value" }, "relation": "equal" | "at_most", "right": { … },
//!                            "unit", "difference": left - right },
//!       "labels": [{ "place", "message" }], "notes": [text], "basis": null | text, "hint": null | text
//!     }],
//!     "unchecked": [{ "code", "title", "reason" }]
//!   }]
//! }
//! ```
//!
//! Every member is always there. Amounts are texts, exact to the last digit. Lines and columns count from 1, columns in
//! characters; an end is the place after the last character. Further members may come; a change of these is `/2`.

mod format;

use std::io;

use self::format::{Amount, Check, Comparison, Counts, End, File, Finding, Further, Position, Summary, Unchecked};
use super::{Checked, Diagnostic, Equation, Label, Place, Relation, Severity, Side};

/// Writes the results as one JSON text with a line break at its end.
pub fn json(writer: &mut dyn io::Write, results: &[Checked]) -> io::Result<()> {
    let files: Vec<File<'_>> = results.iter().map(File::of).collect();
    let sum = |of: fn(&Counts) -> usize| files.iter().map(|file| of(&file.counts)).sum();
    let summary = Summary {
        files: files.len(),
        counts: Counts {
            errors: sum(|counts| counts.errors),
            warnings: sum(|counts| counts.warnings),
            checked: sum(|counts| counts.checked),
            unchecked: sum(|counts| counts.unchecked),
        },
    };
    let check = Check { format: "gongkai-check/1", version: env!("CARGO_PKG_VERSION"), summary, files };
    serde_json::to_writer_pretty(&mut *writer, &check)?;
    writeln!(writer)
}

impl<'a> File<'a> {
    fn of(result: &'a Checked) -> Self {
        let (errors, warnings) = result.counts();
        let unchecked = result.unchecked.iter();
        Self {
            file: &result.file,
            title: stated(&result.title),
            counts: Counts { errors, warnings, checked: result.checked, unchecked: result.unchecked.len() },
            findings: result.findings.iter().map(Finding::of).collect(),
            unchecked: unchecked
                .map(|rule| Unchecked { code: rule.code, title: rule.title, reason: &rule.reason })
                .collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn of(finding: &'a Diagnostic) -> Self {
        Self {
            code: finding.code,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: &finding.message,
            place: finding.place.as_ref().map(Position::of),
            path: stated(&finding.path),
            words: stated(&finding.words),
            equation: finding.equation.as_ref().map(Comparison::of),
            labels: finding.labels.iter().map(Further::of).collect(),
            notes: &finding.notes,
            basis: finding.basis.as_deref(),
            hint: finding.hint.as_deref(),
        }
    }
}

impl<'a> Position<'a> {
    fn of(place: &'a Place) -> Self {
        let end = End { line: place.end_line, column: place.end_column };
        Self { file: &place.file, line: place.line, column: place.column, end, cell: place.cell.as_deref() }
    }
}

impl<'a> Comparison<'a> {
    fn of(equation: &'a Equation) -> Self {
        let amount = |side: &'a Side| Amount { name: &side.name, value: equation.digits(side.value) };
        Self {
            left: amount(&equation.left),
            relation: match equation.relation {
                Relation::Equal => "equal",
                Relation::AtMost => "at_most",
            },
            right: amount(&equation.right),
            unit: equation.unit,
            difference: equation.digits(equation.difference()),
        }
    }
}

impl<'a> Further<'a> {
    fn of(label: &'a Label) -> Self {
        Self { place: Position::of(&label.place), message: &label.message }
    }
}

/// Empty texts are members that are not known.
fn stated(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn every_member_is_written() {
        let mut written = Vec::new();
        json(&mut written, &samples::results()).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert!(text.ends_with("}\n") && !text.contains('\u{1B}'));
        insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "[version]"));
    }

    #[test]
    fn no_file_is_a_result_too() {
        let mut written = Vec::new();
        json(&mut written, &[]).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&written).unwrap();
        assert_eq!((&value["summary"]["errors"], &value["files"]), (&0.into(), &serde_json::json!([])));
    }
}

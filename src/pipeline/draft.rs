//! 草稿: pages for review while errors stand, never without their mark.

use serde::Serialize;

use super::{Failure, Pipeline};
use crate::derive::report::Report;
use crate::diagnostic::{Diagnostic, Place, Severity, is_bidi_control, is_control, is_zero_width};
use crate::export::{self, Identity};
use crate::typeset::{Edition, Fonts, Typeset};

/// What stands across every page of a draft.
pub const MARK: &str = "草稿";

/// The virtual file `/draft.json`, drawn by `components/draft.typ`.
#[derive(Debug, Serialize)]
struct Draft {
    mark: &'static str,
    errors: usize,
    warnings: usize,
    findings: Vec<Shown>,
}

/// A finding as its strings, errors first.
#[derive(Debug, Serialize)]
struct Shown {
    severity: &'static str,
    code: &'static str,
    message: String,
    /// Names and values.
    equation: Vec<(String, String)>,
    /// Where, and further places with their words.
    places: Vec<String>,
    notes: Vec<String>,
    hint: Option<String>,
}

impl Pipeline {
    /// Typesets a report as a draft that lists what was found.
    ///
    /// # Errors
    /// The templates are at fault, or print no mark.
    pub fn draft(&self, report: &Report, findings: &[Diagnostic]) -> Result<Typeset, Failure> {
        let typesetter = self.typesetter()?;
        let fonts = typesetter.fonts();
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let errors = findings.iter().filter(is_error);
        let warnings = findings.iter().filter(|finding| !is_error(finding));
        let draft = Draft {
            mark: MARK,
            errors: errors.clone().count(),
            warnings: warnings.clone().count(),
            findings: errors.chain(warnings).map(|finding| Shown::of(finding, fonts)).collect(),
        };
        // Strings and numbers into memory: nothing of it can fail.
        let json = serde_json::to_vec(&draft).unwrap_or_default();
        let edition = Edition { draft: Some((MARK.to_owned(), json)), ..Edition::default() };
        typesetter.typeset_edition(report, &edition).map_err(Failure::Typeset)
    }

    /// The PDF of a draft, which claims to conform to nothing.
    ///
    /// # Errors
    /// The pages cannot be exported.
    pub fn draft_pdf(&self, report: &Report, typeset: &Typeset) -> Result<Vec<u8>, Failure> {
        Ok(export::draft_pdf(&typeset.document, &Identity::of(report))?)
    }
}

impl Shown {
    fn of(finding: &Diagnostic, fonts: &Fonts) -> Self {
        let shown = |text: &str| printable(text, fonts);
        let place = |place: &Place| format!("{}:{}", place.file, place.within());
        let labels = finding.labels.iter().map(|label| format!("{} {}", place(&label.place), label.message));
        Self {
            severity: finding.severity.word(),
            code: finding.code,
            message: shown(&finding.message),
            equation: finding
                .equation
                .iter()
                .flat_map(|equation| equation.rows().map(|(name, value)| (shown(&name), shown(&value))))
                .collect(),
            places: finding.place.iter().map(place).chain(labels).map(|text| shown(&text)).collect(),
            notes: finding.notes.iter().map(|note| shown(note)).collect(),
            hint: finding.hint.as_deref().map(shown),
        }
    }
}

/// The text with □ for what the list's fonts cannot draw, and with places to break long words.
fn printable(text: &str, fonts: &Fonts) -> String {
    const ROLES: [&str; 2] = ["songti", "heiti"];
    const LONGEST_WORD: usize = 24;
    let mut shown = String::with_capacity(text.len());
    let mut word = 0;
    for character in text.chars() {
        word = if character.is_ascii_graphic() { word + 1 } else { 0 };
        if word > LONGEST_WORD {
            shown.push('\u{200b}');
            word = 1;
        }
        let unseen = is_control(character) || is_bidi_control(character) || is_zero_width(character);
        let drawn = character == ' ' || (!unseen && ROLES.iter().all(|role| fonts.draws(role, character)));
        shown.push(if drawn { character } else { '□' });
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fonts_lack_is_shown_as_a_box() {
        let pipeline = Pipeline::new(None, Vec::new()).unwrap();
        let fonts = pipeline.typesetter().unwrap().fonts();
        assert_eq!(printable("甲😀乙\u{202e}丙\u{0} a", fonts), "甲□乙□丙□ a");
        assert!(fonts.draws("songti", '□') && fonts.draws("heiti", '□'));
        assert_eq!(printable(&"a".repeat(30), fonts), format!("{}\u{200b}{}", "a".repeat(24), "a".repeat(6)));
    }
}

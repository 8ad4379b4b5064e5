//! One PDF that is archival and accessible.

use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::ExportError;
use crate::derive::report::{DateParts, Report, ScopeKind};

/// Beijing time, in minutes east of UTC.
const ZONE_MINUTES: i32 = 8 * 60;

/// What makes a PDF this document and no other: nothing of it comes from the machine or the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Region, publisher, year and scope. Equal for every edition of one document.
    pub ident: String,
    /// 公开日期。
    pub published_on: DateParts,
}

impl Identity {
    /// The identity of a report's document.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let scope = match report.scope {
            ScopeKind::Department => "department",
            ScopeKind::Unit => "unit",
        };
        Self {
            ident: format!("gongkai/{}/{}/{}/{scope}", report.region, report.publisher.full_name, report.year),
            published_on: report.published_on,
        }
    }
}

/// Pages to a tagged PDF that conforms to PDF/A-3a and PDF/UA-1.
///
/// The document's date must be `auto` in the template: only then the creation date carries the zone +08:00.
///
/// # Errors
/// The document does not conform, or the date of publication is none.
pub fn pdf(document: &PagedDocument, identity: &Identity) -> Result<Vec<u8>, ExportError> {
    exported(document, identity, &[PdfStandard::A_3a, PdfStandard::Ua_1])
}

/// Pages that are not to be published to a tagged PDF that claims no conformance: a missing glyph would refuse it.
///
/// # Errors
/// As [`pdf`].
pub fn draft_pdf(document: &PagedDocument, identity: &Identity) -> Result<Vec<u8>, ExportError> {
    let ident = format!("{}/draft", identity.ident);
    exported(document, &Identity { ident, ..identity.clone() }, &[])
}

fn exported(document: &PagedDocument, identity: &Identity, standards: &[PdfStandard]) -> Result<Vec<u8>, ExportError> {
    let options = PdfOptions {
        ident: Smart::Custom(identity.ident.clone()),
        // The version cannot go into XMP through krilla; the creator can carry it.
        creator: Smart::Custom(Some(concat!("gongkai ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: Some(timestamp(identity.published_on)?),
        page_ranges: None,
        standards: PdfStandards::new(standards)
            .map_err(|error| ExportError::NotConforming(vec![error.message().to_string()]))?,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let shown = |error: &typst::diag::SourceDiagnostic| {
            let hints = error.hints.iter().map(|hint| format!("（{}）", hint.v)).collect::<String>();
            format!("{}{hints}", error.message)
        };
        ExportError::NotConforming(errors.iter().map(shown).collect())
    })
}

/// 公开日期 at 00:00 in Beijing.
fn timestamp(date: DateParts) -> Result<Timestamp, ExportError> {
    Datetime::from_ymd_hms(date.year, date.month, date.day, 0, 0, 0)
        .and_then(|start| Timestamp::new_local(start, ZONE_MINUTES))
        .ok_or_else(|| ExportError::NotADate(format!("{}-{:02}-{:02}", date.year, date.month, date.day)))
}

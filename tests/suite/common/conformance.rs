//! The judge of PDF/A-3a and PDF/UA-1.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// What every published file conforms to.
pub const PROFILES: [ValidationProfile; 2] = [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1];

/// What `page_validation` holds against every CFF font with more than one font dictionary, as all Noto CJK OpenType
/// fonts are: it compares the widths with those of the first dictionary alone. veraPDF, whose rules these are, passes
/// the same files (verification.md). Only rules on widths, and only of such fonts.
const FALSE_ALARMS: [&str; 3] = ["6.3.6:1", "6.2.11.5:1", "7.21.5:1"];

/// The rules that a file breaks.
pub fn broken(bytes: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
    let failures = report.failures.iter();
    failures
        .filter(|failure| {
            let listed = FALSE_ALARMS.iter().any(|rule| failure.rule_id.ends_with(&format!(":{rule}")));
            !(listed && failure.message.contains("CIDFontType0C"))
        })
        .map(ToString::to_string)
        .collect()
}

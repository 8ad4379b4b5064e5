//! Whether a file that nobody named is meant to be a disclosure.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::model::FORMAT;

/// What tells a disclosure whose `format` is missing; two of these stand in no other file by chance.
#[derive(Deserialize)]
struct Telling {
    format: Option<serde_json::Value>,
    agency: Option<IgnoredAny>,
    units: Option<IgnoredAny>,
    lines: Option<IgnoredAny>,
    published_on: Option<IgnoredAny>,
}

/// Whether the contents of a `.json` file in a folder of data are a disclosure, with faults or without.
///
/// In doubt they are: what is passed over silently would be a body without a document. So only a well-formed file that
/// says to be something else is none.
#[must_use]
pub fn is_disclosure(bytes: &[u8]) -> bool {
    if super::workbook::is_workbook(bytes) {
        return super::workbook::is_disclosure(bytes);
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice::<Telling>(plain) {
        Ok(Telling { format: Some(format), .. }) if format.is_string() => {
            let family = FORMAT.split_once('/').map_or(FORMAT, |(family, _)| family);
            format.as_str().and_then(|format| format.strip_prefix(family)).is_some_and(|rest| rest.starts_with('/'))
        }
        Ok(Telling { agency, units, lines, published_on, .. }) => {
            [agency, units, lines, published_on].iter().flatten().count() >= 2
        }
        // A list or a text, well-formed: no disclosure. Anything else may be one that was damaged.
        Err(_) => serde_json::from_slice::<IgnoredAny>(plain).is_err() || is_object(plain),
    }
}

/// Whether the first character opens an object.
fn is_object(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_told_from_disclosures_with_faults() {
        for ours in [
            r#"{"format": "gongkai/1"}"#,
            "\u{feff}{\"format\": \"gongkai/9\", \"lines\": 3}",
            r#"{"agency": {}, "lines": []}"#,
            r#"{"format": 1, "agency": {}, "units": []}"#,
            r#"{"format": "gongkai/1", "lines": [}"#,
            "{“format”: 1",
            r#"{"format": "gongkai/1", "format": "gongkai/1"}"#,
            "",
        ] {
            assert!(is_disclosure(ours.as_bytes()), "{ours}");
        }
        for other in [
            "{}",
            "[1, 2]",
            "\"text\"",
            r#"{"name": "package", "version": "1"}"#,
            r#"{"format": "gongkai-report/1", "agency": {}, "units": [], "lines": []}"#,
        ] {
            assert!(!is_disclosure(other.as_bytes()), "{other}");
        }
    }
}

//! 清单: what made a document, attached to it beside its report.
//!
//! Hashes of what the pages depend on and the options they were made with: no user, path, host or time of day.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Fonts;
use crate::reference::Templates;

/// The name of the manifest's format in its `format` field.
pub const MANIFEST_FORMAT: &str = "gongkai-manifest/1";

/// SHA-256, as 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hash(String);

/// 清单。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`MANIFEST_FORMAT`].
    pub format: String,
    /// Version of this program.
    pub gongkai: String,
    /// Of the report as it is attached.
    pub report: Hash,
    /// Region profile, the folder's name.
    pub region: String,
    /// Of all templates, region profiles included.
    pub templates: Hash,
    /// Of the region's own folder and those of the profiles that it extends.
    pub region_templates: Hash,
    /// Of all fonts that the templates may use.
    pub fonts: Hash,
    /// Of the facts, if they are attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Hash>,
}

impl Hash {
    /// The hash of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::finish(Sha256::new().chain_update(bytes))
    }

    fn finish(hasher: Sha256) -> Self {
        Self(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Of named files: each name and its contents, both with their lengths, so that nothing can move between them.
    pub(super) fn of_files<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Self {
        let mut hasher = Sha256::new();
        for (name, contents) in files {
            for part in [name.as_bytes(), contents] {
                hasher.update((part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        Self::finish(hasher)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What all documents of one typesetter share.
#[derive(Debug)]
pub(super) struct Shared {
    templates: Hash,
    fonts: Hash,
}

impl Shared {
    pub(super) fn of(templates: &Templates, fonts: &Fonts) -> Self {
        Self { templates: Hash::of_files(templates.all()), fonts: fonts.hash() }
    }

    /// The manifest of one document. `chain`: its region's profile, then those that it extends.
    pub(super) fn manifest(
        &self,
        templates: &Templates,
        chain: &[String],
        report: &[u8],
        facts: Option<&[u8]>,
    ) -> Manifest {
        let of_region = |path: &str| {
            let below = path.strip_prefix("regions/").and_then(|rest| rest.split_once('/'));
            below.is_some_and(|(folder, _)| chain.iter().any(|name| name == folder))
        };
        Manifest {
            format: MANIFEST_FORMAT.to_owned(),
            gongkai: env!("CARGO_PKG_VERSION").to_owned(),
            report: Hash::of(report),
            region: chain.first().cloned().unwrap_or_default(),
            templates: self.templates.clone(),
            region_templates: Hash::of_files(templates.all().filter(|(path, _)| of_region(path))),
            fonts: self.fonts.clone(),
            facts: facts.map(Hash::of),
        }
    }
}

impl Manifest {
    /// As JSON, members in the order of the type.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        // Strings into memory: nothing of it can fail.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether this program, with these templates and fonts, is what made the other's document.
    #[must_use]
    pub fn is_of_same_make(&self, other: &Self) -> bool {
        let make = |manifest: &Self| (manifest.gongkai.clone(), manifest.templates.clone(), manifest.fonts.clone());
        make(self) == make(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_move_between_a_name_and_its_contents() {
        let hash = |files: &[(&'static str, &'static [u8])]| Hash::of_files(files.iter().copied());
        assert_ne!(hash(&[("ab", b"c")]), hash(&[("a", b"bc")]));
        assert_ne!(hash(&[("a", b"b"), ("c", b"d")]), hash(&[("a", b"bcd")]));
        assert_eq!(hash(&[("a", b"b")]).as_str().len(), 64);
        assert_eq!(Hash::of(b"").as_str(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}

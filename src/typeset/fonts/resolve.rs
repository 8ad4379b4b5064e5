//! Roles against the faces found.

use std::path::PathBuf;

use typst::text::FontWeight;

use super::FontError;
use super::folder::{Face, FontSearch};
use super::manifest::{Link, Manifest, RoleEntry};

/// 字体角色, resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What templates call it, such as `fangsong`.
    pub key: String,
    /// 中文名, such as 仿宋.
    pub name: String,
    /// 用在哪里。
    pub used_for: String,
    /// Weight, 100 to 900.
    pub weight: u16,
    /// Families that draw it, tried in order for each character.
    pub chain: Vec<ChainFamily>,
}

/// A family of a role's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainFamily {
    /// The family's name as the font file has it.
    pub name: String,
    /// Character class that it is used for; all characters without one.
    pub covers: Option<String>,
    /// The file of the face nearest to the role's weight.
    pub file: PathBuf,
    /// 许可, for families that come with the program.
    pub licence: Option<String>,
    /// Whether it is one of the user's own fonts that the role prefers.
    pub preferred: bool,
}

/// Resolves every role.
pub(super) fn roles(manifest: &Manifest, faces: &[Face], search: &FontSearch) -> Result<Vec<Role>, FontError> {
    manifest
        .roles
        .iter()
        .map(|entry| {
            Ok(Role {
                key: entry.key.clone(),
                name: entry.name.clone(),
                used_for: entry.used_for.clone(),
                weight: entry.weight,
                chain: chain(manifest, entry, faces, search)?,
            })
        })
        .collect()
}

fn chain(
    manifest: &Manifest,
    entry: &RoleEntry,
    faces: &[Face],
    search: &FontSearch,
) -> Result<Vec<ChainFamily>, FontError> {
    let mut chain = Vec::new();
    for link in &entry.chain {
        match link {
            Link::Family { family, covers } => {
                let Some(face) = nearest(faces.iter(), family, entry.weight) else {
                    return Err(missing(manifest, entry, family, search));
                };
                chain.push(ChainFamily {
                    name: face.font.info().family.clone(),
                    covers: covers.as_ref().and_then(|key| manifest.covers.get(key)).cloned(),
                    file: face.path.clone(),
                    licence: manifest.family(family).map(|known| known.licence.clone()),
                    preferred: false,
                });
            }
            Link::Prefer { prefer } => {
                let of_user = || faces.iter().filter(|face| face.of_user);
                if let Some(face) = prefer.iter().find_map(|family| nearest(of_user(), family, entry.weight)) {
                    chain.push(ChainFamily {
                        name: face.font.info().family.clone(),
                        covers: None,
                        file: face.path.clone(),
                        licence: None,
                        preferred: true,
                    });
                }
            }
        }
    }
    Ok(chain)
}

/// The face of a family whose weight is nearest, the first of equal ones: as Typst chooses.
fn nearest<'a>(faces: impl Iterator<Item = &'a Face>, family: &str, weight: u16) -> Option<&'a Face> {
    let family = family.to_lowercase();
    faces
        .filter(|face| face.font.info().family.to_lowercase() == family)
        .min_by_key(|face| face.font.info().variant.weight.distance(FontWeight::from_number(weight)))
}

fn missing(manifest: &Manifest, entry: &RoleEntry, family: &str, search: &FontSearch) -> FontError {
    FontError::MissingFamily {
        role: entry.name.clone(),
        used_for: entry.used_for.clone(),
        family: family.to_owned(),
        files: manifest.family(family).map(|known| known.files.clone()).unwrap_or_default(),
        searched: search.user.iter().chain(&search.bundled).cloned().collect(),
    }
}

//! Roles against the faces found.

use std::path::PathBuf;

use typst::text::{FontVariant, FontWeight};

use super::FontError;
use super::folder::{Face, FontSearch};
use super::manifest::{Link, Manifest, RoleEntry};

/// 字体角色。A role and what serves it, all or part of it found.
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
    /// Tried in order for each character.
    pub chain: Vec<RoleFont>,
}

/// One step of a role's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleFont {
    /// The family, or those of the user's fonts of which the first found is taken.
    pub families: Vec<String>,
    /// Whether only a font of the user's is meant, so that the role does without.
    pub optional: bool,
    /// Name of the character class that it is used for, such as `latin`; all characters without one.
    pub covers: Option<String>,
    /// What was found.
    pub found: Option<FoundFont>,
    /// The files of the program's `fonts/` that hold the family.
    pub files: Vec<String>,
    /// 许可, for families that come with the program.
    pub licence: Option<String>,
}

/// A font that serves a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFont {
    /// The family's name as the font file has it.
    pub family: String,
    /// The file of the face whose weight is nearest to the role's.
    pub file: PathBuf,
    /// Whether it lies in a folder of the user's.
    pub of_user: bool,
}

/// Holds every role against the faces.
pub(super) fn roles(manifest: &Manifest, faces: &[Face]) -> Vec<Role> {
    let role = |entry: &RoleEntry| Role {
        key: entry.key.clone(),
        name: entry.name.clone(),
        used_for: entry.used_for.clone(),
        weight: entry.weight,
        chain: entry.chain.iter().map(|link| role_font(manifest, link, faces, entry.weight)).collect(),
    };
    manifest.roles.iter().map(role).collect()
}

/// Demands every font that is not optional.
pub(super) fn demand(roles: &[Role], search: &FontSearch) -> Result<(), FontError> {
    let missing = roles.iter().find_map(|role| {
        let font = role.chain.iter().find(|font| font.found.is_none() && !font.optional)?;
        Some(FontError::MissingFamily {
            role: role.name.clone(),
            used_for: role.used_for.clone(),
            family: font.families.concat(),
            files: font.files.clone(),
            searched: search.folders().cloned().collect(),
        })
    });
    missing.map_or(Ok(()), Err)
}

fn role_font(manifest: &Manifest, link: &Link, faces: &[Face], weight: u16) -> RoleFont {
    match link {
        Link::Family { family, covers } => {
            let known = manifest.family(family);
            RoleFont {
                families: vec![family.clone()],
                optional: false,
                covers: covers.clone(),
                found: nearest(faces.iter(), family, weight),
                files: known.map(|known| known.files.clone()).unwrap_or_default(),
                licence: known.map(|known| known.licence.clone()),
            }
        }
        Link::Prefer { prefer } => RoleFont {
            families: prefer.clone(),
            optional: true,
            covers: None,
            found: prefer.iter().find_map(|family| nearest(faces.iter().filter(|face| face.of_user), family, weight)),
            files: Vec::new(),
            licence: None,
        },
    }
}

/// The face of a family that is upright, of normal width and nearest in weight, the first of equal ones: as Typst chooses.
fn nearest<'a>(faces: impl Iterator<Item = &'a Face>, family: &str, weight: u16) -> Option<FoundFont> {
    let family = family.to_lowercase();
    let distance = |face: &&Face| {
        let FontVariant { style, stretch, weight: own } = face.font.info().variant;
        let FontVariant { style: upright, stretch: normal, .. } = FontVariant::default();
        (style.distance(upright), stretch.distance(normal), own.distance(FontWeight::from_number(weight)))
    };
    faces.filter(|face| face.font.info().family.to_lowercase() == family).min_by_key(distance).map(|face| FoundFont {
        family: face.font.info().family.clone(),
        file: face.path.clone(),
        of_user: face.of_user,
    })
}

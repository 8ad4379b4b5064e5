//! The fonts by role: declared in the templates' `fonts.toml`, found in folders, never in the system.

mod folder;
mod manifest;
mod resolve;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;
use typst::text::{FontBook, FontVariant, FontWeight};
use typst::utils::{LazyHash, hash128};
use typst_kit::fonts::FontStore;

use self::folder::Face;
pub use self::folder::FontSearch;
use self::manifest::Manifest;
pub use self::resolve::{FoundFont, Role, RoleFont};
use super::Hash;
use crate::reference::Templates;

/// 字体。All faces that the roles name, mapped into memory, and which of them serves which role.
///
/// Built once and shared by all documents. Other fonts in the folders are left aside, so that they cannot change a
/// document.
pub struct Fonts {
    store: FontStore,
    roles: Vec<Role>,
    /// Character classes by name.
    covers: BTreeMap<String, String>,
}

/// Why no document can be typeset with the fonts at hand.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A folder or file cannot be read.
    #[error("无法读取字体 {}：{source}", path.display())]
    Unreadable {
        /// Folder or file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file with a font's name holds no font.
    #[error("字体文件 {} 已损坏，或不是字体", path.display())]
    Broken {
        /// The file.
        path: PathBuf,
    },
    /// A family that a role needs is in none of the folders.
    #[error("缺少字体 {family}（{role}，用于{used_for}）：应有文件 {}，找过 {}", files.join("、"), shown(searched))]
    MissingFamily {
        /// 角色的中文名。
        role: String,
        /// 用在哪里。
        used_for: String,
        /// The family.
        family: String,
        /// The files of the program's `fonts/` that hold it.
        files: Vec<String>,
        /// The folders where it was looked for.
        searched: Vec<PathBuf>,
    },
    /// `fonts.toml` is missing or says nothing usable.
    #[error("{file} 有误：{message}")]
    Manifest {
        /// The file as messages name it.
        file: String,
        /// What is wrong.
        message: String,
    },
}

fn shown(folders: &[PathBuf]) -> String {
    if folders.is_empty() {
        return "（没有字体文件夹）".to_owned();
    }
    folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join("、")
}

impl FontError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "检查文件夹是否存在、是否有读取权限",
            Self::Broken { .. } => "重新取得该文件，或把它移出字体文件夹",
            Self::MissingFamily { .. } => {
                "把发布包中的 fonts 文件夹放在 gongkai 程序旁边，或用 --font-path 或环境变量 GONGKAI_FONTS 指明字体文件夹"
            }
            Self::Manifest { .. } => "对照内置模板中的 fonts.toml 修改",
        }
    }
}

impl Fonts {
    /// Reads the folders and resolves the roles that the templates declare.
    ///
    /// # Errors
    /// A folder of the user's or a font file cannot be read, a family that a role needs is missing, or `fonts.toml` is
    /// not as it should be.
    pub fn load(templates: &Templates, search: &FontSearch) -> Result<Self, FontError> {
        let (manifest, faces) = read(templates, search)?;
        let roles = resolve::roles(&manifest, &faces);
        resolve::demand(&roles, search)?;
        let mut store = FontStore::new();
        for face in faces {
            let info = face.font.info().clone();
            store.push((face.font, info));
        }
        Ok(Self { store, roles, covers: manifest.covers })
    }

    /// The roles, in the order of `fonts.toml`.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The names of the roles whose fonts lack a glyph for the character.
    #[must_use]
    pub fn roles_lacking(&self, character: char) -> Vec<&str> {
        self.roles.iter().filter(|role| self.lacks(role, character)).map(|role| role.name.as_str()).collect()
    }

    /// Whether the fonts of a role, by its key, have a glyph for the character; none if no role has that key.
    #[must_use]
    pub fn draws(&self, key: &str, character: char) -> bool {
        self.roles.iter().any(|role| role.key == key && !self.lacks(role, character))
    }

    fn lacks(&self, role: &Role, character: char) -> bool {
        let book = self.store.book();
        let has = |font: &RoleFont| {
            let variant = FontVariant { weight: FontWeight::from_number(role.weight), ..FontVariant::default() };
            let family = font.found.as_ref().map(|found| found.family.to_lowercase());
            let info = family.and_then(|family| book.select(&family, variant)).and_then(|index| book.info(index));
            info.is_some_and(|info| info.coverage.contains(character as u32))
        };
        // Every chain ends in a family for all characters, so the classes of the others need no look.
        !role.chain.iter().filter(|font| font.covers.is_none()).any(has)
    }

    /// The virtual file `/fonts.json`: `{role: {weight, chain: [{name, covers}]}}`, with the families found.
    pub(super) fn json(&self) -> Vec<u8> {
        let link = |font: &RoleFont| {
            let found = font.found.as_ref()?;
            let covers = font.covers.as_ref().and_then(|key| self.covers.get(key));
            Some(json!({ "name": found.family, "covers": covers }))
        };
        let role = |role: &Role| {
            let chain: Vec<_> = role.chain.iter().filter_map(link).collect();
            (role.key.clone(), json!({ "weight": role.weight, "chain": chain }))
        };
        let roles: serde_json::Map<_, _> = self.roles.iter().map(role).collect();
        serde_json::Value::Object(roles).to_string().into_bytes()
    }

    /// Of all faces, each by its family and variant, whatever folder it comes from.
    ///
    /// Of each face enters the 128-bit hash by which Typst tells fonts apart, which it takes of the whole file once and keeps:
    /// SHA-256 over 60 MB of fonts was a tenth of a run of one document. It is the same on every machine.
    pub(super) fn hash(&self) -> Hash {
        let faces = (0..).map_while(|index| self.store.font(index));
        let mut faces: Vec<_> =
            faces.map(|font| (format!("{} {:?}", font.info().family, font.info().variant), font)).collect();
        faces.sort_by(|(one, _), (other, _)| one.cmp(other));
        let hashed: Vec<_> = faces.iter().map(|(name, font)| (name, hash128(font).to_le_bytes())).collect();
        Hash::of_files(hashed.iter().map(|(name, hash)| (name.as_str(), hash.as_slice())))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<typst::text::Font> {
        self.store.font(index)
    }
}

/// The roles and what serves them, for `gongkai fonts`: a font that is missing is told of, not refused.
///
/// # Errors
/// As [`Fonts::load`], except for missing families.
pub fn report(templates: &Templates, search: &FontSearch) -> Result<Vec<Role>, FontError> {
    let (manifest, faces) = read(templates, search)?;
    Ok(resolve::roles(&manifest, &faces))
}

/// `fonts.toml` and the faces of the families that it mentions.
fn read(templates: &Templates, search: &FontSearch) -> Result<(Manifest, Vec<Face>), FontError> {
    let manifest = read_manifest(templates)?;
    let mut known: Vec<(String, FontVariant)> = Vec::new();
    let mut faces = folder::read(search)?;
    faces.retain(|face| {
        let info = face.font.info();
        let key = (info.family.to_lowercase(), info.variant);
        // The first folder wins, in the store as in the report.
        let taken = manifest.mentions(&info.family) && !known.contains(&key);
        if taken {
            known.push(key);
        }
        taken
    });
    Ok((manifest, faces))
}

fn read_manifest(templates: &Templates) -> Result<Manifest, FontError> {
    let fault = |message| FontError::Manifest { file: templates.shown(Templates::FONTS), message };
    let bytes = templates.file(Templates::FONTS).ok_or_else(|| fault("没有这个文件".to_owned()))?;
    let text = std::str::from_utf8(bytes).map_err(|_| fault("不是 UTF-8 文本".to_owned()))?;
    Manifest::parse(text).map_err(fault)
}

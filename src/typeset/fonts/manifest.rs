//! `fonts.toml`: which families serve which role.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The file's contents.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// Character classes by name.
    #[serde(default)]
    pub(super) covers: BTreeMap<String, String>,
    /// Roles in the order they are listed to the user.
    #[serde(rename = "role")]
    pub(super) roles: Vec<RoleEntry>,
    /// Families that come with the program.
    #[serde(rename = "family", default)]
    pub(super) families: Vec<FamilyEntry>,
}

/// 字体角色。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleEntry {
    /// What templates call it.
    pub(super) key: String,
    /// 中文名。
    pub(super) name: String,
    /// 用在哪里。
    pub(super) used_for: String,
    /// Weight, 100 to 900, that the templates ask for.
    pub(super) weight: u16,
    /// Tried for each character, in order.
    pub(super) chain: Vec<Link>,
}

/// One step of a chain.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub(super) enum Link {
    /// A family that must be there.
    Family {
        /// Its name.
        family: String,
        /// Key of [`Manifest::covers`].
        #[serde(default)]
        covers: Option<String>,
    },
    /// Families of the user's, the first one found.
    Prefer {
        /// Their names.
        prefer: Vec<String>,
    },
}

/// A family that comes with the program.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FamilyEntry {
    /// Its name.
    pub(super) name: String,
    /// The files that hold it.
    pub(super) files: Vec<String>,
    /// 许可。
    pub(super) licence: String,
}

impl Manifest {
    /// Reads the file and resolves the names within it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let manifest: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        for role in &manifest.roles {
            for link in &role.chain {
                if let Link::Family { covers: Some(covers), .. } = link
                    && !manifest.covers.contains_key(covers)
                {
                    return Err(format!("角色 {} 的 covers = \"{covers}\" 不在 [covers] 中", role.key));
                }
            }
            if !matches!(role.chain.last(), Some(Link::Family { covers: None, .. })) {
                // Otherwise a character could be dropped without a trace instead of being reported as missing.
                return Err(format!("角色 {} 的最后一项应是不带 covers 的 family", role.key));
            }
        }
        Ok(manifest)
    }

    /// Every family that a role may use, those of the user's included.
    pub(super) fn mentions(&self, family: &str) -> bool {
        let same = |name: &String| name.to_lowercase() == family.to_lowercase();
        self.roles.iter().flat_map(|role| &role.chain).any(|link| match link {
            Link::Family { family, .. } => same(family),
            Link::Prefer { prefer } => prefer.iter().any(same),
        })
    }

    /// The entry of a family that comes with the program.
    pub(super) fn family(&self, name: &str) -> Option<&FamilyEntry> {
        self.families.iter().find(|family| family.name.to_lowercase() == name.to_lowercase())
    }
}

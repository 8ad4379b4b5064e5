//! A region's profile as a tree: its own `region.toml` over the one that it extends, then what its 单位 documents have of
//! their own.

use std::collections::BTreeMap;

use serde::Serialize;
use toml::{Table, Value};

use super::{Region, RegionError, Templates};
use crate::model::ScopeKind;

/// Members of `region.toml` that say how the profile comes about; they are gone once it has.
pub(super) const EXTENDS: &str = "extends";
pub(super) const IN_UNIT: &str = "in_unit";

/// Members that the templates read; the others are for gongkai alone.
const FOR_TEMPLATES: &[&str] =
    &["code", "name", "subject", "document", "part", "glossary", "term", "words", "notice", "theme"];

/// 地区方案, resolved for one kind of document.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The profile itself, then the one that it extends, and so on.
    pub chain: Vec<String>,
    /// For messages: how the profile's own file is named.
    file: String,
    tree: Table,
    /// The Typst files, by name without ending: those of the profile, and those of the chain that it has none of.
    files: BTreeMap<String, String>,
}

/// What the templates read as `/region.json`.
#[derive(Serialize)]
struct View<'a> {
    #[serde(flatten)]
    members: BTreeMap<&'a str, &'a Value>,
    /// Paths of the files with the region's sentences.
    files: &'a BTreeMap<String, String>,
}

/// The path of a profile's declaration below the template folder.
pub(super) fn path_of(name: &str) -> String {
    format!("regions/{name}/region.toml")
}

impl Profile {
    /// Reads the profile `name` for documents of one kind.
    ///
    /// # Errors
    /// There is none of that name; a file of it is no TOML, or extends what is not there, or itself.
    pub fn read(templates: &Templates, name: &str, scope: ScopeKind) -> Result<Self, RegionError> {
        if templates.file(&path_of(name)).is_none() {
            let known = templates.regions().into_iter().map(str::to_owned).collect();
            return Err(RegionError::Unknown { name: name.to_owned(), known });
        }
        let mut chain: Vec<String> = Vec::new();
        let mut trees = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(current) = next.take() {
            let file = templates.shown(&path_of(chain.last().unwrap_or(&current)));
            let invalid = |message: String| RegionError::Invalid { file, message };
            if chain.contains(&current) {
                return Err(invalid(format!("extends = \"{current}\"：地区方案不能沿用自己")));
            }
            let Some(bytes) = templates.file(&path_of(&current)) else {
                return Err(invalid(format!("extends = \"{current}\"：没有这个地区方案")));
            };
            let mut tree = parse(bytes)
                .map_err(|message| RegionError::Invalid { file: templates.shown(&path_of(&current)), message })?;
            next = match tree.remove(EXTENDS) {
                None => None,
                Some(Value::String(base)) => Some(base),
                Some(_) => {
                    let file = templates.shown(&path_of(&current));
                    return Err(RegionError::Invalid {
                        file, message: "extends 应为一个地区方案的名称".to_owned()
                    });
                }
            };
            chain.push(current);
            trees.push(tree);
        }
        let mut tree = Table::new();
        trees.into_iter().rev().for_each(|own| lay_over(&mut tree, own));
        if let (Some(Value::Table(own)), ScopeKind::Unit) = (tree.remove(IN_UNIT), scope) {
            lay_over(&mut tree, own);
        }
        Ok(Self { file: templates.shown(&path_of(name)), files: files(templates, &chain), chain, tree })
    }

    /// The profile as gongkai reads it.
    ///
    /// # Errors
    /// Its tree is not as [`Region`] says.
    pub fn region(&self) -> Result<Region, RegionError> {
        let invalid = |message: String| RegionError::Invalid { file: self.file.clone(), message };
        let region: Region =
            Value::Table(self.tree.clone()).try_into().map_err(|error| invalid(error.to_string().trim().to_owned()))?;
        let name = self.chain.first().map_or("", String::as_str);
        if region.code != name {
            return Err(invalid(format!("code 应为 {name}，现为 {}", region.code)));
        }
        match region.inconsistency() {
            Some(message) => Err(invalid(message)),
            None => Ok(region),
        }
    }

    /// The profile as the templates read it: canonical JSON, one text for one profile.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        self.members(|_| true)
    }

    /// The same with the measures of `theme.typ`.
    #[must_use]
    pub fn json_without_theme(&self) -> Vec<u8> {
        self.members(|name| name != "theme")
    }

    fn members(&self, wanted: impl Fn(&str) -> bool) -> Vec<u8> {
        let members = FOR_TEMPLATES.iter().filter(|name| wanted(name));
        let members = members.filter_map(|name| Some((*name, self.tree.get(*name)?))).collect();
        // Strings, numbers and lists into memory: nothing of it can fail.
        serde_json::to_vec(&View { members, files: &self.files }).unwrap_or_default()
    }

    /// The Typst file of this name, by its path from the template folder's root.
    #[must_use]
    pub fn typst_file(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }
}

fn parse(bytes: &[u8]) -> Result<Table, String> {
    let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())
}

/// Tables are laid over each other member by member; anything else replaces what was there.
fn lay_over(below: &mut Table, above: Table) {
    for (name, value) in above {
        match (below.get_mut(&name), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (_, value) => drop(below.insert(name, value)),
        }
    }
}

fn files(templates: &Templates, chain: &[String]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for name in chain.iter().rev() {
        let folder = format!("regions/{name}/");
        for (path, _) in templates.all() {
            if let Some(stem) = path.strip_prefix(&folder).and_then(|rest| rest.strip_suffix(".typ")) {
                files.insert(stem.to_owned(), format!("/{path}"));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests;

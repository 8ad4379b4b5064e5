//! Which header means what, and which code which fund: data/lines/mapping.toml, and what a person lays over it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::Fund;

const BUILT_IN: &str = include_str!("../../../data/lines/mapping.toml");

/// 对应表。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// 金额的单位: 元 or 万元.
    #[serde(default)]
    pub(super) amount_unit: Option<String>,
    /// By what a column holds, its headers.
    #[serde(default)]
    pub(super) headers: BTreeMap<String, Vec<String>>,
    /// 资金性质 by code or name.
    #[serde(default)]
    pub(super) funds: BTreeMap<String, Fund>,
    /// 项目类别 by code or name: `basic`, `specific_target`, `other_operating`.
    #[serde(default)]
    pub(super) categories: BTreeMap<String, Category>,
}

/// What a 项目类别 of the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Category {
    /// 人员类、公用经费类: 基本支出.
    Basic,
    /// 特定目标类。
    SpecificTarget,
    /// 其他运转类。
    OtherOperating,
}

/// Why a mapping cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// It is no such file.
    #[error("对应表有误：{0}")]
    Invalid(String),
    /// It names a column that lines do not have.
    #[error("对应表的 [headers] 中没有名为 {0} 的内容")]
    Unknown(String),
    /// The unit of amounts is neither 元 nor 万元.
    #[error("对应表的 amount_unit 应为“元”或“万元”，现为“{0}”")]
    Unit(String),
}

impl Mapping {
    /// The one compiled in, with another's entries before its own.
    ///
    /// # Errors
    /// The other is no mapping.
    pub fn with(own: Option<&str>) -> Result<Self, MappingError> {
        let parse = |text: &str| toml::from_str::<Self>(text).map_err(|error| MappingError::Invalid(error.to_string()));
        let mut mapping = parse(BUILT_IN)?;
        let Some(own) = own else { return Ok(mapping) };
        let own = parse(own)?;
        if let Some(unit) = &own.amount_unit {
            if unit != "元" && unit != "万元" {
                return Err(MappingError::Unit(unit.clone()));
            }
            mapping.amount_unit.clone_from(&own.amount_unit);
        }
        for (name, headers) in own.headers {
            let Some(known) = mapping.headers.get_mut(&name) else { return Err(MappingError::Unknown(name)) };
            known.splice(0..0, headers);
        }
        mapping.funds.extend(own.funds);
        mapping.categories.extend(own.categories);
        Ok(mapping)
    }

    /// What a header names, and how near the front of its names it stands.
    pub(super) fn holds(&self, header: &str) -> Option<(&str, usize)> {
        let wanted = plain(header);
        let found = |(name, headers): (&'_ String, &Vec<String>)| {
            let at = headers.iter().position(|of| plain(of) == wanted)?;
            Some((name.as_str().len(), at, name.clone()))
        };
        let (_, at, name) = self.headers.iter().find_map(found)?;
        self.headers.get_key_value(&name).map(|(name, _)| (name.as_str(), at))
    }

    /// The fund of a code, a name, or a code and a name.
    pub(super) fn fund(&self, text: &str) -> Option<Fund> {
        by_code_or_name(&self.funds, text)
    }

    /// The category of a code or a name.
    pub(super) fn category(&self, text: &str) -> Option<Category> {
        by_code_or_name(&self.categories, text)
    }
}

/// A header as it is compared.
fn plain(header: &str) -> String {
    let half = |character: char| match character {
        '(' => '（',
        ')' => '）',
        other => other.to_ascii_uppercase(),
    };
    header.chars().filter(|character| !character.is_whitespace() && *character != '*').map(half).collect()
}

/// By the whole text, else by its name, else by the longest known beginning of its code.
fn by_code_or_name<T: Copy>(known: &BTreeMap<String, T>, text: &str) -> Option<T> {
    if let Some(found) = known.get(text) {
        return Some(*found);
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let name = text[digits.len()..].trim_start_matches(['-', '_', ' ', '　', '.', '、']);
    if let Some(found) = known.get(name).filter(|_| !name.is_empty()) {
        return Some(*found);
    }
    let begins = |code: &&String| {
        !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with(code.as_str())
    };
    known.keys().filter(begins).max_by_key(|code| code.len()).and_then(|code| known.get(code)).copied()
}

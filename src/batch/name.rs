//! The names of the files: `{agency}{year}年部门预算公开`.

use std::fmt;
use std::str::FromStr;

use crate::derive::report::{ScopeKind, title};
use crate::model::{Disclosure, Scope};

/// What a pattern may name, each with what it stands for.
pub const FIELDS: [(&str, &str); 8] = [
    ("title", "文本名称"),
    ("agency", "简称"),
    ("full_name", "全称"),
    ("code", "部门或单位代码"),
    ("year", "预算年度"),
    ("scope", "“部门”或“单位”"),
    ("region", "地区方案"),
    ("file", "数据文件名"),
];

/// 文件名的写法。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// Index into [`FIELDS`].
    Field(usize),
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// A field that there is none of.
    Unknown(String),
    /// A brace without its other half.
    Brace,
    /// A name has no folders.
    Folder,
    /// Every document would have the same name.
    NoField,
}

impl fmt::Display for NameError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(field) => write!(formatter, "没有 {{{field}}} 这一项，可用的有 ")?,
            Self::Brace => return formatter.write_str("花括号不成对"),
            Self::Folder => return formatter.write_str("文件名中不能有 / 和 \\，文件夹用 -d 指明"),
            Self::NoField => formatter.write_str("至少写明一项，否则各份文本同名，可用的有 ")?,
        }
        let fields: Vec<_> = FIELDS.iter().map(|(field, meaning)| format!("{{{field}}}（{meaning}）")).collect();
        formatter.write_str(&fields.join("、"))
    }
}

impl std::error::Error for NameError {}

impl Default for NamePattern {
    /// The title.
    fn default() -> Self {
        Self(vec![Part::Field(0)])
    }
}

impl FromStr for NamePattern {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        if text.contains(['/', '\\']) {
            return Err(NameError::Folder);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            parts.push(Part::Text(rest[..at].to_owned()));
            let inner = rest[at..].strip_prefix('{').ok_or(NameError::Brace)?;
            let (field, after) = inner.split_once('}').ok_or(NameError::Brace)?;
            let known = FIELDS.iter().position(|(known, _)| *known == field);
            parts.push(Part::Field(known.ok_or_else(|| NameError::Unknown(field.to_owned()))?));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        let named = parts.iter().any(|part| matches!(part, Part::Field(_)));
        if named { Ok(Self(parts)) } else { Err(NameError::NoField) }
    }
}

/// What the document of a scope is called; none for a unit that the data do not have.
pub(super) struct Named {
    /// 文本名称.
    pub(super) title: String,
    /// By the pattern, not yet made safe.
    pub(super) name: String,
}

impl NamePattern {
    pub(super) fn name(&self, disclosure: &Disclosure, scope: Option<&Scope>, file: &str) -> Option<Named> {
        let (kind, unit) = match scope.unwrap_or(&disclosure.scope) {
            Scope::Department => (ScopeKind::Department, None),
            Scope::Unit(code) => (ScopeKind::Unit, Some(disclosure.units.iter().find(|unit| unit.code == *code)?)),
        };
        let publisher = disclosure.publisher(unit);
        let title = title(publisher.full_name, disclosure.year.0, kind);
        let year = disclosure.year.to_string();
        let values = [
            title.as_str(),
            publisher.name,
            publisher.full_name,
            publisher.code,
            &year,
            kind.word(),
            &disclosure.region,
            file,
        ];
        let text = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Field(index) => values[*index].to_owned(),
        };
        let name = self.0.iter().map(text).collect();
        Some(Named { title, name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_text_and_fields() {
        assert_eq!(
            "{title}".parse(),
            Ok(NamePattern(vec![Part::Text(String::new()), Part::Field(0), Part::Text(String::new())]))
        );
        assert!("{agency}{year}年部门预算公开".parse::<NamePattern>().is_ok());
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for (text, error) in [
            ("{agency", NameError::Brace),
            ("agency}", NameError::Brace),
            ("{部门}{year}", NameError::Unknown("部门".to_owned())),
            ("{year}/{title}", NameError::Folder),
            ("公开", NameError::NoField),
            ("", NameError::NoField),
        ] {
            assert_eq!(text.parse::<NamePattern>(), Err(error), "{text}");
        }
        assert!(NameError::Unknown("x".to_owned()).to_string().contains("{full_name}（全称）"));
    }
}

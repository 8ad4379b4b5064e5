//! What a region calls things.

use std::collections::BTreeMap;

use serde::Deserialize;

/// 本部门、本单位。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectWords {
    /// What a sentence says of the publishing body.
    pub text: String,
    /// What a note below an empty table says of it.
    pub note: String,
}

/// Which terms 名词解释 explains, in their order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossarySpec {
    /// Names of terms, [`Self::FUNCTIONS`] and [`Self::EXTRA`].
    pub order: Vec<String>,
    /// The term that lists the functional 项 in use; `{subject}` is filled in.
    #[serde(default)]
    pub functions: String,
    /// Whom to ask; `{phone}` is filled in.
    #[serde(default)]
    pub closing: Option<String>,
}

impl GlossarySpec {
    /// In the order, where the functional 项 in use stand.
    pub const FUNCTIONS: &str = "functions";
    /// In the order, where the terms stand that the data add.
    pub const EXTRA: &str = "extra";

    /// Whether the order has this.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.order.iter().any(|of| of == name)
    }
}

/// 名词。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermSpec {
    /// 名词。
    pub term: String,
    /// 解释; members of [`Words`] are filled in.
    pub text: String,
    /// Explained only if one of these is in use: members of the report's `glossary.in_use`. Always without any.
    #[serde(default)]
    pub needs: Vec<String>,
}

/// What sentences call things: single words, and dictionaries of the report's keywords.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, Word>);

/// One member of [`Words`].
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Word {
    /// A word or a sentence.
    Text(String),
    /// Words by keyword.
    Dictionary(BTreeMap<String, String>),
}

impl Words {
    /// A single word.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            Word::Text(text) => Some(text),
            Word::Dictionary(_) => None,
        }
    }

    /// A dictionary's word for a keyword.
    #[must_use]
    pub fn of(&self, dictionary: &str, keyword: &str) -> Option<&str> {
        match self.0.get(dictionary)? {
            Word::Dictionary(words) => words.get(keyword).map(String::as_str),
            Word::Text(_) => None,
        }
    }
}

/// Fixed row names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the row of its name in region.toml")]
pub struct RowLabels {
    pub total: String,
    pub income_subtotal: String,
    pub income_carry_over: String,
    pub income_total: String,
    pub expenditure_subtotal: String,
    pub expenditure_carry_over: String,
    pub expenditure_total: String,
    pub fiscal_income_current: String,
    pub fiscal_income_carry_over: String,
    pub fiscal_expenditure_current: String,
    pub fiscal_expenditure_carry_over: String,
    pub public_funds: String,
}

/// 是、否。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BooleanLabels {
    /// 是。
    #[serde(rename = "true")]
    pub yes: String,
    /// 否。
    #[serde(rename = "false")]
    pub no: String,
}

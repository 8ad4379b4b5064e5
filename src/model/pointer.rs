//! Where in a disclosure a value stands.

use std::fmt;

/// 数据位置，例如 `projects[0].lines[2].amount`。
///
/// A path from the root of the disclosure. Any stage can name a place with it; [`crate::load`] turns it into a line
/// and column of the file, so that the model itself carries no spans.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pointer(String);

impl Pointer {
    /// The root of the file.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `name` of the object here.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        if self.0.is_empty() { Self(name.to_owned()) } else { Self(format!("{}.{name}", self.0)) }
    }

    /// The element `index` of the array here, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

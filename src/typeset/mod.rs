//! [`Report`](crate::derive::report::Report) to pages: the only place that names `typst` and `typst_kit`.

mod error;
mod fault;
pub mod fonts;
mod grid;
pub mod layout;
mod manifest;
mod typesetter;
mod world;

pub use self::error::TypesetError;
pub use self::fault::{TemplateFault, TemplatePlace};
pub use self::fonts::{FontError, FontSearch, Fonts};
pub use self::layout::Layout;
pub use self::manifest::{Hash, MANIFEST_FORMAT, Manifest};
pub use self::typesetter::{Edition, Typeset, Typesetter, report_json};

#[cfg(test)]
mod tests;

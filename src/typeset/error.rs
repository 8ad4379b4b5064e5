//! Why a report has no pages.

use super::fault::TemplateFault;
use crate::reference::RegionError;

/// Why a report cannot be typeset.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The templates do not compile with this report.
    #[error("模板有误：{}", first(.0))]
    Template(Vec<TemplateFault>),
    /// The region's profile cannot be used.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// The templates name a font family that is none of a role's. Typst only warns, and draws nothing.
    #[error("模板用了角色以外的字体：{}", first(.0))]
    UnknownFamily(Vec<TemplateFault>),
    /// Page numbers in the document depend on themselves, so that some are wrong.
    #[error("版面无法稳定，页码可能有误：{}", first(.0))]
    Unstable(Vec<TemplateFault>),
    /// The theme of the templates does not say what tables are fitted by.
    #[error("模板的 theme.typ 没有可用的 {0}")]
    Theme(String),
    /// A column of a table has a width that is none: the region's profile is at fault.
    #[error("《{table}》的列宽“{width}”不能识别")]
    Width {
        /// The table's title.
        table: String,
        /// What stands in the place of a width.
        width: String,
    },
    /// The templates leave a page of a draft without its mark.
    #[error("草稿第 {page} 页没有“{mark}”字样")]
    Unmarked {
        /// Page, from 1, by position in the file.
        page: usize,
        /// The mark.
        mark: String,
    },
}

impl TypesetError {
    /// The faults of the templates behind this error, each with its place and source line.
    #[must_use]
    pub fn template_faults(&self) -> &[TemplateFault] {
        match self {
            Self::Template(faults) | Self::UnknownFamily(faults) | Self::Unstable(faults) => faults,
            Self::Region(_) | Self::Theme(_) | Self::Width { .. } | Self::Unmarked { .. } => &[],
        }
    }

    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Region(_) => "用含有这个地区方案的模板（--templates），或改正地区方案",
            Self::Template(_) => "修改模板后再试；不加 --templates 则使用内置模板",
            Self::UnknownFamily(_) => "模板只能使用 /fonts.json 中的字体，字体在 fonts.toml 中声明",
            Self::Unstable(_) => "检查模板中 context、counter、query 的用法",
            Self::Width { .. } => "在地区方案中把 width 写成毫米数（\"24mm\"）或份数（\"1.2fr\"）",
            Self::Theme(_) => "theme.typ 应当有 #let grid，写法见内置模板",
            Self::Unmarked { .. } => "模板的 main.typ 应当读取 /draft.json，并在每一页印出其中的 mark",
        }
    }
}

fn first(faults: &[TemplateFault]) -> String {
    let Some(fault) = faults.first() else { return String::new() };
    match &fault.place {
        Some(place) => format!("{place}：{}", fault.message),
        None => fault.message.clone(),
    }
}

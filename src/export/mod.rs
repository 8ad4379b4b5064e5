//! Pages to PDF, PNG and SVG bytes: the only place that names `typst_pdf`, `typst_render` and `typst_svg`.

mod image;
mod pdf;

pub use self::image::{DEFAULT_PPI, png, svg};
pub use self::pdf::{Identity, draft_pdf, pdf};

/// Why pages cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The document does not conform to PDF/A-3a and PDF/UA-1.
    #[error("文档不符合 PDF/A-3a 或 PDF/UA-1：{}", .0.join("；"))]
    NotConforming(Vec<String>),
    /// The date of publication is no date.
    #[error("公开日期 {0} 不是日期")]
    NotADate(String),
    /// A picture of this size cannot be made.
    #[error("无法生成第 {page} 页的图片：{message}")]
    Picture {
        /// Page, from 1.
        page: usize,
        /// What the encoder says.
        message: String,
    },
}

#[cfg(test)]
mod tests;

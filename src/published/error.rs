//! Why a file cannot be read as a published PDF.

/// Why there is nothing to extract or verify.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PublishedError {
    /// Beyond [`super::MAXIMUM_BYTES`].
    #[error("文件过大")]
    TooLarge,
    /// Another kind of file.
    #[error("不是 PDF 文件")]
    NotPdf,
    /// A PDF of another tool, or one that another tool has saved again.
    #[error("不是 gongkai 生成的 PDF，或被其他软件另存过")]
    NotOurs,
    /// It breaks off, or its parts do not belong together.
    #[error("PDF 文件损坏")]
    Damaged,
    /// What is attached is not written as this version writes it.
    #[error("所附内容的格式与本机的程序不同")]
    OtherFormat,
    /// A part swells beyond what any document of ours holds.
    #[error("PDF 文件中的压缩内容过大")]
    Swollen,
}

impl PublishedError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge | Self::Swollen => "公开文本不会这样大；请核对文件来源",
            Self::NotPdf => "请指明 gongkai render 生成的 PDF 文件",
            Self::NotOurs => "请使用 gongkai 生成的原始文件；打印、压缩、合并或另存后的文件不能核验",
            Self::OtherFormat => "请用生成它的程序版本核验；版本见 gongkai extract --manifest",
            Self::Damaged => "请重新下载或复制文件",
        }
    }
}

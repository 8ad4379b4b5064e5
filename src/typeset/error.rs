//! Why a report has no pages, or none that may be published.

use super::fault::TemplateFault;
use super::layout::{MissingGlyph, OutsidePage, Overprint};

/// Why a report cannot be typeset.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The templates do not compile with this report.
    #[error("模板有误：{}", first(.0))]
    Template(Vec<TemplateFault>),
    /// The templates name a font family that is none of a role's. Typst only warns, and draws nothing.
    #[error("模板用了角色以外的字体：{}", first(.0))]
    UnknownFamily(Vec<TemplateFault>),
    /// Page numbers in the document depend on themselves, so that some are wrong.
    #[error("版面无法稳定，页码可能有误：{}", first(.0))]
    Unstable(Vec<TemplateFault>),
    /// Characters that no font of their role draws.
    #[error("有 {} 个字在字体中没有：{}", .0.len(), glyphs(.0))]
    MissingGlyphs(Vec<MissingGlyph>),
    /// Texts that leave their page.
    #[error("有 {} 处文字超出页面：{}", .0.len(), outside(.0))]
    OutsidePage(Vec<OutsidePage>),
    /// Texts that are drawn over each other.
    #[error("有 {} 处文字重叠", .0.len())]
    Overprints(Vec<Overprint>),
}

/// How many of a kind a message names.
const NAMED: usize = 5;

impl TypesetError {
    /// The faults of the templates behind this error, each with its place and source line.
    #[must_use]
    pub fn template_faults(&self) -> &[TemplateFault] {
        match self {
            Self::Template(faults) | Self::UnknownFamily(faults) | Self::Unstable(faults) => faults,
            Self::MissingGlyphs(_) | Self::OutsidePage(_) | Self::Overprints(_) => &[],
        }
    }

    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Template(_) => "修改模板后再试；不加 --templates 则使用内置模板",
            Self::UnknownFamily(_) => "模板只能使用 /fonts.json 中的字体，字体在 fonts.toml 中声明",
            Self::Unstable(_) => "检查模板中 context、counter、query 的用法",
            Self::MissingGlyphs(_) => "改用规范字，或用 --font-path 指明含有该字的字体",
            Self::OutsidePage(_) | Self::Overprints(_) => "缩短文字，或在模板中加宽所在的列",
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

fn glyphs(missing: &[MissingGlyph]) -> String {
    let shown = |glyph: &MissingGlyph| {
        let pages = glyph.pages.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        let roles = if glyph.roles.is_empty() { glyph.family.clone() } else { glyph.roles.join("、") };
        let character = glyph.character;
        // A control character would spoil the message, and could reorder it.
        let drawn =
            if character.is_control() || ('\u{2000}'..='\u{206f}').contains(&character) { ' ' } else { character };
        format!("“{drawn}”（U+{:04X}，{roles}，第 {pages} 页）", character as u32)
    };
    list(missing.iter().map(shown), missing.len())
}

fn outside(outside: &[OutsidePage]) -> String {
    let shown = |text: &OutsidePage| format!("第 {} 页“{}”超出 {:.1} 磅", text.page, text.text, text.by);
    list(outside.iter().map(shown), outside.len())
}

fn list(items: impl Iterator<Item = String>, count: usize) -> String {
    let named = items.take(NAMED).collect::<Vec<_>>().join("；");
    if count > NAMED { format!("{named}；等等") } else { named }
}

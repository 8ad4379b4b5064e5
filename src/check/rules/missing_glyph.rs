//! 缺字: characters that no font of their role draws.

use crate::check::rule::rule;
use crate::check::{Judge, Pages, Spot};
use crate::diagnostic::visible;

rule! {
    /// # 检查内容
    ///
    /// 版面上的每一个字，所在之处使用的字体中都有字形。没有字形的字会印成空框或者不印。
    ///
    /// # 依据
    ///
    /// 公开文本的文字必须能够读出、检索；人名、地名中的生僻字和从网页复制的图形符号最容易缺字（PDF/A-3 第 6.2.11.8 条）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// duties[0] = "开展科普😀活动"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// duties[0] = "开展科普活动，联系人玥垚"
    /// ```
    "GK601", "字体中没有的字", Error, Layout
}

fn check(pages: &Pages<'_>, judge: &mut Judge<'_>) {
    for glyph in &pages.layout.missing_glyphs {
        let roles = if glyph.roles.is_empty() { glyph.family.clone() } else { glyph.roles.join("、") };
        let (shown, code_point) = (visible(glyph.character), glyph.character as u32);
        let numbers = glyph.pages.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        judge
            .find(
                Spot::Character(glyph.character),
                format!("字体中没有“{shown}”（U+{code_point:04X}），{roles}无法印出"),
            )
            .note(format!("印在第 {numbers} 页：……{}……", glyph.near.chars().map(visible).collect::<String>()))
            .hint("改用规范字，或用 --font-path 指明含有该字的字体");
    }
}

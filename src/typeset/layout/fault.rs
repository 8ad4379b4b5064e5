//! Pages that must not be published: a character without a glyph, a text beyond the paper.

use std::collections::BTreeMap;

use super::walk::Missing;
use super::{Layout, Page, Text};
use crate::typeset::Fonts;

/// How far a text may reach beyond the paper, in points: rounding, no more.
const TOLERANCE: f64 = 0.01;
/// How much two texts may share, in points each way: the em boxes of squeezed punctuation touch their neighbours.
const SHARED: f64 = 2.0;
/// Characters shown before and after a missing one.
const CONTEXT: usize = 8;

/// 缺字。A character that no font of its role can draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The roles (小标宋, 仿宋 …) whose fonts lack it; empty if the template's own font list is at fault.
    pub roles: Vec<String>,
    /// The family that drew a box in its place.
    pub family: String,
    /// Pages, from 1, by position in the file.
    pub pages: Vec<usize>,
    /// The text around its first place.
    pub near: String,
}

/// 文字超出页面。
#[derive(Debug, Clone, PartialEq)]
pub struct OutsidePage {
    /// Page, from 1, by position in the file.
    pub page: usize,
    /// The text.
    pub text: String,
    /// How far it reaches beyond the paper, in points.
    pub by: f64,
}

/// 文字重叠。
#[derive(Debug, Clone, PartialEq)]
pub struct Overprint {
    /// Page, from 1, by position in the file.
    pub page: usize,
    /// The text that is too long for its place: the longer of the two.
    pub text: String,
    /// What it covers, or is covered by.
    pub other: String,
}

/// Sums up the characters without a glyph, by code point.
pub(super) fn missing_glyphs(layout: &Layout, missing: &[Missing], fonts: &Fonts) -> Vec<MissingGlyph> {
    let mut found: BTreeMap<char, MissingGlyph> = BTreeMap::new();
    for Missing { character, page, text } in missing {
        let texts = &layout.pages[*page].texts;
        let entry = found.entry(*character).or_insert_with(|| MissingGlyph {
            character: *character,
            roles: fonts.roles_lacking(*character).into_iter().map(str::to_owned).collect(),
            family: texts[*text].family.clone(),
            pages: Vec::new(),
            near: near(texts, *text),
        });
        if entry.pages.last() != Some(&(page + 1)) {
            entry.pages.push(page + 1);
        }
    }
    found.into_values().collect()
}

/// The text with some of what is drawn before and after it.
fn near(texts: &[Text], index: usize) -> String {
    let before = index.checked_sub(1).map_or("", |before| texts[before].text.as_str());
    let after = texts.get(index + 1).map_or("", |after| after.text.as_str());
    let skipped = before.chars().count().saturating_sub(CONTEXT);
    before.chars().skip(skipped).chain(texts[index].text.chars()).chain(after.chars().take(CONTEXT)).collect()
}

/// The texts that leave their page.
pub(super) fn outside_page(layout: &Layout) -> Vec<OutsidePage> {
    let beyond = |page: &Page, area: &super::Area| {
        [-area.x, -area.y, area.right() - page.width, area.bottom() - page.height].into_iter().fold(0.0, f64::max)
    };
    layout
        .pages
        .iter()
        .enumerate()
        .flat_map(|(index, page)| page.texts.iter().map(move |text| (index + 1, page, text)))
        .filter_map(|(number, page, text)| {
            let by = beyond(page, &text.area);
            (by > TOLERANCE && !text.text.trim().is_empty()).then(|| OutsidePage {
                page: number,
                text: text.text.clone(),
                by,
            })
        })
        .collect()
}

/// Pairs of texts that are drawn over each other: a word without a break that is too long for its cell.
pub(super) fn overprints(layout: &Layout) -> Vec<Overprint> {
    let pages = layout.pages.iter().enumerate();
    pages.flat_map(|(index, page)| overprints_of(index + 1, page)).collect()
}

fn overprints_of(number: usize, page: &Page) -> Vec<Overprint> {
    let mut texts: Vec<&Text> = page.texts.iter().filter(|text| !text.text.trim().is_empty()).collect();
    texts.sort_by(|one, other| one.area.y.total_cmp(&other.area.y));
    let mut found = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let below = texts[index + 1..].iter().take_while(|other| other.area.y < text.area.bottom() - SHARED);
        for other in below.filter(|other| text.area.overlaps(&other.area, SHARED)) {
            let (long, short) = if text.area.width >= other.area.width { (*text, *other) } else { (*other, *text) };
            found.push(Overprint { page: number, text: long.text.clone(), other: short.text.clone() });
        }
    }
    found
}

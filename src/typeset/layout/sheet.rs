//! What stands where on a page: the type area, the furniture around it, lines of text.

use std::ops::Deref;

use super::{Area, Layout, Page, Text};

/// Rounding, no more.
pub const TOLERANCE: f64 = 0.05;
/// 正文字号, 3号 as 28 characters fill 156 mm.
pub const BODY_SIZE: f64 = 15.79;
/// Justification widens the last character of a line as well, by room on its right where nothing is drawn: less than a
/// quarter of it, so that no character leaves the line unnoticed.
const STRETCH: f64 = BODY_SIZE / 4.0;

/// A page that knows its place in the file.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    page: &'a Page,
    /// From 1.
    pub position: usize,
}

/// A line of running text: the texts on one baseline.
#[derive(Debug)]
pub struct Line<'a> {
    /// From the top of the page.
    pub baseline: f64,
    /// From left to right.
    pub texts: Vec<&'a Text>,
}

impl<'a> Sheet<'a> {
    /// All of a document.
    #[must_use]
    pub fn all(layout: &'a Layout) -> Vec<Self> {
        (1..).zip(&layout.pages).map(|(position, page)| Self { page, position }).collect()
    }

    /// Whether it is a front, a right-hand page.
    #[must_use]
    pub fn is_odd(self) -> bool {
        self.position % 2 == 1
    }

    /// The texts that say anything.
    pub fn texts(self) -> impl Iterator<Item = &'a Text> {
        self.page.texts.iter().filter(|text| !bare(&text.text).is_empty())
    }
}

impl Deref for Sheet<'_> {
    type Target = Page;

    fn deref(&self) -> &Page {
        self.page
    }
}

/// The text without white space and joiners, which tools guess or drop.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{2060}').collect()
}

/// 版心. GB/T 9704 cl. 5.2.1: 156 × 225 mm, the wide margin inside; a turned sheet has 27 mm at head and foot.
#[must_use]
pub fn type_area(page: Sheet<'_>) -> Area {
    let margins = page.margins;
    let (left, right, top, bottom) = match margins.turned {
        // What is head and foot of an upright page lies right and left.
        Some(edge) if page.is_landscape() => (margins.bottom, margins.top, edge, edge),
        _ if page.is_odd() => (margins.inside, margins.outside, margins.top, margins.bottom),
        _ => (margins.outside, margins.inside, margins.top, margins.bottom),
    };
    Area { x: left, y: top, width: page.width - left - right, height: page.height - top - bottom }
}

/// Whether an area leaves another nowhere.
#[must_use]
pub fn within(inner: &Area, outer: &Area) -> bool {
    inner.x >= outer.x - TOLERANCE
        && inner.y >= outer.y - TOLERANCE
        && inner.right() <= outer.right() + TOLERANCE
        && inner.bottom() <= outer.bottom() + TOLERANCE
}

/// The texts of a page inside the type area, and those that are not.
#[must_use]
pub fn inside_and_outside(page: Sheet<'_>) -> (Vec<&Text>, Vec<&Text>) {
    let area = type_area(page);
    page.texts().partition(|text| {
        let justified = (text.size - BODY_SIZE).abs() < TOLERANCE;
        within(&text.area, &Area { width: area.width + if justified { STRETCH } else { 0.0 }, ..area })
    })
}

/// What the texts say together.
#[must_use]
pub fn said(texts: &[&Text]) -> String {
    bare(&texts.iter().map(|text| text.text.as_str()).collect::<String>())
}

/// The lines of a page inside the type area, from top to bottom.
#[must_use]
pub fn lines(page: Sheet<'_>) -> Vec<Line<'_>> {
    let (mut inside, _) = inside_and_outside(page);
    inside.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.area.x.total_cmp(&b.area.x)));
    let mut lines: Vec<Line<'_>> = Vec::new();
    for text in inside {
        match lines.last_mut() {
            Some(line) if text.baseline - line.baseline < TOLERANCE => line.texts.push(text),
            _ => lines.push(Line { baseline: text.baseline, texts: vec![text] }),
        }
    }
    lines
}

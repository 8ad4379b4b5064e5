//! What the pages hold, in plain types: for checks and tests, which must not depend on the compiler.
//!
//! What must not be published (a character without a glyph, a text beyond the paper) is found here and judged by rules.

mod fault;
pub mod sheet;
mod walk;

pub use self::fault::{MissingGlyph, OutsidePage, Overprint};

/// 版面。All that stands on the pages, in points, from the top left corner of each page as it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Marks of figures in prose: `metadata((figure: id))` labelled `<figure>`.
    pub marks: Vec<Mark>,
    /// Headings in their order, those of tables included.
    pub headings: Vec<Heading>,
    /// Characters that are drawn as a box, or not at all.
    pub missing_glyphs: Vec<MissingGlyph>,
    /// Texts that leave their page.
    pub outside_page: Vec<OutsidePage>,
    /// Texts that are drawn over each other.
    pub overprints: Vec<Overprint>,
}

/// 页。
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What the page counter says, which the page prints; not its position in the file.
    pub number: u64,
    /// Width, in points.
    pub width: f64,
    /// Height, in points.
    pub height: f64,
    /// What the type area leaves free.
    pub margins: Margins,
    /// Texts in the order they are drawn.
    pub texts: Vec<Text>,
    /// Lines, rectangles and curves, such as the rules of tables.
    pub lines: Vec<Area>,
}

/// 页边。In points; the inner and the outer one change sides from page to page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// 天头。
    pub top: f64,
    /// 地脚。
    pub bottom: f64,
    /// 订口。
    pub inside: f64,
    /// 切口。
    pub outside: f64,
    /// 订口 and 切口 of a sheet turned sideways among upright ones; none where all pages lie.
    pub turned: Option<f64>,
}

impl Default for Margins {
    /// GB/T 9704—2012 cl. 5.2.1.
    fn default() -> Self {
        Self { top: 37.0 * MM, bottom: 35.0 * MM, inside: 28.0 * MM, outside: 26.0 * MM, turned: Some(27.0 * MM) }
    }
}

/// A millimetre in points.
const MM: f64 = 72.0 / 25.4;

/// A run of text in one font and size.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The characters, as the template gave them.
    pub text: String,
    /// Font family, such as `FandolFang R`.
    pub family: String,
    /// Weight of the face, 100 to 900.
    pub weight: u16,
    /// Font size, in points.
    pub size: f64,
    /// From the first glyph's origin to the end of the last one's advance, with the gap to Latin that Typst adds to a
    /// Chinese run; high as the em box of Chinese (0.88 em above
    /// the baseline, 0.12 em below it), whatever the glyphs are.
    pub area: Area,
    /// Position of the baseline, from the top of the page; of its start if [`Self::turned`].
    pub baseline: f64,
    /// Whether it does not run from left to right, such as a page number on a landscape page.
    pub turned: bool,
}

/// A rectangle on a page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A mark that a template left beside a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The figure's id.
    pub id: String,
    /// Page, from 1, by position in the file.
    pub page: usize,
    /// Distance from the left edge, in points.
    pub x: f64,
    /// Distance from the top edge, in points.
    pub y: f64,
}

/// 标题。
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 for parts, 2 for tables and sections.
    pub level: usize,
    /// As contents and bookmarks have it.
    pub text: String,
    /// Page, from 1, by position in the file.
    pub page: usize,
    /// Distance of its top from the top edge, in points.
    pub y: f64,
    /// What the part holds that it begins, as the templates say it: `overview`, `tables`, `narrative`, `glossary`.
    pub part: Option<String>,
}

impl Layout {
    /// The headings of the parts that hold this, by index.
    pub fn parts<'l>(&'l self, content: &'l str) -> impl Iterator<Item = usize> + 'l {
        let headings = self.headings.iter().enumerate();
        headings.filter(move |(_, heading)| heading.part.as_deref() == Some(content)).map(|(index, _)| index)
    }

    /// The heading of a table, by index.
    #[must_use]
    pub fn table(&self, number: u32) -> Option<usize> {
        let start = format!("表{number}　");
        self.headings.iter().position(|heading| heading.level == 2 && heading.text.starts_with(&start))
    }

    /// The heading of the part that a place stands in, by index.
    #[must_use]
    pub fn part_at(&self, page: usize, y: f64) -> Option<usize> {
        self.headings.iter().rposition(|heading| heading.level == 1 && (heading.page, heading.y) <= (page, y))
    }
}

impl Page {
    /// Whether the page is wider than high.
    #[must_use]
    pub fn is_landscape(&self) -> bool {
        self.width > self.height
    }
}

impl Area {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than a strip of this width, in points.
    #[must_use]
    pub fn overlaps(&self, other: &Self, tolerance: f64) -> bool {
        self.right().min(other.right()) - self.x.max(other.x) > tolerance
            && self.bottom().min(other.bottom()) - self.y.max(other.y) > tolerance
    }
}

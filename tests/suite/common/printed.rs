//! The text of a document as a reader meets it: white space dropped, running heads and page numbers left out.

use gongkai::typeset::layout::{Layout, Page};

/// 37 mm and 35 mm: 天头 and 地脚 of an upright page.
const HEAD: f64 = 104.8;
const FOOT: f64 = 99.2;
/// 27 mm: both of a sheet turned sideways.
const TURNED: f64 = 76.5;

/// What is printed, page by page.
pub struct Printed {
    /// Texts of the pages, cover and contents included.
    pub pages: Vec<String>,
}

impl Printed {
    pub fn of(layout: &Layout) -> Self {
        Self { pages: layout.pages.iter().map(body).collect() }
    }

    /// The whole text.
    pub fn all(&self) -> String {
        self.pages.concat()
    }
}

fn body(page: &Page) -> String {
    let (head, foot) = if page.is_landscape() { (TURNED, TURNED) } else { (HEAD, FOOT) };
    page.texts
        .iter()
        .filter(|text| !text.turned && text.baseline > head && text.baseline < page.height - foot)
        .flat_map(|text| text.text.chars())
        .filter(|character| !character.is_whitespace())
        .collect()
}

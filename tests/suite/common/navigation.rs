//! The outline and the page labels of a PDF.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

use super::pdf::{Pdf, text_string};

/// A bookmark.
pub struct Bookmark {
    /// From 1.
    pub level: u32,
    pub title: String,
    /// The page it leads to, from 0.
    pub page: usize,
    /// The place on it, in points from the foot.
    pub top: f32,
}

/// All bookmarks, in their order.
pub fn outline(pdf: &Pdf) -> Vec<Bookmark> {
    let mut found = Vec::new();
    collect(pdf, pdf.dictionary(pdf.document.catalog().unwrap(), "Outlines"), 1, &mut found);
    found
}

fn collect(pdf: &Pdf, parent: &Dictionary, level: u32, found: &mut Vec<Bookmark>) {
    let mut next = pdf.member(parent, "First");
    while let Some(item) = next {
        let item = item.as_dict().unwrap();
        let target = pdf.member(item, "Dest").unwrap_or_else(|| pdf.member(pdf.dictionary(item, "A"), "D").unwrap());
        let target = target.as_array().unwrap();
        assert_eq!(target[1].as_name().unwrap(), b"XYZ");
        let (page, top) = (pdf.page_index(&target[0]), target[3].as_float().unwrap());
        found.push(Bookmark { level, title: text_string(pdf.member(item, "Title").unwrap()), page, top });
        collect(pdf, item, level + 1, found);
        next = pdf.member(item, "Next");
    }
}

/// The label of each page, as a viewer shows it; none where the file gives none.
pub fn page_labels(pdf: &Pdf) -> Vec<Option<String>> {
    let labels = pdf.dictionary(pdf.document.catalog().unwrap(), "PageLabels");
    let numbers = pdf.member(labels, "Nums").unwrap().as_array().unwrap();
    let ranges: BTreeMap<usize, &Object> = numbers
        .chunks(2)
        .map(|pair| (usize::try_from(pair[0].as_i64().unwrap()).unwrap(), pdf.resolve(&pair[1])))
        .collect();
    let label = |page: usize| {
        let (start, range) = ranges.range(..=page).next_back()?;
        let range = range.as_dict().unwrap();
        let prefix = pdf.member(range, "P").map(text_string).unwrap_or_default();
        let first = pdf.member(range, "St").map_or(1, |first| first.as_i64().unwrap());
        let number = usize::try_from(first).unwrap() + page - start;
        match pdf.member(range, "S").map(|style| style.as_name().unwrap()) {
            None => Some(prefix).filter(|prefix| !prefix.is_empty()),
            Some(b"D") => Some(format!("{prefix}{number}")),
            Some(b"R") => Some(format!("{prefix}{}", ["I", "II", "III", "IV", "V"][number - 1])),
            Some(style) => panic!("style {} of page labels", String::from_utf8_lossy(style)),
        }
    };
    (0..pdf.pages.len()).map(label).collect()
}

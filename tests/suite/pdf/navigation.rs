//! Bookmarks and page labels.

use crate::common::documents::{all, kexie};
use crate::common::navigation::{outline, page_labels};
use crate::common::pages::printed_number;
use crate::common::pdf::bare;
use crate::common::tags::tree;

/// The heading as it is tagged, without the number of the sheet, which only the page has.
fn without_sheet(heading: &str, sheets: &[String]) -> String {
    let sheet = sheets.iter().rev().find(|sheet| heading.starts_with('表') && heading.contains(sheet.as_str()));
    sheet.map_or_else(|| heading.to_owned(), |sheet| heading.replacen(sheet.as_str(), "", 1))
}

#[test]
fn bookmarks_are_the_headings_and_lead_to_where_they_stand() {
    for (name, rendered) in all() {
        let tree = tree(&rendered.pdf);
        let sheets: Vec<String> = rendered.report.tables.iter().filter_map(|table| table.sheet.clone()).collect();
        let headings: Vec<_> = tree.all().into_iter().filter(|element| element.level().is_some()).collect();
        let bookmarks = outline(&rendered.pdf);
        assert_eq!(bookmarks.len(), headings.len(), "{name}");
        for (bookmark, heading) in bookmarks.iter().zip(headings) {
            assert_eq!(bare(&bookmark.title), without_sheet(&heading.text, &sheets), "{name}");
            assert_eq!(Some(bookmark.level), heading.level(), "{name}: {}", bookmark.title);
            assert_eq!(Some(bookmark.page), heading.page, "{name}: {}", bookmark.title);
            assert_stands_below(rendered, bookmark, &heading.text);
        }
    }
}

/// The bookmark's place is above its heading, by no more than the space before a title.
fn assert_stands_below(
    rendered: &crate::common::documents::Rendered,
    bookmark: &crate::common::navigation::Bookmark,
    heading: &str,
) {
    let page = &rendered.layout.pages[bookmark.page];
    let top = page.height - f64::from(bookmark.top);
    let below = page.texts.iter().filter(|text| text.area.bottom() > top && text.area.y < top + 130.0);
    let text = bare(&below.map(|text| text.text.as_str()).collect::<String>());
    assert!(text.contains(heading), "“{heading}” is not at {top:.0} pt of page {}: {text}", bookmark.page + 1);
}

#[test]
fn page_labels_are_the_printed_numbers() {
    for (name, rendered) in all() {
        let labels = page_labels(&rendered.pdf);
        let printed: Vec<_> = rendered.sheets().into_iter().map(printed_number).collect();
        for (index, (label, printed)) in labels.iter().zip(&printed).enumerate() {
            // A page that prints no number may have any label; it must not have another page's.
            if printed.is_some() {
                assert_eq!(label, printed, "{name}, page {}", index + 1);
            }
        }
        assert_eq!(printed[0], None, "{name}: the cover bears no number");
        let roman = printed.iter().position(|number| number.as_deref() == Some("I")).unwrap();
        let body = printed.iter().position(|number| number.as_deref() == Some("1")).unwrap();
        assert!(roman < body, "{name}");
        for (number, printed) in (1..).zip(&printed[body..]) {
            assert_eq!(printed.as_deref(), Some(number.to_string().as_str()), "{name}: every page of the body");
        }
        let last = labels.last().unwrap().as_deref().unwrap();
        assert_eq!(last, (rendered.layout.pages.len() - body).to_string(), "{name}");
    }
}

#[test]
fn the_contents_name_the_printed_numbers() {
    let rendered = kexie();
    let pages = rendered.sheets().into_iter().filter(|page| printed_number(*page).as_deref() == Some("I"));
    let contents: String = pages.flat_map(|page| page.texts()).map(|text| text.text.as_str()).collect();
    let contents = bare(&contents).replace('.', "");
    for bookmark in outline(&rendered.pdf).iter().filter(|bookmark| bookmark.level < 3 && bookmark.title != "目　录")
    {
        let number = printed_number(rendered.sheet(bookmark.page)).unwrap();
        let entry = format!("{}{number}", bare(&bookmark.title));
        assert!(contents.contains(&entry), "{entry} is not in the contents: {contents}");
    }
}

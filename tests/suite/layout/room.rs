//! Nothing stands over another thing, or where nothing may stand.

use gongkai::typeset::layout::Text;

use crate::common::documents::{all, examples};
use crate::common::pages::{Sheet, inside_and_outside, lines, printed_number, running_line, said};
use crate::common::tags::tree;

/// Pairs of texts that share more than a strip of half a point.
fn overprinted(page: Sheet<'_>) -> Vec<(&Text, &Text)> {
    let mut texts: Vec<&Text> = page.texts().collect();
    texts.sort_by(|a, b| a.area.y.total_cmp(&b.area.y));
    let mut found = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let near = texts[index + 1..].iter().take_while(|other| other.area.y < text.area.bottom());
        found.extend(near.filter(|other| text.area.overlaps(&other.area, 0.5)).map(|other| (*text, *other)));
    }
    found
}

#[test]
fn no_text_is_printed_over_another() {
    for (name, rendered) in all() {
        for (index, page) in rendered.sheets().into_iter().enumerate() {
            let found = overprinted(page);
            assert!(found.is_empty(), "{name}, page {}: {:?}", index + 1, found[0]);
        }
    }
}

#[test]
fn nothing_leaves_the_type_area_but_number_and_continuation() {
    for (name, rendered) in all() {
        for (index, page) in rendered.sheets().into_iter().enumerate() {
            let at = format!("{name}, page {}", index + 1);
            let (_, outside) = inside_and_outside(page);
            let number = printed_number(page).map(|number| format!("—{number}—")).unwrap_or_default();
            let mut text = said(&outside);
            for furniture in [number, running_line(page)] {
                text = text.replacen(&furniture, "", 1);
            }
            assert_eq!(text, "", "{at}: outside the type area");
            let paper = gongkai::typeset::layout::Area { x: 0.0, y: 0.0, width: page.width, height: page.height };
            for text in page.texts() {
                assert!(crate::common::pages::within(&text.area, &paper), "{at}: {text:?}");
            }
        }
    }
}

#[test]
fn numbers_stand_at_the_outer_edge_of_every_sheet() {
    for (name, rendered) in all() {
        for page in rendered.sheets() {
            let Some(number) = printed_number(page) else { continue };
            let (_, outside) = inside_and_outside(page);
            let folio = outside.into_iter().find(|text| (text.size - 14.0).abs() < 0.01).unwrap();
            let odd = page.is_odd();
            assert_eq!(folio.turned, page.is_landscape(), "{name}, page {number}");
            // A turned sheet has its foot at the left and its outer edge, on an odd page, below.
            let outer = if page.is_landscape() {
                (folio.area.y > page.height / 2.0) == odd && folio.area.right() < page.width / 4.0
            } else {
                (folio.area.x > page.width / 2.0) == odd && folio.area.y > page.height * 0.75
            };
            assert!(outer, "{name}, page {number}: {:?}", folio.area);
        }
    }
}

#[test]
fn no_heading_stands_last_on_its_page() {
    for (name, rendered) in examples() {
        // The headings that the rule GK604 judges are those that readers of the file meet.
        let tree = tree(&rendered.pdf);
        let tagged: Vec<_> = tree.all().into_iter().filter(|element| element.level().is_some()).collect();
        let headings = &rendered.layout.headings;
        assert_eq!(tagged.len(), headings.len(), "{name}");
        for (tagged, heading) in tagged.into_iter().zip(headings) {
            assert_eq!(tagged.page.unwrap() + 1, heading.page, "{name}: {}", heading.text);
            let page = rendered.sheet(heading.page - 1);
            let last = said(&lines(page).last().unwrap().texts);
            assert!(!tagged.text.ends_with(&last), "{name}: “{}” stands last on its page", heading.text);
        }
    }
}

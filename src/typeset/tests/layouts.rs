use super::*;

#[test]
fn texts_are_known_by_place_family_and_size() {
    let layout = typeset("汉字12\n\n汉", "{}").unwrap().layout;
    let page = &layout.pages[0];
    let shown: Vec<_> = page.texts.iter().map(|text| (text.text.as_str(), text.family.as_str())).collect();
    assert_eq!(shown, [("汉字", "FandolFang R"), ("12", "Liberation Serif"), ("汉", "FandolFang R")]);
    let first = &page.texts[0];
    assert_eq!((first.size, first.weight, first.turned), (10.0, 400, false));
    assert_eq!((first.area.x, first.area.y, first.area.height), (10.0, 10.0, 10.0));
    // With the gap of a quarter em before Latin.
    assert!((first.area.width - 22.5).abs() < 1e-6 && (first.baseline - 18.8).abs() < 1e-6, "{first:?}");
}

#[test]
fn landscape_pages_and_turned_texts_are_told() {
    let layout = typeset("#page(flipped: true)[#rotate(90deg, reflow: true)[汉字] 平]", "{}").unwrap().layout;
    let landscape: Vec<_> = layout.pages.iter().map(layout::Page::is_landscape).collect();
    assert_eq!((layout.pages[0].width, layout.pages[0].height), (100.0, 200.0));
    assert_eq!(landscape, [false]);
    let [turned, upright] = &layout.pages[0].texts[..] else { panic!("{layout:?}") };
    assert!(turned.turned && !upright.turned);
    assert!((turned.area.width - 10.0).abs() < 1e-6 && (turned.area.height - 20.0).abs() < 1e-6, "{turned:?}");
}

#[test]
fn figures_are_known_by_page() {
    let main = "#let figure(id, text) = [#metadata((figure: id))<figure>#text]\n#figure(\"a.b\", \"1\")\n\
                #pagebreak()\n#figure(\"c\", \"2\")#metadata((figure: 7))<figure>";
    let layout = typeset(main, "{}").unwrap().layout;
    let marks: Vec<_> = layout.marks.iter().map(|mark| (mark.id.as_str(), mark.page)).collect();
    assert_eq!(marks, [("a.b", 1), ("c", 2)]);
}

#[test]
fn lines_of_tables_are_told() {
    let layout = typeset("#table(columns: 2, [一], [二])", "{}").unwrap().layout;
    assert!(layout.pages[0].lines.iter().any(|line| line.height == 0.0 && line.width > 20.0));
    assert!(layout.pages[0].lines.iter().any(|line| line.width == 0.0 && line.height > 10.0));
}

#[test]
fn areas_overlap_beyond_a_tolerance_only() {
    let area = |x| layout::Area { x, y: 0.0, width: 10.0, height: 10.0 };
    assert!(area(0.0).overlaps(&area(9.0), 0.5));
    assert!(!area(0.0).overlaps(&area(9.8), 0.5));
    assert!(!area(0.0).overlaps(&area(20.0), 0.0));
}

//! Frames to plain types.

use typst::foundations::{Label, NativeElement, Selector, StyleChain, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::model::HeadingElem;
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::{PagedDocument, PagedIntrospector};

use super::fault::{missing_glyphs, outside_page, overprints};
use super::{Area, Heading, Layout, Margins, Mark, Page, Text};
use crate::typeset::Fonts;

/// The em box of Chinese fonts, above and below the baseline.
const ASCENT: f64 = 0.88;
const DESCENT: f64 = 0.12;

impl Layout {
    /// The summary of a document, which was set in `fonts`.
    pub(in crate::typeset) fn of(document: &PagedDocument, fonts: &Fonts) -> Self {
        let mut missing = Vec::new();
        let margins = margins(document.introspector()).unwrap_or_default();
        let pages = document
            .pages()
            .iter()
            .enumerate()
            .map(|(index, page)| {
                let mut walk = Walk { page: index, texts: Vec::new(), lines: Vec::new(), missing: &mut missing };
                walk.frame(&page.frame, Transform::identity());
                Page {
                    number: page.number,
                    width: page.frame.width().to_pt(),
                    height: page.frame.height().to_pt(),
                    margins,
                    texts: walk.texts,
                    lines: walk.lines,
                }
            })
            .collect();
        let introspector = document.introspector();
        let layout = Self { pages, marks: marks(introspector), headings: headings(introspector), ..Self::default() };
        Self {
            missing_glyphs: missing_glyphs(&layout, &missing, fonts),
            outside_page: outside_page(&layout),
            overprints: overprints(&layout),
            ..layout
        }
    }
}

/// One character without a glyph: page and text by index into the layout.
pub(super) struct Missing {
    pub(super) character: char,
    pub(super) page: usize,
    pub(super) text: usize,
}

struct Walk<'a> {
    page: usize,
    texts: Vec<Text>,
    lines: Vec<Area>,
    missing: &'a mut Vec<Missing>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (position, item) in frame.items() {
            let placed = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, placed.pre_concat(group.transform)),
                FrameItem::Text(text) => self.text(text, placed),
                FrameItem::Shape(shape, _) => self.lines.push(area(shape.bbox(false), placed)),
                FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    /// The characters of a text that are drawn as a box, or not at all.
    fn undrawn(&mut self, item: &TextItem) {
        let (page, text) = (self.page, self.texts.len());
        for glyph in &item.glyphs {
            let characters = item.text.get(glyph.range()).unwrap_or_default().chars();
            let undrawn = characters.filter(|character| glyph.id == 0 || character.is_control());
            self.missing.extend(undrawn.map(|character| Missing { character, page, text }));
        }
    }

    fn text(&mut self, item: &TextItem, placed: Transform) {
        // Some fonts have a glyph even for control characters; nothing to be printed is one.
        if item.glyphs.iter().any(|glyph| glyph.id == 0) || item.text.chars().any(char::is_control) {
            self.undrawn(item);
        }
        let box_above = Rect::new(Point::with_y(-item.size * ASCENT), Point::new(item.width(), item.size * DESCENT));
        self.texts.push(Text {
            text: item.text.to_string(),
            family: item.font.info().family.clone(),
            weight: item.font.info().variant.weight.to_number(),
            size: item.size.to_pt(),
            area: area(box_above, placed),
            baseline: placed.ty.to_pt(),
            turned: !placed.is_only_scale() && !placed.is_only_translate(),
        });
    }
}

/// The upright rectangle around a transformed one.
fn area(rect: Rect, transform: Transform) -> Area {
    if transform.is_only_translate() {
        let (x, y) = ((rect.min.x + transform.tx).to_pt(), (rect.min.y + transform.ty).to_pt());
        return Area { x, y, width: rect.size().x.to_pt(), height: rect.size().y.to_pt() };
    }
    let corners = [rect.min, rect.max, Point::new(rect.min.x, rect.max.y), Point::new(rect.max.x, rect.min.y)]
        .map(|corner| corner.transform(transform));
    let (mut min, mut max) = (corners[0], corners[0]);
    for corner in corners {
        min = min.min(corner);
        max = max.max(corner);
    }
    Area { x: min.x.to_pt(), y: min.y.to_pt(), width: (max.x - min.x).to_pt(), height: (max.y - min.y).to_pt() }
}

/// What the templates say of their type area: `metadata((top: …, …))` labelled `<margins>`.
fn margins(introspector: &PagedIntrospector) -> Option<Margins> {
    let found = introspector.query(&Selector::Label(Label::new(PicoStr::intern("margins"))?));
    let Value::Dict(stated) = &found.first()?.to_packed::<MetadataElem>()?.value else { return None };
    let length = |name: &str| match stated.get(name) {
        Ok(Value::Length(length)) => Some(length.abs.to_pt()),
        _ => None,
    };
    Some(Margins {
        top: length("top")?,
        bottom: length("bottom")?,
        inside: length("inside")?,
        outside: length("outside")?,
        turned: length("turned"),
    })
}

fn marks(introspector: &PagedIntrospector) -> Vec<Mark> {
    let Some(label) = Label::new(PicoStr::intern("figure")) else { return Vec::new() };
    let found = introspector.query(&Selector::Label(label));
    let mark = |content: &typst::foundations::Content| {
        let Value::Dict(value) = &content.to_packed::<MetadataElem>()?.value else { return None };
        let Ok(Value::Str(id)) = value.get("figure") else { return None };
        let position = introspector.position(content.location()?)?;
        Some(Mark {
            id: id.to_string(),
            page: position.page.get(),
            x: position.point.x.to_pt(),
            y: position.point.y.to_pt(),
        })
    };
    found.iter().filter_map(mark).collect()
}

fn headings(introspector: &PagedIntrospector) -> Vec<Heading> {
    let found = introspector.query(&Selector::Elem(HeadingElem::ELEM, None));
    let heading = |content: &typst::foundations::Content| {
        let element = content.to_packed::<HeadingElem>()?;
        let position = introspector.position(content.location()?)?;
        Some(Heading {
            level: element.resolve_level(StyleChain::default()).get(),
            text: element.body.plain_text().to_string(),
            page: position.page.get(),
            y: position.point.y.to_pt(),
            part: None,
        })
    };
    let mut headings: Vec<Heading> = found.iter().filter_map(heading).collect();
    for (content, page, y) in part_starts(introspector) {
        let begun = headings.iter_mut().find(|heading| heading.level == 1 && (heading.page, heading.y) >= (page, y));
        if let Some(heading) = begun {
            heading.part = Some(content);
        }
    }
    headings
}

/// Where parts begin, and what they hold: `metadata(content)` labelled `<part>` above the heading.
fn part_starts(introspector: &PagedIntrospector) -> Vec<(String, usize, f64)> {
    let Some(label) = Label::new(PicoStr::intern("part")) else { return Vec::new() };
    let found = introspector.query(&Selector::Label(label));
    let start = |content: &typst::foundations::Content| {
        let Value::Str(holds) = &content.to_packed::<MetadataElem>()?.value else { return None };
        let position = introspector.position(content.location()?)?;
        Some((holds.to_string(), position.page.get(), position.point.y.to_pt()))
    };
    found.iter().filter_map(start).collect()
}

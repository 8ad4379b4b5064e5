//! Whether the expanded document has the same pages.

use std::collections::BTreeSet;

use gongkai::export::{self, Identity};
use gongkai::typeset::report_json;
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use crate::bare::{Bare, compile};
use crate::{Failure, Prepared};

/// A page as it is drawn.
#[derive(PartialEq)]
struct Drawn {
    /// All characters in the order they are drawn.
    text: String,
    /// Every glyph with its place, and every line, in hundredths of a point.
    marks: BTreeSet<(String, i64, i64)>,
}

/// Prints what both have in common and where they differ.
pub fn print(prepared: &Prepared, source: &str) -> Result<(), Failure> {
    let json = report_json(&prepared.report);
    let world = prepared.pipeline.typesetter()?.world(json.clone())?;
    let ours = compile(&world)?;
    let bare = compile(&Bare::new(&world, source))?;
    let identity = Identity::of(&prepared.report);
    let sizes = [export::pdf(&ours, &identity)?.len(), export::pdf(&bare, &identity)?.len()];
    let [ours, bare] = [drawn(&ours), drawn(&bare)];
    let lines = prepared.document.disclosure.lines.len()
        + prepared.document.disclosure.projects.iter().map(|project| project.lines.len()).sum::<usize>();
    println!("{} bytes of data, {lines} lines, {} bytes of report", prepared.bytes.len(), json.len());
    println!("expanded: {} bytes of plain Typst", source.len());
    let differing = |same: fn(&Drawn, &Drawn) -> bool| -> String {
        let pages = ours.iter().zip(&bare).enumerate().filter(|(_, (a, b))| !same(a, b));
        let pages: Vec<String> = pages.map(|(page, _)| (page + 1).to_string()).collect();
        if pages.is_empty() { "none".to_owned() } else { pages.join(", ") }
    };
    println!("pages: {}, expanded {}", ours.len(), bare.len());
    println!("pages on which the texts differ: {}", differing(|a, b| a.text == b.text));
    println!("pages on which a glyph, a line or its place differs: {}", differing(|a, b| a.marks == b.marks));
    println!("PDF: {} bytes, expanded {}", sizes[0], sizes[1]);
    Ok(())
}

fn drawn(document: &PagedDocument) -> Vec<Drawn> {
    let page = |frame: &Frame| {
        let mut drawn = Drawn { text: String::new(), marks: BTreeSet::new() };
        walk(frame, Transform::identity(), &mut drawn);
        drawn
    };
    document.pages().iter().map(|laid| page(&laid.frame)).collect()
}

fn walk(frame: &Frame, transform: Transform, drawn: &mut Drawn) {
    for (position, item) in frame.items() {
        let placed = transform.pre_concat(Transform::translate(position.x, position.y));
        let mut mark = |what: String, point: Point| {
            let point = point.transform(placed);
            let hundredths = |length: f64| (length * 100.0).round() as i64;
            drawn.marks.insert((what, hundredths(point.x.to_pt()), hundredths(point.y.to_pt())));
        };
        match item {
            FrameItem::Group(group) => walk(&group.frame, placed.pre_concat(group.transform), drawn),
            FrameItem::Text(text) => {
                let mut at = Point::zero();
                for glyph in &text.glyphs {
                    let font = text.font.info();
                    mark(
                        format!("{} {} {:?} {}", font.family, font.variant.weight.to_number(), text.size, glyph.id),
                        at,
                    );
                    at.x += glyph.x_advance.at(text.size);
                }
                drawn.text.push_str(&text.text);
            }
            FrameItem::Shape(shape, _) => mark(format!("{:?}", shape.geometry), Point::zero()),
            FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

//! A report and its templates to plain Typst of the same pages: what someone would write who types the document by hand.
//!
//! The templates are evaluated; their content, a tree of elements and set rules, is written out as Typst code. What is
//! decided only in layout is decided here with the finished document's answers: show rules of headings become literal
//! contents, `layout` and `context` what they returned, the outline its lines, headers and footers a dictionary from page
//! to content. Left out are the marks of figures and tables, which print nothing.

mod call;
mod resolve;
mod value;
mod write;

use typst::World;
use typst::comemo::Track;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{NativeElement, Selector, StyleChain, Target, TargetElem};
use typst::introspection::{Introspector, Location, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::HeadingElem;
use typst::utils::Protected;
use typst_layout::{PagedDocument, PagedIntrospector};

use crate::Failure;
use crate::bare::evaluate;

/// Writes contents as code.
pub struct Writer<'a> {
    engine: Engine<'a>,
    introspector: &'a PagedIntrospector,
    /// A place on each page, to ask there what a page's header is.
    places: Vec<Option<Location>>,
    /// Whether each page is wider than high.
    landscape: Vec<bool>,
    /// The headings of the document, in order; links lead to them.
    headings: Vec<Location>,
    /// How many headings have been written.
    written: usize,
    /// Headers, footers and backgrounds: their hash, and their number in `prelude`.
    marginals: Vec<u128>,
    /// Chains of fonts, by their number in `prelude`: each a variable, as an author would have it.
    fonts: Vec<String>,
    /// What stands before the document.
    prelude: String,
}

/// The document as one plain Typst source.
pub fn expand(world: &dyn World, document: &PagedDocument) -> Result<String, Failure> {
    let introspector = &**document.introspector();
    let traced = Traced::default();
    let mut sink = Sink::new();
    let library = world.library();
    let content = evaluate(world)?;
    let headings = introspector.query(&Selector::Elem(HeadingElem::ELEM, None));
    let mut writer = Writer {
        engine: Engine {
            library,
            world: world.track(),
            introspector: Protected::new((introspector as &dyn Introspector).track()),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        },
        introspector,
        places: document.pages().iter().map(|page| place(&page.frame)).collect(),
        landscape: document.pages().iter().map(|page| page.frame.width() > page.frame.height()).collect(),
        headings: headings.iter().filter_map(typst::foundations::Content::location).collect(),
        written: 0,
        marginals: Vec::new(),
        fonts: Vec::new(),
        prelude: String::new(),
    };
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let body = writer.content(&content, base.chain(&target))?;
    Ok(format!("{}#{body}\n", writer.prelude))
}

/// Any place that begins on a page.
fn place(frame: &Frame) -> Option<Location> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Tag(Tag::Start(content, flags)) if flags.introspectable => content.location(),
        FrameItem::Group(group) => place(&group.frame),
        _ => None,
    })
}

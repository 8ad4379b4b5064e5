//! Typst without gongkai: one source, and the fonts and library that the templates have.

use std::sync::OnceLock;

use typst::comemo::Track;
use typst::diag::{FileResult, Warned};
use typst::engine::{Route, Sink, Traced};
use typst::foundations::{Bytes, Content, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};
use typst_layout::PagedDocument;

use crate::Failure;

/// The world of the templates with another main file, which is parsed when it is first asked for.
pub struct Bare<'a> {
    pub inner: &'a dyn World,
    pub text: &'a str,
    pub source: OnceLock<Source>,
}

impl<'a> Bare<'a> {
    pub fn new(inner: &'a dyn World, text: &'a str) -> Self {
        Self { inner, text, source: OnceLock::new() }
    }
}

impl World for Bare<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.inner.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.inner.book()
    }

    fn main(&self) -> FileId {
        self.inner.main()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id != self.main() {
            return self.inner.source(id);
        }
        Ok(self.source.get_or_init(|| Source::new(id, self.text.to_owned())).clone())
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.inner.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.inner.font(index)
    }

    fn today(&self, offset: Option<Duration>) -> Option<Datetime> {
        self.inner.today(offset)
    }
}

/// The contents of a world's main file, before layout.
pub fn evaluate(world: &dyn World) -> Result<Content, Failure> {
    let (traced, mut sink) = (Traced::default(), Sink::new());
    let main = world.source(world.main()).map_err(|error| error.to_string())?;
    let (world, library, route) = (world.track(), world.library(), Route::default());
    let module = typst_eval::eval(world, library, traced.track(), sink.track_mut(), route.track(), &main);
    Ok(module.map_err(|errors| format!("{errors:?}"))?.content())
}

/// The pages of a world.
pub fn compile(world: &dyn World) -> Result<PagedDocument, Failure> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    for warning in &warnings {
        eprintln!("warning: {}", warning.message);
    }
    output.map_err(|errors| {
        let shown = errors.iter().map(|error| {
            let place = error.span.id().and_then(|id| {
                let text = world.source(id).ok()?;
                Some(text.text().get(world.range(error.span)?)?.chars().take(200).collect::<String>())
            });
            format!("{}: {}", error.message, place.unwrap_or_default())
        });
        shown.collect::<Vec<_>>().join("\n").into()
    })
}

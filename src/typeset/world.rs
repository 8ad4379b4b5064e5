//! What a template can see: the templates and the virtual files of one document. No clock, no network, no packages.

use std::borrow::Cow;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_kit::diagnostics::DiagnosticWorld;
use typst_kit::files::FileLoader;

use super::typesetter::Typesetter;
use crate::reference::Templates;

/// The world of one document: everything shared, and its own virtual files.
pub(super) struct DocumentWorld<'a> {
    pub(super) shared: &'a Typesetter,
    /// By name; `null` where the document does without.
    pub(super) own: Vec<(&'static str, Bytes)>,
    /// Where typesetting begins.
    pub(super) main: FileId,
}

/// The files that all documents share.
pub(super) struct TemplateFiles {
    pub(super) templates: Templates,
    /// The virtual file [`FONTS`].
    pub(super) fonts: Bytes,
}

impl FileLoader for TemplateFiles {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        match id.root() {
            VirtualRoot::Project => {
                let path = id.vpath().get_without_slash();
                if path == FONTS {
                    return Ok(self.fonts.clone());
                }
                match self.templates.file(path) {
                    Some(Cow::Borrowed(bytes)) => Ok(Bytes::new(*bytes)),
                    Some(Cow::Owned(bytes)) => Ok(Bytes::new(bytes.clone())),
                    None => Err(FileError::NotFound(path.into())),
                }
            }
            // No packages: a document must not depend on a registry.
            VirtualRoot::Package(package) => Err(FileError::Package(PackageError::NotFound(package.clone()))),
        }
    }
}

/// The virtual file that holds the report.
pub(super) const REPORT: &str = "report.json";
/// The virtual file that holds how the report's tables are drawn.
pub(super) const GRIDS: &str = "grids.json";
/// The virtual file that holds the region's profile.
pub(super) const REGION: &str = "region.json";
/// The virtual file that holds what made the document.
pub(super) const MANIFEST: &str = "manifest.json";
/// The virtual file that holds the facts, if they are to be attached.
pub(super) const FACTS: &str = "facts.json";
/// The virtual file that holds what a proof of a correction marks.
pub(super) const CHANGES: &str = "changes.json";
/// The virtual file that holds the notice of a correction, for [`Templates::NOTICE`] alone.
pub(super) const NOTICE: &str = "notice.json";
/// The virtual file that holds what a draft prints besides its report.
pub(super) const DRAFT: &str = "draft.json";
/// The virtual file that holds the resolved font roles.
pub(super) const FONTS: &str = "fonts.json";

/// The id of a file below the template folder; none if the path leaves it.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl DocumentWorld<'_> {
    /// A virtual file of this document.
    fn own(&self, id: FileId) -> Option<&Bytes> {
        let path = matches!(id.root(), VirtualRoot::Project).then(|| id.vpath().get_without_slash())?;
        self.own.iter().find(|(name, _)| *name == path).map(|(_, bytes)| bytes)
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.own(id).map_or_else(|| self.shared.files.file(id), |bytes| Ok(bytes.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

impl DiagnosticWorld for DocumentWorld<'_> {
    fn name(&self, id: FileId) -> String {
        let path = id.vpath().get_without_slash();
        if self.own(id).is_some() { path.to_owned() } else { self.shared.files.loader().templates.shown(path) }
    }
}

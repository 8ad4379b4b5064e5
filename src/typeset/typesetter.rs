//! Reports to pages, one after another or at once.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use typst::diag::Warned;
use typst::foundations::Bytes;
use typst::syntax::FileId;
use typst::text::{FontFamily, FontList, TextElem};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::files::FileStore;
use typst_layout::PagedDocument;

use super::error::TypesetError;
use super::fault::{TemplateFault, faults};
use super::fonts::Fonts;
use super::grid::{self, Measures};
use super::layout::{Layout, Page};
use super::manifest::{Manifest, Shared};
use super::world::{self, DocumentWorld, TemplateFiles};
use crate::derive::report::Report;
use crate::model::ScopeKind;
use crate::reference::{Profile, RegionError, Templates};

/// What a virtual file says that a document does without.
const NOTHING: &[u8] = b"null";

/// 版本。What a document has besides its report.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// `/facts.json`, attached for a department that publishes its data.
    pub facts: Option<Vec<u8>>,
    /// `/draft.json` with the mark that must stand across every page: not for publication.
    pub draft: Option<(String, Vec<u8>)>,
    /// `/changes.json`: what a proof of a correction marks; not for publication.
    pub changes: Option<Vec<u8>>,
}

/// 排版。Fonts, templates and library, built once and shared by all documents.
pub struct Typesetter {
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: Fonts,
    pub(super) files: FileStore<TemplateFiles>,
    main: FileId,
    notice: FileId,
    theme: FileId,
    /// Read when the first manifest is wanted: it takes the bytes of all fonts.
    hashes: OnceLock<Shared>,
    /// The profiles in use, with what the templates read of them.
    profiles: Mutex<BTreeMap<(String, ScopeKind), Arc<ProfileView>>>,
    /// How many documents are in work at this moment.
    running: AtomicUsize,
}

/// A region's profile and the virtual file that tells of it.
struct ProfileView {
    profile: Profile,
    json: Bytes,
    /// Those of the theme with the region's own; none if the templates have no such theme.
    measures: OnceLock<Option<Measures>>,
}

/// What the templates of a document read of it, besides what belongs to its edition.
struct Files {
    report: Vec<u8>,
    region: Bytes,
    grids: Vec<u8>,
    manifest: Vec<u8>,
}

/// A typeset document.
pub struct Typeset {
    /// What the exporters draw.
    pub document: PagedDocument,
    /// What checks and tests look at.
    pub layout: Layout,
    /// What the compiler found odd in the templates.
    pub warnings: Vec<TemplateFault>,
}

impl Typesetter {
    /// Takes fonts and templates into use.
    ///
    /// # Panics
    /// Never: the entry's name is a valid path.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a constant path")]
    pub fn new(fonts: Fonts, templates: Templates) -> Self {
        let files = TemplateFiles { templates, fonts: Bytes::new(fonts.json()) };
        Self {
            library: LazyHash::new(library(&fonts)),
            fonts,
            files: FileStore::new(files),
            main: world::file_id(Templates::ENTRY).expect("main.typ stays within the folder"),
            notice: world::file_id(Templates::NOTICE).expect("notice.typ stays within the folder"),
            theme: world::file_id(Templates::THEME).expect("theme.typ stays within the folder"),
            hashes: OnceLock::new(),
            profiles: Mutex::new(BTreeMap::new()),
            running: AtomicUsize::new(0),
        }
    }

    /// The fonts in use.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Typesets one report to be published. What the pages lack or spoil is in their layout, for rules to judge.
    ///
    /// # Errors
    /// A fault in the templates.
    pub fn typeset(&self, report: &Report) -> Result<Typeset, TypesetError> {
        self.typeset_edition(report, &Edition::default())
    }

    /// Typesets one edition of a report.
    ///
    /// # Errors
    /// As [`Self::typeset`], and if the templates leave a page of a draft without its mark.
    pub fn typeset_edition(&self, report: &Report, edition: &Edition) -> Result<Typeset, TypesetError> {
        let json = report_json(report);
        let view = self.profile(&report.region, report.scope)?;
        let manifest = self.manifest_of(&view.profile.chain, &json, edition.facts.as_deref()).json();
        let grids = self.grids(report, &view)?;
        self.typeset_files(Files { report: json, region: view.json.clone(), grids, manifest }, edition)
    }

    /// What the templates read as `/grids.json`.
    fn grids(&self, report: &Report, view: &ProfileView) -> Result<Vec<u8>, TypesetError> {
        let measures = self.measures_of(view)?;
        measures.map_or_else(|| Ok(NOTHING.to_vec()), |measures| grid::json(report, measures))
    }

    /// What tables are fitted by; none if the templates have no theme that says it.
    fn measures_of<'v>(&self, view: &'v ProfileView) -> Result<Option<&'v Measures>, TypesetError> {
        if view.measures.get().is_none() {
            let own = vec![(world::REGION, view.json.clone())];
            let has_theme = self.files.loader().templates.file(Templates::THEME).is_some();
            let read = || Measures::read(&DocumentWorld { shared: self, main: self.theme, own });
            let measures = if has_theme { read()? } else { None };
            // Whoever else read them at the same time has the same.
            view.measures.get_or_init(|| measures);
        }
        Ok(view.measures.get().and_then(Option::as_ref))
    }

    #[cfg(test)]
    pub(super) fn measures(&self, region: &str, scope: ScopeKind) -> Result<Option<Measures>, TypesetError> {
        Ok(self.measures_of(&*self.profile(region, scope)?)?.cloned())
    }

    fn profile(&self, region: &str, scope: ScopeKind) -> Result<Arc<ProfileView>, RegionError> {
        let mut profiles = self.profiles.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (region.to_owned(), scope);
        if let Some(view) = profiles.get(&key) {
            return Ok(Arc::clone(view));
        }
        let profile = Profile::read(&self.files.loader().templates, region, scope)?;
        let json = Bytes::new(profile.json());
        let view = Arc::new(ProfileView { profile, json, measures: OnceLock::new() });
        profiles.insert(key, Arc::clone(&view));
        Ok(view)
    }

    /// The same of files that any template may read.
    fn typeset_files(&self, files: Files, edition: &Edition) -> Result<Typeset, TypesetError> {
        let typeset = self.compile(&self.document_world(files, edition))?;
        let Some((mark, _)) = &edition.draft else { return Ok(typeset) };
        let marked = |page: &Page| page.texts.iter().any(|text| text.text == *mark && text.turned);
        match typeset.layout.pages.iter().position(|page| !marked(page)) {
            Some(index) => Err(TypesetError::Unmarked { page: index + 1, mark: mark.clone() }),
            None => Ok(typeset),
        }
    }

    /// Typesets what any template reads as `/report.json`; without a manifest, and without a profile and grids if it is no
    /// report.
    ///
    /// # Errors
    /// As [`Self::typeset`].
    pub fn typeset_json(&self, report: Vec<u8>) -> Result<Typeset, TypesetError> {
        self.typeset_json_edition(report, &Edition::default())
    }

    /// The same of one edition.
    pub(super) fn typeset_json_edition(&self, report: Vec<u8>, edition: &Edition) -> Result<Typeset, TypesetError> {
        self.typeset_files(self.files_of(report)?, edition)
    }

    fn files_of(&self, report: Vec<u8>) -> Result<Files, TypesetError> {
        let known: Option<Report> = serde_json::from_slice(&report).ok();
        let view = known.as_ref().and_then(|known| self.profile(&known.region, known.scope).ok());
        let (region, grids) = match known.as_ref().zip(view.as_ref()) {
            Some((known, view)) => (view.json.clone(), self.grids(known, view)?),
            None => (Bytes::new(NOTHING), NOTHING.to_vec()),
        };
        Ok(Files { report, region, grids, manifest: NOTHING.to_vec() })
    }

    /// Typesets the notice of a correction, which reads `json` as `/notice.json`. A letter has the measures of the standard
    /// whatever its region's documents have.
    ///
    /// # Errors
    /// As [`Self::typeset`].
    pub fn typeset_notice(&self, json: Vec<u8>, region: &str, scope: ScopeKind) -> Result<Typeset, TypesetError> {
        let region = Bytes::new(self.profile(region, scope)?.profile.json_without_theme());
        // The components ask whether they draw a proof.
        let own =
            vec![(world::NOTICE, Bytes::new(json)), (world::REGION, region), (world::CHANGES, Bytes::new(NOTHING))];
        self.compile(&DocumentWorld { shared: self, main: self.notice, own })
    }

    /// What made a document of this report, as it is attached to it.
    ///
    /// # Errors
    /// The region's profile cannot be used.
    pub fn manifest(
        &self,
        region: &str,
        scope: ScopeKind,
        report: &[u8],
        facts: Option<&[u8]>,
    ) -> Result<Manifest, RegionError> {
        Ok(self.manifest_of(&self.profile(region, scope)?.profile.chain, report, facts))
    }

    /// What is the same in the manifests of all documents that this typesetter makes.
    #[must_use]
    pub fn make(&self) -> Manifest {
        self.manifest_of(&[], &[], None)
    }

    fn manifest_of(&self, chain: &[String], report: &[u8], facts: Option<&[u8]>) -> Manifest {
        let templates = &self.files.loader().templates;
        self.hashes.get_or_init(|| Shared::of(templates, &self.fonts)).manifest(templates, chain, report, facts)
    }

    /// What the templates of one document see, for those who drive the compiler themselves: measurements.
    ///
    /// # Errors
    /// The theme of the templates is faulty.
    pub fn world(&self, report: Vec<u8>) -> Result<impl World + '_, TypesetError> {
        Ok(self.document_world(self.files_of(report)?, &Edition::default()))
    }

    fn document_world(&self, files: Files, edition: &Edition) -> DocumentWorld<'_> {
        let or_nothing = |file: Option<&Vec<u8>>| Bytes::new(file.cloned().unwrap_or_else(|| NOTHING.to_vec()));
        DocumentWorld {
            shared: self,
            main: self.main,
            own: vec![
                (world::REPORT, Bytes::new(files.report)),
                (world::REGION, files.region),
                (world::GRIDS, Bytes::new(files.grids)),
                (world::MANIFEST, Bytes::new(files.manifest)),
                (world::FACTS, or_nothing(edition.facts.as_ref())),
                (world::DRAFT, or_nothing(edition.draft.as_ref().map(|(_, json)| json))),
                (world::CHANGES, or_nothing(edition.changes.as_ref())),
            ],
        }
    }

    fn compile(&self, world: &DocumentWorld<'_>) -> Result<Typeset, TypesetError> {
        let _running = Running::start(&self.running);
        let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
        let document = output.map_err(|errors| TypesetError::Template(faults(world, &errors)))?;
        let warnings = faults(world, &warnings);
        refuse(&warnings, "unknown font family", TypesetError::UnknownFamily)?;
        refuse(&warnings, "did not converge", TypesetError::Unstable)?;
        let layout = Layout::of(&document, &self.fonts);
        Ok(Typeset { document, layout, warnings })
    }
}

/// One document in work. What nobody used lately is forgotten before the next one begins, also after one that failed.
///
/// A memoized result grows older by one with every document that begins without having used it, on whatever thread, so
/// what all documents share (the templates, the glossary, names in tables) must outlive those that begin while one is in
/// work, and one more. Measured over 30 different documents of 31 or 46 pages with one region's templates: an age of 0 or
/// 1 takes 1.4 times the processor time of this one, a higher age saves no more and costs 20 MB each. What the exporters
/// memoize is of the same kind and goes with the documents that follow. (At the end of a document would be as well for many,
/// but cost a single one 3 ms.)
struct Running<'a>(&'a AtomicUsize);

impl<'a> Running<'a> {
    fn start(running: &'a AtomicUsize) -> Self {
        let in_work = running.fetch_add(1, Ordering::Relaxed) + 1;
        comemo::evict(in_work + 1);
        Self(running)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Typst's library, with defaults that cannot lead to a font by chance or to an empty page: a template that sets no font
/// gets one of a role's, and a character that it lacks is a fault.
fn library(fonts: &Fonts) -> Library {
    // `a11y-extras` has `pdf.header-cell`, which marks the first cell of a row as its header.
    let mut library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
    library.styles.set(TextElem::fallback, false);
    let last = fonts.roles().first().and_then(|role| role.chain.last());
    if let Some(found) = last.and_then(|font| font.found.as_ref()) {
        library.styles.set(TextElem::font, FontList(vec![FontFamily::new(&found.family)]));
    }
    library
}

/// Makes warnings that spoil the document errors. The compiler has no codes for them, only words; a test holds them.
fn refuse(
    warnings: &[TemplateFault],
    words: &str,
    error: fn(Vec<TemplateFault>) -> TypesetError,
) -> Result<(), TypesetError> {
    let found: Vec<_> = warnings.iter().filter(|warning| warning.message.contains(words)).cloned().collect();
    if found.is_empty() { Ok(()) } else { Err(error(found)) }
}

/// The report as canonical JSON: members in the order of the types, no white space, one text for one report.
#[must_use]
pub fn report_json(report: &Report) -> Vec<u8> {
    // Strings, numbers and lists into memory: nothing of it can fail.
    serde_json::to_vec(report).unwrap_or_default()
}

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
use super::layout::{Layout, Page};
use super::manifest::{Manifest, Shared};
use super::world::{self, DocumentWorld, TemplateFiles};
use crate::derive::report::Report;
use crate::model::ScopeKind;
use crate::reference::{Profile, RegionError, Templates};

/// Which profile a report asks for.
#[derive(serde::Deserialize)]
struct Named {
    region: String,
    scope: ScopeKind,
}

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
        self.typeset_files(json, view.json.clone(), manifest, edition)
    }

    fn profile(&self, region: &str, scope: ScopeKind) -> Result<Arc<ProfileView>, RegionError> {
        let mut profiles = self.profiles.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (region.to_owned(), scope);
        if let Some(view) = profiles.get(&key) {
            return Ok(Arc::clone(view));
        }
        let profile = Profile::read(&self.files.loader().templates, region, scope)?;
        let view = Arc::new(ProfileView { json: Bytes::new(profile.json()), profile });
        profiles.insert(key, Arc::clone(&view));
        Ok(view)
    }

    /// The same of files that any template may read.
    pub(super) fn typeset_files(
        &self,
        report: Vec<u8>,
        region: Bytes,
        manifest: Vec<u8>,
        edition: &Edition,
    ) -> Result<Typeset, TypesetError> {
        let typeset = self.compile(&self.document_world(report, region, manifest, edition))?;
        let Some((mark, _)) = &edition.draft else { return Ok(typeset) };
        let marked = |page: &Page| page.texts.iter().any(|text| text.text == *mark && text.turned);
        match typeset.layout.pages.iter().position(|page| !marked(page)) {
            Some(index) => Err(TypesetError::Unmarked { page: index + 1, mark: mark.clone() }),
            None => Ok(typeset),
        }
    }

    /// Typesets what any template reads as `/report.json`; without a manifest, and without a profile if it names none.
    ///
    /// # Errors
    /// As [`Self::typeset`].
    pub fn typeset_json(&self, report: Vec<u8>) -> Result<Typeset, TypesetError> {
        let region = self.region_of(&report);
        self.typeset_files(report, region, NOTHING.to_vec(), &Edition::default())
    }

    /// The profile that a report names, as the templates read it; nothing if there is none.
    fn region_of(&self, report: &[u8]) -> Bytes {
        let named: Option<Named> = serde_json::from_slice(report).ok();
        let view = named.and_then(|named| self.profile(&named.region, named.scope).ok());
        view.map_or_else(|| Bytes::new(NOTHING), |view| view.json.clone())
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
    #[must_use]
    pub fn world(&self, report: Vec<u8>) -> impl World + '_ {
        let region = self.region_of(&report);
        self.document_world(report, region, NOTHING.to_vec(), &Edition::default())
    }

    fn document_world(
        &self,
        report: Vec<u8>,
        region: Bytes,
        manifest: Vec<u8>,
        edition: &Edition,
    ) -> DocumentWorld<'_> {
        let or_nothing = |file: Option<&Vec<u8>>| Bytes::new(file.cloned().unwrap_or_else(|| NOTHING.to_vec()));
        DocumentWorld {
            shared: self,
            main: self.main,
            own: vec![
                (world::REPORT, Bytes::new(report)),
                (world::REGION, region),
                (world::MANIFEST, Bytes::new(manifest)),
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

/// One document in work. At its end, after an error as well, what nobody used lately is forgotten.
///
/// A memoized result grows older by one with every document that ends without having used it, on whatever thread, so
/// what all documents share (the templates, the glossary, names in tables) must outlive those that end while one is in
/// work, and one more. Measured over 30 different documents of 31 or 46 pages with one region's templates: an age of 0 or
/// 1 takes 1.4 times the processor time of this one, a higher age saves no more and costs 20 MB each. What the exporters
/// memoize is of the same kind and goes with the documents that follow.
struct Running<'a>(&'a AtomicUsize);

impl<'a> Running<'a> {
    fn start(running: &'a AtomicUsize) -> Self {
        running.fetch_add(1, Ordering::Relaxed);
        Self(running)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let in_work = self.0.fetch_sub(1, Ordering::Relaxed);
        comemo::evict(in_work + 1);
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

//! The stages in their order: what every command that makes a document runs.

mod correction;
mod difference;
mod draft;
mod judge;
mod places;
mod scopes;
mod state;
mod verify;

pub use correction::{Correction, CorrectionError, NoticePdf, PROOF_MARK};
pub use difference::{ChangedFact, Difference};
pub use draft::MARK;
pub use judge::{Judged, Made, Stages};
pub use scopes::Scopes;
pub use state::{Input, State, attached_report, published_bytes};
pub use verify::{Against, Outcome, Step, Verification, Verifier};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use self::places::findings;
use crate::derive;
use crate::derive::report::Report;
use crate::diagnostic::{Diagnostic, code};
use crate::export::{self, ExportError, Identity};
use crate::load::{self, Document};
use crate::model::{Disclosure, Pointer, PreviousFigures, Scope, ScopeKind};
use crate::published::PublishedError;
use crate::reference::{Catalogue, Region, RegionError, Templates, TemplatesError};
use crate::typeset::{Edition, FontError, FontSearch, Fonts, Typeset, TypesetError, Typesetter};

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The data are at fault: what and where. Exit status 1.
    #[error("数据有 {} 处错误", .0.len())]
    Findings(Vec<Diagnostic>),
    /// The template folder cannot be used.
    #[error(transparent)]
    Templates(#[from] TemplatesError),
    /// The region profile cannot be used.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// The compiled-in catalogues are damaged.
    #[error(transparent)]
    Catalogue(#[from] crate::reference::CatalogueError),
    /// The fonts cannot be used.
    #[error(transparent)]
    Fonts(#[from] FontError),
    /// The templates are at fault.
    #[error(transparent)]
    Typeset(TypesetError),
    /// A file is no published PDF of ours.
    #[error("{}：{error}", path.display())]
    Published {
        /// The file.
        path: PathBuf,
        /// Why.
        error: PublishedError,
    },
    /// There is nothing to tell of a correction, or not all of it is stated. Exit status 1.
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    /// The pages do not make a conforming file.
    #[error(transparent)]
    Export(#[from] ExportError),
}

/// The other files that a data file is completed from, last year's; of a faulty file none are known.
#[must_use]
pub fn companions(path: &Path) -> Vec<PathBuf> {
    let Ok(document) = load::load_file(path) else { return Vec::new() };
    let files = document.disclosure.previous_years.iter().filter_map(|year| year.file.as_deref());
    files.map(|file| beside(path, file)).collect()
}

/// The file that a data file names.
fn beside(path: &Path, file: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(file)
}

/// Everything that documents share, built once.
pub struct Pipeline {
    templates: Templates,
    search: FontSearch,
    /// Made when the first page is wanted: facts and reports need no fonts.
    typesetter: OnceLock<Typesetter>,
    regions: Mutex<BTreeMap<(String, ScopeKind), Arc<Region>>>,
}

impl Pipeline {
    /// Takes templates and fonts into use: those of this build, or a folder of the user's, and the user's font folders.
    ///
    /// # Errors
    /// The templates cannot be read.
    pub fn new(templates: Option<&Path>, font_folders: Vec<PathBuf>) -> Result<Self, Failure> {
        let templates = templates.map_or_else(|| Ok(Templates::built_in()), Templates::from_folder)?;
        Ok(Self {
            templates,
            search: FontSearch::new(font_folders),
            typesetter: OnceLock::new(),
            regions: Mutex::new(BTreeMap::new()),
        })
    }

    /// Loads a data file; last year's figures are completed from last year's file where it names one.
    ///
    /// # Errors
    /// Every fault of the file, or of last year's.
    pub fn load(&self, path: &Path) -> Result<Document, Failure> {
        self.completed(load::load_file(path).map_err(Failure::Findings)?, path)
    }

    /// Loads the contents `bytes` as if they stood in the file `path`.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_bytes(&self, path: &Path, bytes: &[u8]) -> Result<Document, Failure> {
        self.completed(load::load(&path.display().to_string(), bytes).map_err(Failure::Findings)?, path)
    }

    fn completed(&self, mut document: Document, path: &Path) -> Result<Document, Failure> {
        for index in 0..document.disclosure.previous_years.len() {
            let Some(file) = document.disclosure.previous_years[index].file.clone() else { continue };
            let last = load::load_file(&beside(path, &file)).map_err(Failure::Findings)?;
            let derived = self.previous_figures(&document, index, &last)?;
            document.disclosure.previous_years[index].figures.complete_from(derived);
        }
        Ok(document)
    }

    fn previous_figures(&self, document: &Document, index: usize, last: &Document) -> Result<PreviousFigures, Failure> {
        let year = &document.disclosure.previous_years[index];
        if last.disclosure.year != year.year {
            let place = document.place(&Pointer::root().key("previous_years").index(index).key("file"));
            let message = format!("{} 是 {} 年的数据，不是 {} 年", last.source.name(), last.disclosure.year, year.year);
            let fault = Diagnostic::error(code::LAST_YEAR_FILE, message).at(place);
            return Err(Failure::Findings(vec![fault.hint("核对 file 与 year".to_owned())]));
        }
        let (now, then) = (&document.disclosure.agency, &last.disclosure.agency);
        if now.code != then.code {
            let place = document.place(&Pointer::root().key("previous_years").index(index).key("file"));
            let message = format!(
                "{} 是{}（{}）的数据，不是{}（{}）",
                last.source.name(),
                then.name,
                then.code,
                now.name,
                now.code
            );
            let fault = Diagnostic::error(code::LAST_YEAR_FILE, message).at(place);
            return Err(Failure::Findings(vec![fault.hint("核对 file；部门代码改变时直接填写上年数".to_owned())]));
        }
        let region = self.region(last, ScopeKind::Department)?;
        let catalogue = Catalogue::for_year(last.disclosure.year)?;
        // Compared are the departments, whichever document the files ask for by default.
        let department = Disclosure { scope: Scope::Department, ..last.disclosure.clone() };
        derive::figures_of(&department, &region, catalogue).map_err(|faults| findings(last, &faults))
    }

    /// The document of a scope: the one that the file states, or another.
    ///
    /// # Errors
    /// The region profile cannot be used, or the data give no document.
    pub fn report(&self, document: &Document, scope: Option<&Scope>) -> Result<Report, Failure> {
        let kind = scope.unwrap_or(&document.disclosure.scope).kind();
        let region = self.region(document, kind)?;
        let catalogue = Catalogue::for_year(document.disclosure.year)?;
        let scoped = scope.map(|scope| Disclosure { scope: scope.clone(), ..document.disclosure.clone() });
        let disclosure = scoped.as_ref().unwrap_or(&document.disclosure);
        derive::derive(disclosure, &region, catalogue).map_err(|faults| findings(document, &faults))
    }

    /// The profile of a document's region, for documents of one kind.
    ///
    /// # Errors
    /// There is none of that name, at the place where the data name it, or it is faulty.
    pub fn region(&self, document: &Document, scope: ScopeKind) -> Result<Arc<Region>, Failure> {
        let name = &document.disclosure.region;
        let mut regions = self.regions.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (name.clone(), scope);
        if let Some(region) = regions.get(&key) {
            return Ok(Arc::clone(region));
        }
        let region = match Region::read(&self.templates, name, scope) {
            Ok(region) => Arc::new(region),
            Err(RegionError::Unknown { name, known }) => {
                let place = document.place(&Pointer::root().key("region"));
                let fault = Diagnostic::error(code::UNKNOWN_REGION, format!("没有地区方案“{name}”")).at(place);
                return Err(Failure::Findings(vec![fault.hint(format!("可用的地区方案：{}", known.join("、")))]));
            }
            Err(error) => return Err(error.into()),
        };
        if let Some((kind, column)) = derive::unknown_columns(&region).into_iter().next() {
            let file = self.templates.shown(&format!("regions/{name}/region.toml"));
            let message = format!("[table.{}] 没有名为 {column} 的列", kind.key());
            return Err(RegionError::Invalid { file, message }.into());
        }
        regions.insert(key, Arc::clone(&region));
        Ok(region)
    }

    /// Typesets a report. Whether its pages may be published is for [`Self::judge`] to say.
    ///
    /// # Errors
    /// The templates are at fault.
    pub fn typeset(&self, report: &Report) -> Result<Typeset, Failure> {
        self.typesetter()?.typeset(report).map_err(Failure::Typeset)
    }

    /// The PDF of a typeset report.
    ///
    /// # Errors
    /// The pages do not conform to PDF/A-3a and PDF/UA-1.
    pub fn pdf(&self, report: &Report, typeset: &Typeset) -> Result<Vec<u8>, Failure> {
        Ok(export::pdf(&typeset.document, &Identity::of(report))?)
    }

    /// The PDF of a report with the facts attached that it comes from, resolved: last year's figures stand in them.
    ///
    /// # Errors
    /// As [`Self::typeset`] and [`Self::pdf`].
    pub fn pdf_with_facts(&self, report: &Report, facts: &Disclosure) -> Result<Vec<u8>, Failure> {
        let mut facts = facts.clone();
        for year in &mut facts.previous_years {
            year.file = None;
        }
        // Strings, numbers and lists into memory: nothing of it can fail.
        let facts = Some(serde_json::to_vec(&facts).unwrap_or_default());
        let edition = Edition { facts, ..Edition::default() };
        let typeset = self.typesetter()?.typeset_edition(report, &edition).map_err(Failure::Typeset)?;
        self.pdf(report, &typeset)
    }

    /// What makes reports pages.
    ///
    /// # Errors
    /// The fonts cannot be read.
    pub fn typesetter(&self) -> Result<&Typesetter, FontError> {
        if let Some(typesetter) = self.typesetter.get() {
            return Ok(typesetter);
        }
        // Two threads may both read the fonts; one of the two is kept.
        let fonts = Fonts::load(&self.templates, &self.search)?;
        Ok(self.typesetter.get_or_init(|| Typesetter::new(fonts, self.templates.clone())))
    }
}

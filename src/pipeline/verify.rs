//! 核验: whether a published PDF is what its own attachment gives, and no more than that.

mod verdict;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use self::verdict::{ATTACHMENTS, DATA, PAGES, SHA256, TOTALS, ranges};
pub use self::verdict::{Outcome, Step, Verification};
use super::state::report_of;
use super::{Failure, Input, Pipeline};
use crate::check::printed::breaks;
use crate::compare;
use crate::derive::report::Report;
use crate::export::{self, Identity};
use crate::published::{Published, PublishedError};
use crate::typeset::{Edition, Hash, MANIFEST_FORMAT, Manifest};

/// How many broken relations or changed figures are told one by one.
const TOLD: usize = 20;

/// Why nothing more is asked of attachments that do not belong together.
const UNFIT: &str = "附件不符";

/// What a published PDF is held against besides itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Against<'a> {
    /// A data file.
    pub data: Option<&'a Path>,
    /// The announced SHA-256 of the file, as 64 hexadecimal digits.
    pub sha256: Option<&'a str>,
}

/// 核验。Keeps the last document that it made again, since many questions may be asked of one.
pub struct Verifier<'p> {
    pipeline: &'p Pipeline,
    last: Mutex<Option<(Hash, Arc<Again>)>>,
}

/// A document made again from an attached report.
struct Again {
    bytes: Vec<u8>,
    /// None can be read where the templates draw what this program never does, such as pictures.
    texts: Result<Vec<String>, PublishedError>,
}

/// What is attached to a PDF.
struct Attached {
    /// The report as it stands.
    bytes: Vec<u8>,
    manifest: Manifest,
    /// The manifest as it stands.
    stated: Vec<u8>,
    facts: Option<Vec<u8>>,
}

impl<'p> Verifier<'p> {
    /// A verifier with the templates and fonts of a pipeline.
    #[must_use]
    pub fn new(pipeline: &'p Pipeline) -> Self {
        Self { pipeline, last: Mutex::new(None) }
    }

    /// Verifies the PDF `bytes` of the file `path`.
    ///
    /// # Errors
    /// It is no PDF of ours, the data file cannot be used, or the program cannot do its work.
    pub fn verify(&self, path: &Path, bytes: &[u8], against: Against<'_>) -> Result<Verification, Failure> {
        let ours = |error| Failure::Published { path: path.to_owned(), error };
        let published = Published::open(bytes).map_err(ours)?;
        let attached = Attached::read(&published).map_err(ours)?;
        let mut verification =
            Verification { steps: Vec::new(), made_by: attached.manifest.gongkai.clone(), other_make: None };
        let [first, second, third, fourth] = match attached.report() {
            // Nothing can be said of a report that may be another's.
            Err(foreign) => [
                Step::failed(ATTACHMENTS, vec![format!("{}与清单不符", foreign.join("、"))]),
                Step::unchecked(TOTALS, UNFIT),
                Step::unchecked(PAGES, UNFIT),
                Step::unchecked(DATA, UNFIT),
            ],
            Ok(report) => {
                let report = report.map_err(ours)?;
                let totals = totals(&report);
                let pages = if totals.outcome == Outcome::Passed {
                    verification.other_make = self.other_make(&report, &attached)?;
                    self.pages(bytes, &published, &report, &attached, verification.other_make.as_deref())?
                } else {
                    Step::unchecked(PAGES, "勾稽关系不符")
                };
                let data = match against.data {
                    Some(data) => self.data(data, report)?,
                    None => Step::unchecked(DATA, "没有用 --data 指明"),
                };
                [Step::passed(ATTACHMENTS, "附件与清单中的校验值相符"), totals, pages, data]
            }
        };
        let fifth = match against.sha256 {
            Some(announced) => announced_hash(bytes, announced),
            None => Step::unchecked(SHA256, "没有用 --sha256 指明"),
        };
        verification.steps = vec![first, second, third, fourth, fifth];
        Ok(verification)
    }

    /// The pages against those that the attached report gives now: byte for byte, or only what they say.
    fn pages(
        &self,
        bytes: &[u8],
        published: &Published,
        report: &Report,
        attached: &Attached,
        other_make: Option<&str>,
    ) -> Result<Step, Failure> {
        let failed = |detail: String| {
            Ok(Step::failed(PAGES, [Some(detail), other_make.map(str::to_owned)].into_iter().flatten().collect()))
        };
        let again = match self.again(report, attached) {
            Ok(again) => again,
            // Another version's report may need templates that are not at hand.
            Err(Failure::Typeset(error)) if other_make.is_some() => {
                return failed(format!("本机的模板不能重新排版：{error}"));
            }
            Err(failure) => return Err(failure),
        };
        if again.bytes == bytes {
            return Ok(Step::passed(PAGES, "用附件重新生成，逐字节相同"));
        }
        // What cannot be read has not been compared.
        let (Ok(theirs), Ok(made)) = (published.page_texts(), &again.texts) else {
            return failed("与附件重新生成的文件不同，页面文字无法逐页读出".to_owned());
        };
        let longest = made.len().max(theirs.len());
        let differing: Vec<usize> =
            (0..longest).filter(|page| made.get(*page) != theirs.get(*page)).map(|page| page + 1).collect();
        if !differing.is_empty() {
            return failed(format!("第 {} 页的文字与附件不符", ranges(&differing)));
        }
        match other_make {
            None => failed("各页文字与附件相符，但文件的其他内容被改动".to_owned()),
            Some(other) => Ok(Step::passed(PAGES, format!("各页文字与附件重新排版的逐页相同，未逐字节核对：{other}"))),
        }
    }

    /// The document of an attached report, made by this program; from memory if it was the last one.
    fn again(&self, report: &Report, attached: &Attached) -> Result<Arc<Again>, Failure> {
        let typesetter = self.pipeline.typesetter()?;
        let manifest = typesetter.manifest(&report.region, report.scope, &attached.bytes, attached.facts.as_deref())?;
        let key = Hash::of(&manifest.json());
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, again)) = last.as_ref().filter(|(of, _)| *of == key) {
            return Ok(Arc::clone(again));
        }
        let edition = Edition { facts: attached.facts.clone(), ..Edition::default() };
        let typeset = typesetter.typeset_edition(report, &edition).map_err(Failure::Typeset)?;
        let bytes = export::pdf(&typeset.document, &Identity::of(report))?;
        let texts = Published::open(&bytes).and_then(|published| published.page_texts());
        let again = Arc::new(Again { bytes, texts });
        *last = Some((key, Arc::clone(&again)));
        Ok(again)
    }

    /// In what this program differs from what made the document; none if it is of this make.
    fn other_make(&self, report: &Report, attached: &Attached) -> Result<Option<String>, Failure> {
        let ours = self.pipeline.typesetter()?.manifest(&report.region, report.scope, &attached.bytes, None)?;
        Ok((!ours.is_of_same_make(&attached.manifest)).then(|| difference(&ours, &attached.manifest)))
    }

    /// The attached report against what a data file gives.
    fn data(&self, data: &Path, report: Report) -> Result<Step, Failure> {
        const NAME: &str = DATA;
        let old = Input::Published(Box::new(report));
        let (published, derived) = self.pipeline.states(old, self.pipeline.input(data)?, None)?;
        if published.report == derived.report {
            return Ok(Step::passed(NAME, "这份数据生成的内容与附件完全相同"));
        }
        let changes = compare::figures(&published.report, &derived.report);
        let shown =
            |side: &Option<compare::Printed>| side.as_ref().map_or("（无）".to_owned(), |one| one.text.clone());
        let line = |change: &compare::FigureChange| {
            format!("{}：文本中 {}，数据得出 {}", place(change), shown(&change.old), shown(&change.new))
        };
        let mut details: Vec<String> = changes.iter().take(TOLD).map(line).collect();
        if changes.len() > TOLD {
            details.push(format!("等 {} 处", changes.len()));
        }
        if changes.is_empty() {
            details.push("数字和文字相同，写法的选择不同".to_owned());
        }
        Ok(Step::failed(NAME, details))
    }
}

impl Attached {
    fn read(published: &Published) -> Result<Self, PublishedError> {
        let attachment = |name| published.attachment(name);
        let stated = attachment("manifest.json")?.ok_or(PublishedError::NotOurs)?;
        let manifest = serde_json::from_slice(&stated).map_err(|_| PublishedError::NotOurs)?;
        let bytes = attachment("report.json")?.ok_or(PublishedError::NotOurs)?;
        Ok(Self { bytes, manifest, stated, facts: attachment("facts.json")? })
    }

    /// The report; or, before it is looked into, the attachments that are not those that the manifest names.
    fn report(&self) -> Result<Result<Report, PublishedError>, Vec<&'static str>> {
        let mut foreign = Vec::new();
        if self.manifest.json() != self.stated || self.manifest.format != MANIFEST_FORMAT {
            foreign.push("清单的写法");
        }
        if self.manifest.report != Hash::of(&self.bytes) {
            foreign.push("公开内容");
        }
        if self.manifest.facts != self.facts.as_deref().map(Hash::of) {
            foreign.push("预算数据");
        }
        let report = report_of(&self.bytes);
        if foreign.is_empty() && report.as_ref().is_ok_and(|report| report.region != self.manifest.region) {
            foreign.push("地区方案");
        }
        if foreign.is_empty() { Ok(report) } else { Err(foreign) }
    }
}

fn totals(report: &Report) -> Step {
    let broken = breaks(report);
    if broken.is_empty() {
        return Step::passed(TOTALS, "各表合计、表间关系重新相加，全部成立");
    }
    let told = broken.iter().take(TOLD).map(|broken| format!("{}：{}", broken.rule, broken.equation.line()));
    let rest = (broken.len() > TOLD).then(|| format!("等 {} 处", broken.len()));
    Step::failed(TOTALS, told.chain(rest).collect())
}

fn announced_hash(bytes: &[u8], announced: &str) -> Step {
    const NAME: &str = SHA256;
    let found = Hash::of(bytes);
    if found.as_str().eq_ignore_ascii_case(announced) {
        return Step::passed(NAME, "与公布的 SHA-256 相同");
    }
    Step::failed(NAME, vec![format!("公布的是 {announced}，这个文件是 {found}")])
}

/// Where a figure is printed, for people.
fn place(change: &compare::FigureChange) -> String {
    match change.site() {
        Some(compare::Site::Cell { number, title, row, column, .. }) => format!("表{number} {title} {row} {column}"),
        Some(compare::Site::Form { number, title, name, .. }) => {
            format!("表{number} {title} {}", name.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        Some(compare::Site::Prose(_)) | None => format!("说明文字（{}）", change.id),
    }
}

/// In what the two makes differ.
fn difference(ours: &Manifest, theirs: &Manifest) -> String {
    let version =
        (ours.gongkai != theirs.gongkai).then(|| format!("程序版本（{} 与 {}）", theirs.gongkai, ours.gongkai));
    let templates = (ours.templates != theirs.templates).then(|| "模板".to_owned());
    let fonts = (ours.fonts != theirs.fonts).then(|| "字体".to_owned());
    let parts: Vec<_> = [version, templates, fonts].into_iter().flatten().collect();
    format!("生成它的{}与本机不同", parts.join("、"))
}

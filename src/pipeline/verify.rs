//! 核验: whether a published PDF is what its own attachment gives, and no more than that.

mod verdict;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use self::verdict::{ATTACHMENTS, DATA, PAGES, SHA256, TOTALS, ranges};
pub use self::verdict::{Outcome, Step, Verification};
use super::{Failure, Input, Pipeline, attached_report};
use crate::check::printed::breaks;
use crate::compare;
use crate::derive::report::Report;
use crate::export::{self, Identity};
use crate::published::{Published, PublishedError};
use crate::typeset::{Edition, Hash, Manifest};

/// How many broken relations or changed figures are told one by one.
const TOLD: usize = 20;

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
    texts: Vec<String>,
    manifest: Manifest,
}

/// What is attached to a PDF.
struct Attached {
    report: Report,
    manifest: Manifest,
    facts: Option<Vec<u8>>,
    /// Attachments that are not those that the manifest names.
    foreign: Vec<&'static str>,
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
        let made_by = attached.manifest.gongkai.clone();
        let mut steps = vec![attachments(&attached), totals(&attached.report)];
        let intact = steps.iter().all(|step| step.outcome == Outcome::Passed);
        steps.push(if intact {
            self.pages(bytes, &published, &attached)?
        } else {
            Step::unchecked(PAGES, "附件或勾稽关系不符")
        });
        steps.push(match against.data {
            Some(data) => self.data(data, attached.report)?,
            None => Step::unchecked(DATA, "没有用 --data 指明"),
        });
        steps.push(match against.sha256 {
            Some(announced) => announced_hash(bytes, announced),
            None => Step::unchecked(SHA256, "没有用 --sha256 指明"),
        });
        Ok(Verification { steps, made_by })
    }

    /// The pages against those that the attached report gives now.
    fn pages(&self, bytes: &[u8], published: &Published, attached: &Attached) -> Result<Step, Failure> {
        const NAME: &str = PAGES;
        let again = match self.again(attached) {
            Ok(again) => again,
            // Another version's report may need templates that are not at hand.
            Err(Failure::Typeset(error)) if !self.is_of_same_make(attached)? => {
                return Ok(Step::failed(NAME, vec![format!("本机的模板不能重新排版：{error}")]));
            }
            Err(failure) => return Err(failure),
        };
        let (made, manifest) = (&again.texts, &again.manifest);
        if again.bytes == bytes {
            return Ok(Step::passed(NAME, "用附件重新生成，逐字节相同"));
        }
        let Ok(theirs) = published.page_texts() else {
            return Ok(Step::failed(NAME, vec!["页面内容无法读取".to_owned()]));
        };
        let longest = made.len().max(theirs.len());
        let differing: Vec<usize> =
            (0..longest).filter(|page| made.get(*page) != theirs.get(*page)).map(|page| page + 1).collect();
        let same_make = manifest.is_of_same_make(&attached.manifest);
        if same_make || !differing.is_empty() {
            let mut details = Vec::new();
            if !differing.is_empty() {
                details.push(format!("第 {} 页的文字与附件不符", ranges(&differing)));
            } else {
                details.push("各页文字与附件相符，但文件的其他内容被改动".to_owned());
            }
            if !same_make {
                details.push(other_make(manifest, &attached.manifest));
            }
            return Ok(Step::failed(NAME, details));
        }
        let note = "各页文字与附件重新排版的逐页相同，未逐字节核对";
        Ok(Step::passed(NAME, format!("{note}：{}", other_make(manifest, &attached.manifest))))
    }

    /// The document of an attached report, made by this program; from memory if it was the last one.
    fn again(&self, attached: &Attached) -> Result<Arc<Again>, Failure> {
        let typesetter = self.pipeline.typesetter()?;
        let json = crate::typeset::report_json(&attached.report);
        let manifest = typesetter.manifest(&attached.report.region, &json, attached.facts.as_deref());
        let key = Hash::of(&manifest.json());
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, again)) = last.as_ref().filter(|(of, _)| *of == key) {
            return Ok(Arc::clone(again));
        }
        let edition = Edition { facts: attached.facts.clone(), ..Edition::default() };
        let typeset = typesetter.typeset_edition(&attached.report, &edition).map_err(Failure::Typeset)?;
        let bytes = export::pdf(&typeset.document, &Identity::of(&attached.report))?;
        // Our own file, which we can read.
        let texts = Published::open(&bytes).and_then(|published| published.page_texts()).unwrap_or_default();
        let again = Arc::new(Again { bytes, texts, manifest });
        *last = Some((key, Arc::clone(&again)));
        Ok(again)
    }

    fn is_of_same_make(&self, attached: &Attached) -> Result<bool, Failure> {
        let ours = self.pipeline.typesetter()?.manifest(&attached.report.region, b"", None);
        Ok(ours.is_of_same_make(&attached.manifest))
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
        let (report, bytes) = attached_report(published)?;
        let manifest = published.attachment("manifest.json")?.ok_or(PublishedError::NotOurs)?;
        let stated: Manifest = serde_json::from_slice(&manifest).map_err(|_| PublishedError::NotOurs)?;
        let facts = published.attachment("facts.json")?;
        let mut foreign = Vec::new();
        if stated.json() != manifest {
            foreign.push("清单");
        }
        if stated.report != Hash::of(&bytes) || stated.region != report.region {
            foreign.push("公开内容");
        }
        if stated.facts != facts.as_deref().map(Hash::of) {
            foreign.push("预算数据");
        }
        Ok(Self { report, manifest: stated, facts, foreign })
    }
}

fn attachments(attached: &Attached) -> Step {
    const NAME: &str = ATTACHMENTS;
    if attached.foreign.is_empty() {
        return Step::passed(NAME, "附件与清单中的校验值相符");
    }
    Step::failed(NAME, vec![format!("{}与清单不符", attached.foreign.join("、"))])
}

fn totals(report: &Report) -> Step {
    const NAME: &str = TOTALS;
    let broken = breaks(report);
    if broken.is_empty() {
        return Step::passed(NAME, "各表合计、表间关系重新相加，全部成立");
    }
    let told = broken.iter().take(TOLD).map(|broken| format!("{}：{}", broken.rule, broken.equation.line()));
    let rest = (broken.len() > TOLD).then(|| format!("等 {} 处", broken.len()));
    Step::failed(NAME, told.chain(rest).collect())
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
fn other_make(ours: &Manifest, theirs: &Manifest) -> String {
    let version =
        (ours.gongkai != theirs.gongkai).then(|| format!("程序版本（{} 与 {}）", theirs.gongkai, ours.gongkai));
    let templates = (ours.templates != theirs.templates).then(|| "模板".to_owned());
    let fonts = (ours.fonts != theirs.fonts).then(|| "字体".to_owned());
    let parts: Vec<_> = [version, templates, fonts].into_iter().flatten().collect();
    format!("生成它的{}与本机不同", parts.join("、"))
}

//! 更正: the notice that tells what a corrected document prints differently, and the proof that marks it.

mod changes;
mod forms;
mod gather;
mod group;
mod pages;
mod prose;
mod rows;
mod texts;
mod value;
mod view;

use self::gather::Gather;
use self::view::Notice;
use super::{Failure, Pipeline};
use crate::compare::{self, FigureChange};
use crate::derive::report::{DateParts, Report};
use crate::diagnostic::{Diagnostic, code};
use crate::export::{self, Identity};
use crate::load::Document;
use crate::model::Pointer;
use crate::typeset::{Edition, Layout, Typeset};

/// What stands across every page of a proof.
pub const PROOF_MARK: &str = "标记稿";

/// Why there is no notice.
#[derive(Debug, thiserror::Error)]
pub enum CorrectionError {
    /// The two are not states of one document.
    #[error("更正前的文本是“{old}”，更正后的文本是“{new}”，不是同一份文本")]
    Different {
        /// 文本名称 before.
        old: String,
        /// 文本名称 after.
        new: String,
    },
    /// Both print the same.
    #[error("更正前后的文本没有任何不同，无需更正")]
    Nothing,
    /// The notice's pages must not be published.
    #[error("更正说明不能公开：{}", .0.join("；"))]
    Faulty(Vec<String>),
}

impl CorrectionError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Different { .. } => "核对 --correcting 后面的文件",
            Self::Nothing => "核对 --correcting 后面的文件是不是更正前的，数据文件是否已经改好",
            Self::Faulty(_) => "修改更正原因，或数据中的这些文字",
        }
    }
}

/// 更正。
pub struct Correction {
    notice: Notice,
    identity: Identity,
    changes: Vec<FigureChange>,
    /// Changed texts of sentences that the new pages print nowhere else.
    texts: Vec<String>,
}

/// 更正说明, ready to be written.
pub struct NoticePdf {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What a person should look at on them.
    pub warnings: Vec<String>,
}

impl Pipeline {
    /// What a correction changed: `old` is what was published, `new` with its pages what is to be published.
    ///
    /// # Errors
    /// [`CorrectionError`], or `old` cannot be typeset.
    pub fn correction(
        &self,
        document: &Document,
        old: &Report,
        new: &Report,
        layout: &Layout,
    ) -> Result<Correction, Failure> {
        let Some(stated) = &document.disclosure.correction else { return Err(unstated(document)) };
        if (old.title(), &old.region) != (new.title(), &new.region) {
            return Err(CorrectionError::Different { old: old.title(), new: new.title() }.into());
        }
        let changes = compare::figures(old, new);
        if changes.is_empty() {
            return Err(CorrectionError::Nothing.into());
        }
        // Where a sentence stood that is gone, only the old pages say.
        let before = self.typeset(old)?.layout;
        let changes = compare::locate(changes, &before, layout);
        let groups = Gather::new(new, layout, old, &before).groups(&changes);
        let (year, month, day) = stated.date.parts();
        let corrected_on = DateParts { year, month, day };
        let texts = texts::changed(&changes, old, new);
        let ident = format!("{}/correction/{}", Identity::of(new).ident, stated.date);
        Ok(Correction {
            notice: Notice::new(old, new, corrected_on, &stated.reason, &groups),
            identity: Identity { ident, published_on: corrected_on },
            changes: changes.into_iter().map(|located| located.change).collect(),
            texts,
        })
    }

    /// The PDF of the notice. It conforms as the document does.
    ///
    /// # Errors
    /// The templates are at fault, or the pages must not be published.
    pub fn notice_pdf(&self, correction: &Correction) -> Result<NoticePdf, Failure> {
        // Strings and numbers into memory: nothing of it can fail.
        let notice = &correction.notice;
        let json = serde_json::to_vec(notice).unwrap_or_default();
        let typeset =
            self.typesetter()?.typeset_notice(json, &notice.region, notice.scope).map_err(Failure::Typeset)?;
        let faults = pages::faults(&typeset.layout);
        if !faults.is_empty() {
            return Err(CorrectionError::Faulty(faults).into());
        }
        let bytes = export::pdf(&typeset.document, &correction.identity)?;
        Ok(NoticePdf { bytes, pages: typeset.layout.pages.len(), warnings: pages::warnings(&typeset.layout) })
    }

    /// The new document with every change marked, for those who check it.
    ///
    /// # Errors
    /// The templates are at fault, or leave a page without [`PROOF_MARK`].
    pub fn proof(&self, report: &Report, correction: &Correction) -> Result<Typeset, Failure> {
        let mark = serde_json::json!({ "mark": PROOF_MARK }).to_string().into_bytes();
        let edition = Edition {
            draft: Some((PROOF_MARK.to_owned(), mark)),
            changes: Some(changes::json(&correction.changes, &correction.texts, report)),
            ..Edition::default()
        };
        self.typesetter()?.typeset_edition(report, &edition).map_err(Failure::Typeset)
    }
}

/// The data do not say when and why; the place is where the correction is written after.
fn unstated(document: &Document) -> Failure {
    let fault = Diagnostic::error(code::UNSTATED_CORRECTION, "数据中没有更正日期和原因（correction）")
        .at(document.place(&Pointer::root().key("published_on")));
    let hint =
        "在公开日期之后填写，例如 \"correction\": {\"date\": \"2023-03-01\", \"reason\": \"项目支出数据录入有误\"}";
    Failure::Findings(vec![fault.hint(hint.to_owned())])
}

//! `gongkai verify`.
//!
//! `--format json` prints one JSON text in the format `gongkai-verify/1`:
//!
//! ```text
//! {
//!   "format": "gongkai-verify/1",
//!   "holds": whether nothing contradicts the document,
//!   "byte_for_byte": whether the file was made again and is the same to the last byte,
//!   "verdict": the whole in one sentence,
//!   "made_by": the version of gongkai that the PDF's manifest names,
//!   "other_make": null | in what this program differs from the one that made the PDF,
//!   "steps": [{ "name", "outcome": "passed" | "failed" | "unchecked", "details": [text] }]
//! }
//! ```
//!
//! Every member is always there, and the steps are always the same five in one order: 附件, 勾稽关系, 版面, 数据文件,
//! 文件校验值. `holds` alone is not "intact": that is `byte_for_byte`. Further members may come; a change of these is `/2`.

use serde::Serialize;

use super::Status;
use super::arguments::{Verdict, Verify};
use super::console::Console;
use crate::pipeline::{Against, Verification, Verifier, published_bytes};

/// The name of the format of `--format json`.
const FORMAT: &str = "gongkai-verify/1";

pub(super) fn run(arguments: &Verify, console: &Console) -> Status {
    let sha256 = arguments.sha256.as_deref();
    if sha256.is_some_and(|hash| hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return console.failure("--sha256 应为 64 位十六进制数", None);
    }
    let verified = arguments.resources.pipeline().and_then(|pipeline| {
        let bytes = published_bytes(&arguments.pdf)?;
        let against = Against { data: arguments.data.as_deref(), sha256 };
        Verifier::new(&pipeline).verify(&arguments.pdf, &bytes, against)
    });
    let verification = match verified {
        Ok(verification) => verification,
        // Status 1 says that the document does not hold; here nothing was found out, be it for faults of the data file.
        Err(failure) => return console.pipeline_failure(&failure).max(Status::Failed),
    };
    let printed = match arguments.format {
        Verdict::Human => console.result(human(&verification).trim_end()),
        Verdict::Json => console.result(json(&verification)),
    };
    printed.max(if verification.holds() { Status::Clean } else { Status::Findings })
}

fn human(verification: &Verification) -> String {
    let mut text = String::new();
    for step in &verification.steps {
        text += &format!("{}：{}\n", step.name, step.outcome.word());
        for detail in &step.details {
            text += &format!("  {detail}\n");
        }
    }
    text + &verification.verdict()
}

/// What `--format json` prints.
#[derive(Serialize)]
struct Shown<'a> {
    format: &'static str,
    holds: bool,
    byte_for_byte: bool,
    verdict: String,
    made_by: &'a str,
    other_make: Option<&'a str>,
    steps: Vec<ShownStep<'a>>,
}

#[derive(Serialize)]
struct ShownStep<'a> {
    name: &'static str,
    outcome: &'static str,
    details: &'a [String],
}

fn json(verification: &Verification) -> String {
    let steps = verification.steps.iter().map(|step| ShownStep {
        name: step.name,
        outcome: step.outcome.key(),
        details: &step.details,
    });
    let shown = Shown {
        format: FORMAT,
        holds: verification.holds(),
        byte_for_byte: verification.is_byte_for_byte(),
        verdict: verification.verdict(),
        made_by: &verification.made_by,
        other_make: verification.other_make.as_deref(),
        steps: steps.collect(),
    };
    // Strings into memory: nothing of it can fail.
    serde_json::to_string_pretty(&shown).unwrap_or_default()
}

//! `gongkai verify`.

use serde::Serialize;

use super::Status;
use super::arguments::{Verdict, Verify};
use super::console::Console;
use crate::pipeline::{Against, Pipeline, Verification, Verifier, published_bytes};

/// The name of the format of `--format json`.
const FORMAT: &str = "gongkai-verify/1";

pub(super) fn run(arguments: &Verify, console: &Console) -> Status {
    let sha256 = arguments.sha256.as_deref();
    if sha256.is_some_and(|hash| hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return console.failure("--sha256 应为 64 位十六进制数", None);
    }
    let verified = Pipeline::new(arguments.templates.as_deref(), arguments.fonts.all()).and_then(|pipeline| {
        let bytes = published_bytes(&arguments.pdf)?;
        let against = Against { data: arguments.data.as_deref(), sha256 };
        Verifier::new(&pipeline).verify(&arguments.pdf, &bytes, against)
    });
    let verification = match verified {
        Ok(verification) => verification,
        Err(failure) => return console.pipeline_failure(&failure),
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
    text + verification.verdict()
}

/// What `--format json` prints: every member always present.
#[derive(Serialize)]
struct Shown<'a> {
    format: &'static str,
    holds: bool,
    verdict: &'static str,
    /// The version of the program that made the PDF, as its manifest says.
    made_by: &'a str,
    steps: Vec<ShownStep<'a>>,
}

#[derive(Serialize)]
struct ShownStep<'a> {
    name: &'static str,
    /// `passed`, `failed` or `unchecked`.
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
        verdict: verification.verdict(),
        made_by: &verification.made_by,
        steps: steps.collect(),
    };
    // Strings into memory: nothing of it can fail.
    serde_json::to_string_pretty(&shown).unwrap_or_default()
}

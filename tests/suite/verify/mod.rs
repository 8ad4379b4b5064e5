//! `gongkai verify` and `extract`: what holds, what does not, and that no more is claimed.

mod altered;
mod attached;

use std::path::Path;
use std::sync::OnceLock;

use gongkai::pipeline::{Against, Failure, Verification, Verifier};

use crate::common::disclosures::pipeline;

/// Keeps the example's document, which most questions are asked of.
fn verifier() -> &'static Verifier<'static> {
    static VERIFIER: OnceLock<Verifier<'static>> = OnceLock::new();
    VERIFIER.get_or_init(|| Verifier::new(pipeline()))
}

/// What is said of a file.
fn verify(bytes: &[u8], against: Against<'_>) -> Result<Verification, Failure> {
    verifier().verify(Path::new("a.pdf"), bytes, against)
}

/// Whether the file is taken for an original.
fn holds(bytes: &[u8]) -> bool {
    verify(bytes, Against::default()).is_ok_and(|verification| verification.holds())
}

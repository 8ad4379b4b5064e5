//! What changes between two states of a document, against eyes of other make: the reports' own leaves, the PDFs' text.

mod correction;
mod pages;
mod properties;
mod published;

use gongkai::load::Document;
use gongkai::pipeline::{Difference, Pipeline, State};
use serde_json::Value;

use crate::common::disclosures::{pipeline, try_load};

/// A state of a data file; none if the data give no document.
fn state(data: &Value) -> Option<State> {
    let document: Document = try_load(data).ok()?;
    let report = pipeline().report(&document, None).ok()?;
    Some(State { report, document: Some(document) })
}

fn difference(old: &State, new: &State, layout: bool) -> Difference {
    let pipeline: &Pipeline = pipeline();
    pipeline.difference(old, new, layout).unwrap_or_else(|failure| panic!("{failure:#?}"))
}

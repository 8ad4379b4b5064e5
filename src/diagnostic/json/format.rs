//! The members of the format, in the order in which they are written.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Check<'a> {
    pub(super) format: &'static str,
    pub(super) version: &'static str,
    pub(super) summary: Summary,
    pub(super) files: Vec<File<'a>>,
}

#[derive(Serialize)]
pub(super) struct Summary {
    pub(super) files: usize,
    #[serde(flatten)]
    pub(super) counts: Counts,
}

#[derive(Serialize)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) checked: usize,
    pub(super) unchecked: usize,
}

#[derive(Serialize)]
pub(super) struct File<'a> {
    pub(super) file: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) counts: Counts,
    pub(super) findings: Vec<Finding<'a>>,
    pub(super) unchecked: Vec<Unchecked<'a>>,
}

#[derive(Serialize)]
pub(super) struct Unchecked<'a> {
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    pub(super) code: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: &'a str,
    pub(super) place: Option<Position<'a>>,
    pub(super) path: Option<&'a str>,
    pub(super) words: Option<&'a str>,
    pub(super) equation: Option<Comparison<'a>>,
    pub(super) labels: Vec<Further<'a>>,
    pub(super) notes: &'a [String],
    pub(super) basis: Option<&'a str>,
    pub(super) hint: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Position<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end: End,
    /// Of a workbook: `工作表!C5`; line and column then say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cell: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct End {
    pub(super) line: usize,
    pub(super) column: usize,
}

#[derive(Serialize)]
pub(super) struct Comparison<'a> {
    pub(super) left: Amount<'a>,
    pub(super) relation: &'static str,
    pub(super) right: Amount<'a>,
    pub(super) unit: &'static str,
    pub(super) difference: String,
}

#[derive(Serialize)]
pub(super) struct Amount<'a> {
    pub(super) name: &'a str,
    pub(super) value: String,
}

#[derive(Serialize)]
pub(super) struct Further<'a> {
    pub(super) place: Position<'a>,
    pub(super) message: &'a str,
}

//! `/changes.json`: what a proof marks, by figure and by cell.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compare::{FigureChange, Site};

/// The virtual file, read by `components/proof.typ`.
#[derive(Debug, Default, Serialize)]
struct Changes<'a> {
    /// Ids of figures, and paths of texts in forms.
    figures: BTreeSet<&'a str>,
    /// Column keys by row key by kind of table.
    cells: BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<&'a str>>>,
}

/// What is printed now and was not, or otherwise.
pub(super) fn json(changes: &[FigureChange]) -> Vec<u8> {
    let mut all = Changes::default();
    for change in changes {
        let Some(after) = &change.new else { continue };
        match (&after.site, cell(&change.id)) {
            (Site::Cell { .. }, Some((kind, row, column))) => {
                all.cells.entry(kind).or_default().entry(row).or_default().insert(column);
            }
            _ => drop(all.figures.insert(&change.id)),
        }
    }
    // Strings into memory: nothing of it can fail.
    serde_json::to_vec(&all).unwrap_or_default()
}

/// Kind, row key and column key of a cell's id; a row key may hold any character.
pub(super) fn cell(id: &str) -> Option<(&str, &str, &str)> {
    let (kind, rest) = id.split_once('/')?;
    let (row, column) = rest.rsplit_once('/')?;
    Some((kind, row, column))
}

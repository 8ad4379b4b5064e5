//! The changes for other programs: the format `gongkai-diff/1`.
//!
//! ```text
//! {
//!   "format": "gongkai-diff/1",
//!   "version": of gongkai,
//!   "same": whether nothing changed,
//!   "old", "new": { "file", "kind": "data" | "pdf", "title" },
//!   "warnings": [text],
//!   "facts": null unless both are data files | [{
//!     "identity": the path with elements named by what they are,
//!     "path": in the new file, in the old one if the fact is gone; "words": the path in words,
//!     "place": { "file", "line", "column" } of the path,
//!     "old", "new": null | text, "difference": null | text
//!   }],
//!   "figures": [{
//!     "id": the figure's id; the path of a cell or text,
//!     "where": { "kind": "cell" | "form" | "prose",
//!                "table": null | { "kind", "number", "title" }, "row": null | text, "column": null | text,
//!                "part": null | "cover" | "overview" | "narrative" | "glossary", "headings": [text] },
//!     "pages": [positions in the new file from 1],
//!     "old", "new": null | text, "difference": null | text
//!   }],
//!   "pages": null with --no-layout | { "changed": [positions in the new file from 1], "old_count", "new_count", "gone" }
//! }
//! ```
//!
//! Every member is always there. Amounts are texts, exact to the last digit; what is not printed or stated counts as zero
//! in a difference, which is null unless both sides are numbers. Further members may come; a change of these is `/2`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Compared, Side};
use crate::compare::{Located, Part, Site};
use crate::pipeline::ChangedFact;

#[derive(Serialize)]
struct Diff<'a> {
    format: &'static str,
    version: &'static str,
    same: bool,
    old: File,
    new: File,
    warnings: &'a [String],
    facts: Option<Vec<Fact<'a>>>,
    figures: Vec<Figure<'a>>,
    pages: Option<Pages<'a>>,
}

#[derive(Serialize)]
struct File {
    file: String,
    kind: &'static str,
    title: String,
}

#[derive(Serialize)]
struct Fact<'a> {
    identity: &'a str,
    path: &'a str,
    words: &'a str,
    place: Place<'a>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    difference: Option<String>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Figure<'a> {
    id: &'a str,
    #[serde(rename = "where")]
    place: Spot<'a>,
    pages: &'a [usize],
    old: Option<&'a str>,
    new: Option<&'a str>,
    difference: Option<String>,
}

#[derive(Serialize, Default)]
struct Spot<'a> {
    kind: &'static str,
    table: Option<Table<'a>>,
    row: Option<&'a str>,
    column: Option<&'a str>,
    part: Option<&'static str>,
    headings: &'a [String],
}

#[derive(Serialize)]
struct Table<'a> {
    kind: &'static str,
    number: u32,
    title: &'a str,
}

#[derive(Serialize)]
struct Pages<'a> {
    changed: &'a [usize],
    old_count: usize,
    new_count: usize,
    gone: usize,
}

pub(super) fn print(writer: &mut dyn Write, compared: &Compared<'_>) -> io::Result<()> {
    let difference = &compared.difference;
    let diff = Diff {
        format: "gongkai-diff/1",
        version: env!("CARGO_PKG_VERSION"),
        same: difference.is_empty(),
        old: File::of(&compared.old),
        new: File::of(&compared.new),
        warnings: &difference.warnings,
        facts: difference.facts.as_ref().map(|facts| facts.iter().map(Fact::of).collect()),
        figures: difference.figures.iter().map(Figure::of).collect(),
        pages: difference.pages.as_ref().map(|pages| Pages {
            changed: &pages.changed,
            old_count: pages.old_count,
            new_count: pages.new_count,
            gone: pages.gone(),
        }),
    };
    serde_json::to_writer_pretty(&mut *writer, &diff)?;
    writeln!(writer)
}

impl File {
    fn of(side: &Side<'_>) -> Self {
        let kind = if side.state.document.is_some() { "data" } else { "pdf" };
        Self { file: side.path.display().to_string(), kind, title: side.state.report.title() }
    }
}

impl<'a> Fact<'a> {
    fn of(fact: &'a ChangedFact) -> Self {
        let ChangedFact { change, words, place } = fact;
        let stated = change.new.as_ref().or(change.old.as_ref());
        Self {
            identity: &change.identity,
            path: stated.map_or("", |fact| fact.pointer.as_str()),
            words,
            place: Place { file: &place.file, line: place.line, column: place.column },
            old: change.old.as_ref().map(|fact| fact.text.as_str()),
            new: change.new.as_ref().map(|fact| fact.text.as_str()),
            difference: change.difference().map(|by| by.to_string()),
        }
    }
}

impl<'a> Figure<'a> {
    fn of(located: &'a Located) -> Self {
        let Located { change, place } = located;
        Self {
            id: &change.id,
            place: change.site().map(|site| Spot { headings: &place.headings, ..Spot::of(site) }).unwrap_or_default(),
            pages: &place.pages,
            old: change.old.as_ref().map(|printed| printed.text.as_str()),
            new: change.new.as_ref().map(|printed| printed.text.as_str()),
            difference: change.difference().map(|by| by.to_string()),
        }
    }
}

impl<'a> Spot<'a> {
    fn of(site: &'a Site) -> Self {
        match site {
            Site::Cell { kind, number, title, row, column } => Self {
                kind: "cell",
                table: Some(Table { kind: kind.key(), number: *number, title }),
                row: Some(row),
                column: Some(column),
                ..Self::default()
            },
            Site::Form { kind, number, title, .. } => Self {
                kind: "form",
                table: Some(Table { kind: kind.key(), number: *number, title }),
                ..Self::default()
            },
            Site::Prose(part) => {
                let part = match part {
                    Part::Cover => "cover",
                    Part::Overview => "overview",
                    Part::Narrative => "narrative",
                    Part::Glossary => "glossary",
                };
                Self { kind: "prose", part: Some(part), ..Self::default() }
            }
        }
    }
}

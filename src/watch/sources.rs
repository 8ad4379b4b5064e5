//! What the documents are made of, as it was when last looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use walkdir::WalkDir;

use crate::batch::{self, Request};
use crate::pipeline::companions;
use crate::typeset::Hash;

/// A larger file is no data file and no template; it is told by its length and time.
const LARGEST: u64 = 64 << 20;

/// A file as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Stamp {
    /// Length and time of the last change, since 1970; none if there is no file.
    outside: Option<(u64, Duration)>,
    /// Of the contents; none if they cannot be read.
    hash: Option<Hash>,
}

type Stamps = BTreeMap<PathBuf, Stamp>;

/// What is different from the last look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) data: bool,
    pub(super) templates: bool,
}

impl Change {
    pub(super) fn any(self) -> bool {
        self.data || self.templates
    }
}

/// Data files, last year's files that they name, and a template folder.
pub(super) struct Sources {
    given: Vec<PathBuf>,
    output: PathBuf,
    templates: Option<PathBuf>,
    data: Stamps,
    template_files: Stamps,
    /// Of each data file as its hash says: the other files it is completed from.
    companions: BTreeMap<PathBuf, (Option<Hash>, Vec<PathBuf>)>,
}

impl Sources {
    /// Those of a request; nothing is looked at yet.
    pub(super) fn new(request: &Request, templates: Option<&Path>) -> Self {
        Self {
            given: request.inputs.clone(),
            output: request.destination.folder().to_owned(),
            templates: templates.map(Path::to_owned),
            data: Stamps::new(),
            template_files: Stamps::new(),
            companions: BTreeMap::new(),
        }
    }

    /// Looks at all contents.
    pub(super) fn look(&mut self) -> Change {
        self.compare(true)
    }

    /// Looks from outside, at lengths and times, and into those files only that differ by them.
    pub(super) fn glance(&mut self) -> Change {
        self.compare(false)
    }

    /// The folders in which something can happen.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let files = self.data.keys().chain(self.template_files.keys());
        let parents = files.filter_map(|path| path.parent()).map(|parent| match parent {
            none if none.as_os_str().is_empty() => PathBuf::from("."),
            parent => parent.to_owned(),
        });
        let named = self.given.iter().chain(&self.templates).filter(|path| path.is_dir()).cloned();
        parents.chain(named).filter(|folder| folder.is_dir()).collect()
    }

    fn compare(&mut self, inside: bool) -> Change {
        // A folder that cannot be listed has no files, and the round says why.
        let inputs = batch::inputs(&self.given, &self.output).unwrap_or_default();
        let mut data = Stamps::new();
        let mut named = BTreeMap::new();
        for input in inputs {
            let stamp = stamp(&input.path, &self.data, inside);
            let known = self.companions.remove(&input.path).filter(|(hash, _)| *hash == stamp.hash);
            let (_, files) = named
                .entry(input.path.clone())
                .or_insert(known.unwrap_or_else(|| (stamp.hash.clone(), companions(&input.path))));
            for file in files.iter() {
                data.entry(file.clone()).or_insert_with(|| self::stamp(file, &self.data, inside));
            }
            data.insert(input.path, stamp);
        }
        self.companions = named;
        let mut template_files = Stamps::new();
        if let Some(folder) = &self.templates {
            let entries = WalkDir::new(folder).follow_links(true).into_iter().filter_map(Result::ok);
            for entry in entries.filter(|entry| entry.file_type().is_file()) {
                let stamp = stamp(entry.path(), &self.template_files, inside);
                template_files.insert(entry.into_path(), stamp);
            }
        }
        let change =
            Change { data: differs(&self.data, &data), templates: differs(&self.template_files, &template_files) };
        (self.data, self.template_files) = (data, template_files);
        change
    }
}

/// A file that was only touched is no other file.
fn differs(before: &Stamps, after: &Stamps) -> bool {
    let contents = |stamps: &Stamps| -> Vec<(PathBuf, bool, Option<Hash>)> {
        stamps.iter().map(|(path, stamp)| (path.clone(), stamp.outside.is_some(), stamp.hash.clone())).collect()
    };
    contents(before) != contents(after)
}

fn stamp(path: &Path, known: &Stamps, inside: bool) -> Stamp {
    // The time is asked for before the contents: a file saved in between looks older than it is, and is read again.
    let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file);
    let outside = metadata.map(|metadata| {
        let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        (metadata.len(), changed.unwrap_or_default())
    });
    match known.get(path).filter(|known| !inside && known.outside == outside) {
        Some(known) => known.clone(),
        None => Stamp { hash: outside.and_then(|outside| contents(path, outside)), outside },
    }
}

fn contents(path: &Path, outside: (u64, Duration)) -> Option<Hash> {
    let (length, _) = outside;
    if length > LARGEST {
        return Some(Hash::of(format!("{outside:?}").as_bytes()));
    }
    fs::read(path).ok().map(|bytes| Hash::of(&bytes))
}

#[cfg(test)]
mod tests;

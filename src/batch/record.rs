//! What stands beside the outputs: of what each was made, and what it then was.
//!
//! `.gongkai/record.json` in the output folder, or `record-K-of-N.json` for a shard. It saves work and decides nothing else:
//! an output is left as it is only if everything that it is made of has the recorded hash and the file that stands there
//! has the recorded hash too. A record that cannot be read, is of another format or is not as this program wrote it is as
//! none. Runs at the same moment each add their own entries, under a lock.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Shard;
use crate::typeset::Hash;
use crate::write::{Lock, WriteError, Writer};

/// The folder within the output folder.
pub const FOLDER: &str = ".gongkai";
/// The name of the format in the `format` field.
const FORMAT: &str = "gongkai-record/1";
/// Larger than the record of 100,000 documents.
const MAXIMUM_BYTES: u64 = 256 << 20;

/// One document that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The data file, from the output folder.
    pub(super) input: String,
    /// What was asked for, so that a document that another command makes of the same file is not taken for a leftover.
    pub(super) asked: String,
    /// Hash of all that the bytes depend on.
    pub(super) made_of: Hash,
    /// What was written: names and hashes.
    pub(super) files: Vec<(String, Hash)>,
    pub(super) pages: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

/// By the name of the document.
pub(super) type Entries = BTreeMap<String, Entry>;

#[derive(Serialize, Deserialize)]
struct Stored {
    format: String,
    entries: Entries,
    /// Of the entries.
    hash: Hash,
}

/// What earlier runs noted.
#[derive(Debug, Default)]
pub(super) struct Record {
    entries: BTreeMap<String, Vec<Entry>>,
    /// Files that were no record of ours.
    pub(super) damaged: Vec<PathBuf>,
}

impl Record {
    /// All that is known of a folder; a shard knows its own record and that of the whole.
    pub(super) fn read(folder: &Path, shard: Option<Shard>) -> Self {
        let own = folder.join(FOLDER);
        let mut names: Vec<_> = match shard {
            Some(_) => vec![file_name(None), file_name(shard)],
            None => fs::read_dir(&own)
                .into_iter()
                .flatten()
                .flatten()
                .filter_map(|entry| entry.file_name().into_string().ok())
                .filter(|name| name.starts_with("record") && name.ends_with(".json"))
                .collect(),
        };
        names.sort();
        let mut record = Self::default();
        for path in names.iter().map(|name| own.join(name)) {
            match read(&path) {
                Some(Some(entries)) => {
                    entries.into_iter().for_each(|(name, entry)| record.entries.entry(name).or_default().push(entry));
                }
                Some(None) => record.damaged.push(path),
                None => {}
            }
        }
        record
    }

    /// The entry of a document that is made of just this.
    pub(super) fn made_of(&self, name: &str, hash: &Hash) -> Option<&Entry> {
        self.entries.get(name)?.iter().find(|entry| entry.made_of == *hash)
    }

    /// All entries with the names of their documents.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().flat_map(|(name, entries)| entries.iter().map(move |entry| (name.as_str(), entry)))
    }
}

/// Adds entries to the record of a folder, keeping those that others added, and leaving out those whose files are gone.
pub(super) fn add(folder: &Path, shard: Option<Shard>, writer: &Writer, new: &Entries) -> Result<(), WriteError> {
    let own = folder.join(FOLDER);
    let _lock = Lock::wait(&own.join("lock"));
    let path = own.join(file_name(shard));
    let mut entries = read(&path).flatten().unwrap_or_default();
    entries.retain(|_, entry| entry.files.iter().all(|(name, _)| folder.join(name).exists()));
    entries.extend(new.iter().map(|(name, entry)| (name.clone(), entry.clone())));
    let stored = Stored { format: FORMAT.to_owned(), hash: hash(&entries), entries };
    // Strings and numbers into memory: nothing of it can fail.
    writer.write(&path, &serde_json::to_vec(&stored).unwrap_or_default())
}

/// The entries of a file; within, none if it is no record of ours; without, none if there is no file.
fn read(path: &Path) -> Option<Option<Entries>> {
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(file) => {
            if file.take(MAXIMUM_BYTES).read_to_end(&mut bytes).is_err() {
                return Some(None);
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(_) => return Some(None),
    }
    let stored: Option<Stored> = serde_json::from_slice(&bytes).ok();
    let ours = stored.filter(|stored| stored.format == FORMAT && stored.hash == hash(&stored.entries));
    Some(ours.map(|stored| stored.entries))
}

fn hash(entries: &Entries) -> Hash {
    Hash::of(&serde_json::to_vec(entries).unwrap_or_default())
}

fn file_name(shard: Option<Shard>) -> String {
    match shard {
        None => "record.json".to_owned(),
        Some(Shard { number, of }) => format!("record-{number}-of-{of}.json"),
    }
}

/// The path from a folder to a file, with `/`; the whole path where there is none, as between drives.
pub(super) fn from_folder(folder: &Path, file: &Path) -> String {
    let absolute = |path: &Path| {
        let path = path.canonicalize().or_else(|_| std::path::absolute(path));
        path.unwrap_or_else(|_| PathBuf::from("."))
    };
    let (folder, file) = (absolute(folder), absolute(file));
    let common = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return file.to_string_lossy().into_owned();
    }
    let up = folder.components().skip(common).map(|_| "..".into());
    let down = file.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(of: &str) -> Entry {
        let files = vec![("a.pdf".to_owned(), Hash::of(b"a"))];
        let (input, asked) = ("../a.json".to_owned(), "pdf".to_owned());
        Entry { input, asked, made_of: Hash::of(of.as_bytes()), files, pages: 31, errors: 0, warnings: 2 }
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        Writer::new().write(&folder.path().join("a.pdf"), b"a").unwrap();
        folder
    }

    #[test]
    fn records_add_up_and_those_of_shards_stay_apart() {
        let folder = folder();
        let add = |shard: Option<&str>, name: &str| {
            let new = Entries::from([(name.to_owned(), entry(name))]);
            super::add(folder.path(), shard.map(|shard| shard.parse().unwrap()), &Writer::new(), &new).unwrap();
        };
        add(None, "one");
        add(None, "two");
        add(Some("1/2"), "three");
        add(Some("2/2"), "four");
        let known = |shard: Option<&str>| {
            let record = Record::read(folder.path(), shard.map(|shard| shard.parse().unwrap()));
            assert!(record.damaged.is_empty());
            record.all().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(known(None), ["four", "one", "three", "two"]);
        assert_eq!(known(Some("1/2")), ["one", "three", "two"]);
    }

    #[test]
    fn what_is_not_as_we_wrote_it_is_no_record() {
        let folder = folder();
        let path = folder.path().join(FOLDER).join("record.json");
        let new = Entries::from([("one".to_owned(), entry("one"))]);
        add(folder.path(), None, &Writer::new(), &new).unwrap();
        let whole = fs::read_to_string(&path).unwrap();
        let other_pages = whole.replace("\"pages\":31", "\"pages\":30");
        assert_ne!(whole, other_pages);
        for damaged in [&whole[..whole.len() / 2], "", "[]", &other_pages, &whole.replace("record/1", "record/2")] {
            Writer::new().write(&path, damaged.as_bytes()).unwrap();
            let record = Record::read(folder.path(), None);
            assert_eq!((record.all().count(), record.damaged.len()), (0, 1), "{damaged}");
            add(folder.path(), None, &Writer::new(), &new).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), whole);
        }
    }

    #[test]
    fn inputs_are_named_from_the_output_folder() {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        assert_eq!(from_folder(&path("out"), &path("data/a.json")), "../data/a.json");
        assert_eq!(from_folder(&path("."), &path("a.pdf")), "a.pdf");
    }
}

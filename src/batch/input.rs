//! Which files a run is about: files, folders, patterns.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use glob::MatchOptions;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::record;

/// 数据文件。One file of a run.
#[derive(Debug, Clone)]
pub struct Input {
    /// As the user would name it.
    pub path: PathBuf,
    /// Its path below what the user named, with `/` between the parts: the same on every machine.
    pub key: String,
    /// Found in a folder, so that it may be no disclosure; otherwise named.
    pub found: bool,
    /// Which of the arguments it comes from.
    pub given: usize,
}

/// Why there is no list of files.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// A folder or pattern holds no data file.
    #[error("{} 中没有数据文件", .0.display())]
    Nothing(PathBuf),
    /// A pattern cannot be understood.
    #[error("{} 不是正确的文件名模式：{reason}", path.display())]
    Pattern {
        /// The pattern.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A folder cannot be read, so that nobody knows what is missing.
    #[error("无法读取文件夹 {}：{source}", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl InputError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Nothing(_) => "检查文件夹或文件名模式；数据文件以 .json 或 .xlsx 结尾，输出文件夹和隐藏文件夹不读",
            Self::Pattern { .. } => "* 代表任意文字，? 代表一个字，** 代表各级文件夹；例：\"数据/*.json\"",
            Self::Unreadable { .. } => "检查文件夹的读取权限",
        }
    }
}

/// The files of the arguments, each once, in one order on every machine: by argument, then by path.
///
/// # Errors
/// A folder or pattern has no file, or cannot be read.
pub fn inputs(given: &[PathBuf], output: &Path) -> Result<Vec<Input>, InputError> {
    let mut all = Vec::new();
    for (index, path) in given.iter().enumerate() {
        if path.is_dir() {
            let before = all.len();
            all.extend(folder(path, index, output)?);
            if all.len() == before {
                return Err(InputError::Nothing(path.clone()));
            }
        } else if !path.exists() && is_pattern(path) {
            all.extend(pattern(path, index, output)?);
        } else {
            all.push(named(path.clone(), index));
        }
    }
    let mut seen = BTreeSet::new();
    // The same file may be named and stand in a folder.
    all.retain(|input| seen.insert(input.path.canonicalize().unwrap_or_else(|_| input.path.clone())));
    Ok(all)
}

fn named(path: PathBuf, given: usize) -> Input {
    let key = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    Input { key: key.nfc().collect(), path, found: false, given }
}

/// What data files end in.
const DATA: [&str; 2] = ["json", "xlsx"];

/// The data files of a folder and of those in it; output folders and hidden ones are not looked into.
fn folder(root: &Path, given: usize, output: &Path) -> Result<Vec<Input>, InputError> {
    let output = output.canonicalize().ok();
    let wanted = |entry: &DirEntry| {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_output = || {
            let path = entry.path();
            path.join(record::FOLDER).is_dir() || output.is_some() && path.canonicalize().ok() == output
        };
        // The folder that the user names is read, whatever it is.
        entry.depth() == 0 || !(hidden || entry.file_type().is_dir() && is_output())
    };
    let mut found = Vec::new();
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(wanted) {
        let entry = match entry {
            Ok(entry) => entry,
            // A link that leads back leads to what is read anyway.
            Err(error) if error.loop_ancestor().is_some() => continue,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                // A link that leads nowhere has no data.
                if error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
                    continue;
                }
                let source = error.into_io_error().unwrap_or_else(|| std::io::Error::other("walk"));
                return Err(InputError::Unreadable { path, source });
            }
        };
        let is_data = |extension: &std::ffi::OsStr| DATA.iter().any(|of| extension.eq_ignore_ascii_case(of));
        // Excel's mark of a workbook that is open.
        let is_lock = entry.file_name().to_string_lossy().starts_with("~$");
        if entry.path().extension().is_some_and(is_data) && !is_lock && entry.file_type().is_file() {
            found.push(Input { key: key(root, entry.path()), path: entry.into_path(), found: true, given });
        }
    }
    Ok(found)
}

/// Where the shell expands nothing, as on Windows, and where the pattern is in quotation marks.
fn pattern(path: &Path, given: usize, output: &Path) -> Result<Vec<Input>, InputError> {
    let options = MatchOptions {
        case_sensitive: !cfg!(windows),
        require_literal_separator: true,
        // As in a shell: `*` leaves out hidden files.
        require_literal_leading_dot: true,
    };
    let text = path.to_string_lossy();
    let matches = glob::glob_with(&text, options)
        .map_err(|error| InputError::Pattern { path: path.to_owned(), reason: reason(error.msg) })?;
    let root: PathBuf = path.components().take_while(|part| !is_pattern(Path::new(part))).collect();
    let mut found = Vec::new();
    for entry in matches {
        let entry =
            entry.map_err(|error| InputError::Unreadable { path: error.path().to_owned(), source: error.into() })?;
        if entry.is_dir() {
            found.extend(folder(&entry, given, output)?);
        } else {
            found.push(Input { key: key(&root, &entry), ..named(entry, given) });
        }
    }
    if found.is_empty() { Err(InputError::Nothing(path.to_owned())) } else { Ok(found) }
}

fn reason(english: &str) -> &'static str {
    if english.contains("**") || english.contains("recursive") {
        "** 应单独成为一级"
    } else {
        "方括号或星号不成对"
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// The path below `root`, in one spelling: composed letters and `/`.
fn key(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").nfc().collect()
}

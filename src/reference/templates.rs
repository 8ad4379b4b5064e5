//! The template folder, read once: compiled in, or replaced by a folder of the user's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/typst-templates");

/// Largest template folder read, in bytes: more than that is another folder given by mistake.
const LARGEST: u64 = 64 << 20;

/// 模板。All files of one template folder, as they were when it was read.
///
/// A snapshot: what the templates can read is exactly this and the virtual files that typesetting adds, and a file saved
/// during a run cannot change half of a document.
#[derive(Debug, Clone)]
pub struct Templates {
    /// By path below the folder, with `/` between the parts.
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// None for the templates compiled in.
    folder: Option<PathBuf>,
}

/// Why a template folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplatesError {
    /// The folder or a file in it cannot be read.
    #[error("无法读取模板 {}：{source}", path.display())]
    Unreadable {
        /// Folder or file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file every template folder has is missing.
    #[error("模板文件夹 {} 中没有 {file}", folder.display())]
    Missing {
        /// The folder.
        folder: PathBuf,
        /// `main.typ` or `fonts.toml`.
        file: &'static str,
    },
    /// A symbolic link leads out of the folder.
    #[error("模板文件夹中的 {} 指向文件夹以外", path.display())]
    LeadsOutside {
        /// The link.
        path: PathBuf,
    },
    /// The folder is far larger than templates are.
    #[error("模板文件夹 {} 大于 64 MB，不像是模板", folder.display())]
    TooLarge {
        /// The folder.
        folder: PathBuf,
    },
}

impl Templates {
    /// Where typesetting begins.
    pub const ENTRY: &'static str = "main.typ";
    /// Where typesetting of the notice of a correction begins; a folder may do without.
    pub const NOTICE: &'static str = "notice.typ";
    /// The measures of the page; a folder whose tables are not ours may do without.
    pub const THEME: &'static str = "theme.typ";
    /// The declaration of font roles.
    pub const FONTS: &'static str = "fonts.toml";

    /// The templates compiled in.
    #[must_use]
    pub fn built_in() -> Self {
        fn collect(folder: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
            for file in folder.files() {
                if let Some(path) = file.path().to_str() {
                    files.insert(path.replace('\\', "/"), Cow::Borrowed(file.contents()));
                }
            }
            folder.dirs().for_each(|sub| collect(sub, files));
        }
        let mut files = BTreeMap::new();
        collect(&BUILT_IN, &mut files);
        Self { files, folder: None }
    }

    /// Those compiled in with some files more, or in their place.
    #[cfg(test)]
    pub fn with<'f>(files: impl IntoIterator<Item = (&'f str, String)>) -> Self {
        let mut templates = Self::built_in();
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), Cow::Owned(text.into_bytes())));
        templates.files.extend(files);
        templates
    }

    /// All files by path, ascending.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// Reads a folder that stands in for the templates compiled in, whole.
    ///
    /// Hidden files and those whose name is not Unicode are left out.
    ///
    /// # Errors
    /// The folder lacks [`Self::ENTRY`] or [`Self::FONTS`], cannot be read, is no template folder by its size, or holds
    /// a link that leads out of it.
    pub fn from_folder(folder: &Path) -> Result<Self, TemplatesError> {
        let unreadable = |source| TemplatesError::Unreadable { path: folder.to_owned(), source };
        let root = fs::canonicalize(folder).map_err(unreadable)?;
        fs::read_dir(&root).map_err(unreadable)?;
        for file in [Self::ENTRY, Self::FONTS] {
            // Before anything is read: `--templates /` is a slip of the hand.
            if !root.join(file).is_file() {
                return Err(TemplatesError::Missing { folder: folder.to_owned(), file });
            }
        }
        let mut reader = Reader { root: &root, folder, files: BTreeMap::new(), size: 0 };
        reader.read(&root, "")?;
        Ok(Self { files: reader.files, folder: Some(folder.to_owned()) })
    }

    /// One file, by its path below the folder.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.files.get(path)
    }

    /// The paths below the folder and contents of all files, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// How messages name a file of the templates.
    #[must_use]
    pub fn shown(&self, path: &str) -> String {
        match &self.folder {
            Some(folder) => folder.join(path).display().to_string(),
            None => format!("内置模板/{path}"),
        }
    }

    /// The names of the region profiles, sorted.
    #[must_use]
    pub fn regions(&self) -> BTreeSet<&str> {
        let paths = self.files.keys().filter_map(|path| path.strip_prefix("regions/"));
        paths.filter_map(|path| path.strip_suffix("/region.toml")).collect()
    }
}

struct Reader<'a> {
    /// The folder without links in its path.
    root: &'a Path,
    /// The folder as the user named it.
    folder: &'a Path,
    files: BTreeMap<String, Cow<'static, [u8]>>,
    size: u64,
}

impl Reader<'_> {
    fn read(&mut self, folder: &Path, prefix: &str) -> Result<(), TemplatesError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |source| TemplatesError::Unreadable { path, source }
        };
        for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
            let entry = entry.map_err(unreadable(folder))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.starts_with('.') {
                continue;
            }
            let path = entry.path();
            if entry.file_type().map_err(unreadable(&path))?.is_symlink() {
                // A link to a folder could also lead in circles; within the folder only files are followed.
                let target = fs::canonicalize(&path).map_err(unreadable(&path))?;
                if !target.starts_with(self.root) || target.is_dir() {
                    return Err(TemplatesError::LeadsOutside { path });
                }
            }
            let below = format!("{prefix}{name}");
            let metadata = fs::metadata(&path).map_err(unreadable(&path))?;
            if metadata.is_dir() {
                self.read(&path, &format!("{below}/"))?;
            } else if metadata.is_file() {
                self.size += metadata.len();
                if self.size > LARGEST {
                    return Err(TemplatesError::TooLarge { folder: self.folder.to_owned() });
                }
                let bytes = fs::read(&path).map_err(unreadable(&path))?;
                self.files.insert(below, Cow::Owned(bytes));
            }
        }
        Ok(())
    }
}

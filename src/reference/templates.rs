//! The templates and region profiles: compiled in, or a folder that replaces them.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/typst-templates");

/// 模板来源。
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Templates {
    /// Those of this build.
    #[default]
    Embedded,
    /// A whole copy of `typst-templates` that somebody works on.
    Folder(PathBuf),
}

/// Why a template file cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum TemplatesError {
    /// No such file among the templates.
    #[error("模板中没有文件 {0}")]
    NotFound(String),
    /// The operating system refused.
    #[error("无法读取模板文件 {path}：{error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl Templates {
    /// The bytes of the file at `path`, relative to the templates' root, with `/` between folders.
    ///
    /// # Errors
    /// The file does not exist or cannot be read.
    pub fn read(&self, path: &str) -> Result<Cow<'static, [u8]>, TemplatesError> {
        match self {
            Self::Embedded => EMBEDDED
                .get_file(path)
                .map(|file| Cow::Borrowed(file.contents()))
                .ok_or_else(|| TemplatesError::NotFound(path.to_owned())),
            Self::Folder(folder) => {
                let full = folder.join(path);
                fs::read(&full).map(Cow::Owned).map_err(|error| match error.kind() {
                    io::ErrorKind::NotFound => TemplatesError::NotFound(full.display().to_string()),
                    _ => TemplatesError::Io { path: full, error },
                })
            }
        }
    }

    /// The names of the region profiles, sorted.
    #[must_use]
    pub fn regions(&self) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Self::Embedded => EMBEDDED
                .get_dir("regions")
                .into_iter()
                .flat_map(Dir::dirs)
                .filter_map(|dir| Some(dir.path().file_name()?.to_str()?.to_owned()))
                .collect(),
            Self::Folder(folder) => fs::read_dir(folder.join("regions"))
                .into_iter()
                .flatten()
                .flatten()
                .filter(|entry| entry.path().join("region.toml").is_file())
                .filter_map(|entry| entry.file_name().into_string().ok())
                .collect(),
        };
        names.sort();
        names
    }

    /// How to name a template file to a person: its path in the folder, or the path within the build.
    #[must_use]
    pub fn display(&self, path: &str) -> String {
        match self {
            Self::Embedded => format!("typst-templates/{path}"),
            Self::Folder(folder) => folder.join(Path::new(path)).display().to_string(),
        }
    }
}

//! The one way to write a file.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::WriteError;
use super::leftover;

/// 写入。Writes files; one for a whole run, shared by its threads.
#[derive(Debug, Default)]
pub struct Writer {
    /// Folders already freed of what earlier runs left: once a run is enough, and cheap for a folder of 100,000 files.
    swept: Mutex<BTreeSet<PathBuf>>,
}

impl Writer {
    /// A writer that has written nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a file, whole, and makes its folder if there is none.
    ///
    /// An old file keeps its permissions; a symbolic link stays one, its target is replaced.
    ///
    /// # Errors
    /// The file could not be written; an old file of that name is as it was.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        self.replace(path, |file| file.write_all(bytes))
    }

    /// As [`Self::write`], the contents coming from `fill`.
    fn replace(&self, path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), WriteError> {
        let failed = |source| WriteError::of(path, source);
        let target = resolved(path);
        let Some(name) = target.file_name() else { return Err(WriteError::IsFolder { path: path.to_owned() }) };
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let permissions = old_permissions(&target)?;
        fs::create_dir_all(folder).map_err(|source| WriteError::Folder { path: folder.to_owned(), source })?;
        self.sweep(folder);

        let mut file = leftover::create(folder, name).map_err(failed)?;
        fill(file.as_file_mut()).map_err(failed)?;
        if let Some(permissions) = permissions {
            file.as_file().set_permissions(permissions).map_err(failed)?;
        }
        // On the disk before it gets its name: after a power cut there is the old file or the new one, never an empty one.
        file.as_file().sync_all().map_err(failed)?;
        file.persist(&target).map_err(|error| failed(error.error))?;
        sync_folder(folder).map_err(failed)
    }

    fn sweep(&self, folder: &Path) {
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let mut swept = self.swept.lock().unwrap_or_else(PoisonError::into_inner);
        if swept.insert(folder.clone()) {
            leftover::remove_all(&folder);
        }
    }
}

/// The file behind a symbolic link; the path itself if it is none, or leads nowhere.
fn resolved(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    if is_link { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() }
}

/// The permissions of the file to be replaced, none if there is none; refuses what is no file to be replaced.
fn old_permissions(target: &Path) -> Result<Option<fs::Permissions>, WriteError> {
    let path = target.to_owned();
    match fs::metadata(target) {
        Ok(metadata) if metadata.is_dir() => Err(WriteError::IsFolder { path }),
        // Renaming over /dev/null would replace the device.
        Ok(metadata) if !metadata.is_file() => Err(WriteError::NotAFile { path }),
        Ok(metadata) if metadata.permissions().readonly() => Err(WriteError::ReadOnly { path }),
        Ok(metadata) => Ok(Some(metadata.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(WriteError::of(target, source)),
    }
}

/// Puts the new name on the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network file systems have no such thing; a folder may be writable but not readable.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

/// Windows writes names through by itself and opens no folders.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;

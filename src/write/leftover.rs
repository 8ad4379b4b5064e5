//! Temporary files: their names, and the removal of those that a killed run left behind.
//!
//! A living run holds a lock on each of its temporary files; the system gives the lock up when the process ends, however
//! it ends. So a temporary file that can be locked belongs to nobody.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// A temporary file is named `.` target `.` random [`SUFFIX`].
const SUFFIX: &str = ".gongkai";
/// Length of the random part, letters and digits.
const RANDOM: usize = 6;
/// Bytes of the target's name kept in the temporary one, so that the whole stays under 255.
const KEPT: usize = 200;
/// How often a new file may be taken away between its creation and its lock.
const ATTEMPTS: usize = 16;

/// Makes a temporary file beside the target, locked.
pub(super) fn create(folder: &Path, target: &OsStr) -> io::Result<NamedTempFile> {
    let name = target.to_string_lossy();
    let prefix = format!(".{}.", &name[..name.floor_char_boundary(KEPT)]);
    for _ in 0..ATTEMPTS {
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(SUFFIX).rand_bytes(RANDOM);
        // Like any new file, not like a secret one.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        // A file system without locks: nobody will take the file for a leftover either.
        let locked = file.as_file().lock().is_ok();
        // Another run may have locked and removed it before our lock; then it has no name any more.
        if !locked || file.path().exists() {
            return Ok(file);
        }
    }
    Err(io::Error::other("temporary file removed by another process"))
}

/// Removes what killed runs left in the folder. Failures are left for the next time: they harm no output.
pub(super) fn remove_all(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if is_temporary(&name.to_string_lossy()) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_if_dead(&entry.path());
        }
    }
}

fn is_temporary(name: &str) -> bool {
    let inner = name.strip_prefix('.').and_then(|name| name.strip_suffix(SUFFIX));
    inner
        .and_then(|inner| inner.rsplit_once('.'))
        .is_some_and(|(_, random)| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn remove_if_dead(path: &Path) {
    let Ok(file) = File::options().read(true).write(true).open(path) else { return };
    match file.try_lock() {
        // Still holding the lock, so that a run that is about to lock this file finds out that it is gone.
        Ok(()) => drop(fs::remove_file(path)),
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
    }
}

//! A lock between runs that write into one folder.

use std::fs::{self, File};
use std::path::Path;

/// 锁。Held until it is dropped, or the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the lock that is the file `path`, and makes it and its folder if there is none.
    ///
    /// None where there can be no lock: a file system without locks, a folder that takes no files. Files are then still
    /// written whole; only what two runs note at the same moment may be one run's alone.
    #[must_use]
    pub fn wait(path: &Path) -> Option<Self> {
        fs::create_dir_all(path.parent()?).ok()?;
        let file = File::options().create(true).write(true).truncate(false).open(path).ok()?;
        file.lock().ok()?;
        Some(Self { _file: file })
    }
}

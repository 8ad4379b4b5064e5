//! Where the files of one document go: written, or only compared with what stands there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::event::State;
use super::workers::Stop;
use crate::typeset::Hash;
use crate::write::{WriteError, Writer};

/// What all documents of a run write through.
pub(super) struct Outlet {
    pub(super) writer: Writer,
    /// Whether files are only compared.
    pub(super) check: bool,
    pub(super) stop: Stop,
    /// Read by who writes; who ends the run takes it for good, so that no file is half written then.
    pub(super) writing: RwLock<()>,
}

/// The files of one document.
pub(super) struct Sink<'a> {
    outlet: &'a Outlet,
    pub(super) files: Vec<(PathBuf, Hash)>,
    pub(super) state: State,
}

/// Why a file did not get through.
pub(super) enum Held {
    Write(WriteError),
    Stopped,
}

impl<'a> Sink<'a> {
    pub(super) fn new(outlet: &'a Outlet) -> Self {
        let state = if outlet.check { State::Unchanged } else { State::Rendered };
        Self { outlet, files: Vec::new(), state }
    }

    pub(super) fn put(&mut self, path: PathBuf, bytes: &[u8]) -> Result<(), Held> {
        let Outlet { writer, check, stop, writing } = self.outlet;
        let hash = Hash::of(bytes);
        if *check {
            match file_hash(&path) {
                None => self.state = State::Missing,
                Some(found) if found != hash && self.state != State::Missing => self.state = State::Differs,
                Some(_) => {}
            }
        } else {
            let _writing = writing.read().unwrap_or_else(PoisonError::into_inner);
            if stop.is_requested() {
                return Err(Held::Stopped);
            }
            writer.write(&path, bytes).map_err(Held::Write)?;
        }
        self.files.push((path, hash));
        Ok(())
    }
}

/// The hash of the file that stands there; none if there is none that can be read.
pub(super) fn file_hash(path: &Path) -> Option<Hash> {
    fs::read(path).ok().map(|bytes| Hash::of(&bytes))
}

//! The system's news of changed files.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;

use typst_kit::watcher::Watcher;

/// Rings when something happens in a folder that is listened to. It may ring for nothing, and may miss something.
///
/// Folders are watched, not files: programs save by writing another file and renaming it, and new files come.
pub(super) struct Bell {
    sender: SyncSender<()>,
    /// Only grows.
    folders: BTreeSet<PathBuf>,
    /// Which listener is the last one. A watcher can be given folders only by who waits for it, so a new set has a new one.
    current: Arc<AtomicUsize>,
}

impl Bell {
    /// Silent until it listens.
    pub(super) fn new() -> (Self, Receiver<()>) {
        let (sender, receiver) = sync_channel(1);
        (Self { sender, folders: BTreeSet::new(), current: Arc::default() }, receiver)
    }

    /// Listens to these folders too; whether it can. What happened in them before is not told.
    pub(super) fn listen(&mut self, folders: BTreeSet<PathBuf>) -> bool {
        if folders.is_subset(&self.folders) {
            return true;
        }
        let all: BTreeSet<_> = self.folders.union(&folders).cloned().collect();
        let Ok(mut watcher) = Watcher::new(None) else { return false };
        if watcher.update(all.clone()).is_err() {
            return false;
        }
        self.folders.clone_from(&all);
        let own = self.current.fetch_add(1, Ordering::Relaxed) + 1;
        let (sender, current) = (self.sender.clone(), Arc::clone(&self.current));
        // It ends with the first news after a newer one has begun or nobody hears it any more.
        let listener = move || {
            loop {
                // An error is news as well: of events that were lost.
                let _ = watcher.wait();
                if current.load(Ordering::Relaxed) != own {
                    return;
                }
                // A bell that rings already need not ring twice.
                if matches!(sender.try_send(()), Err(TrySendError::Disconnected(()))) {
                    return;
                }
                // A folder that was removed and made again is taken up again.
                let _ = watcher.update(all.clone());
            }
        };
        thread::Builder::new().name("bell".to_owned()).spawn(listener).is_ok()
    }
}

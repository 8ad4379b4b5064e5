//! Work on several threads, each piece on one, results as they come.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use rayon::ThreadPoolBuilder;

/// Deep enough for the deepest data and templates; the system gives what is used of it.
const STACK: usize = 16 << 20;
/// How soon a wish to stop is noticed.
const POLL: Duration = Duration::from_millis(50);

/// 中止。The wish to stop, from whoever has it; shared by clones.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Wishes it.
    pub fn request(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is wished.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What a worker says.
pub(super) enum Said<T> {
    Started(usize),
    /// None if the program is at fault with this piece: it panicked.
    Done(usize, Option<T>),
}

/// Does the pieces 0 to `count` on `threads` threads. The channel is bounded, so that results do not pile up; it closes
/// when all is done.
///
/// Each worker has a pool of its own for what the compiler does in parallel within a document, so that all together use
/// `threads` processors and no more, and a thread that waits for a part of its document does not begin another one, whose
/// memory would come on top.
pub(super) fn start<T: Send + 'static>(
    threads: usize,
    count: usize,
    stop: &Stop,
    work: impl Fn(usize) -> T + Send + Sync + 'static,
) -> Receiver<Said<T>> {
    let workers = threads.min(count).max(1);
    let (sender, receiver) = sync_channel(2 * workers);
    let shared = Arc::new((AtomicUsize::new(0), work));
    for worker in 0..workers {
        // Threads left over go to the first workers.
        let own = threads / workers + usize::from(worker < threads % workers);
        let (sender, stop, shared) = (sender.clone(), stop.clone(), Arc::clone(&shared));
        let run = move || {
            let (next, work) = &*shared;
            let pool = ThreadPoolBuilder::new().num_threads(own.max(1)).stack_size(STACK).build();
            serve(&sender, &stop, next, count, |index| match &pool {
                Ok(pool) => pool.install(|| work(index)),
                Err(_) => work(index),
            });
        };
        // Without a further thread the others do the work; without any, the pieces are told as not done.
        let _ = thread::Builder::new().stack_size(STACK).spawn(run);
    }
    receiver
}

fn serve<T>(sender: &SyncSender<Said<T>>, stop: &Stop, next: &AtomicUsize, count: usize, work: impl Fn(usize) -> T) {
    while !stop.is_requested() {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= count || sender.send(Said::Started(index)).is_err() {
            return;
        }
        let done = catch_unwind(AssertUnwindSafe(|| work(index))).ok();
        if sender.send(Said::Done(index, done)).is_err() {
            return;
        }
    }
}

/// Hands on what workers say: what they begin at once, what they did in the order of the pieces. Ends when all `count` are
/// done (true) or stopping is wished (false).
pub(super) fn in_order<T>(
    receiver: &Receiver<Said<T>>,
    count: usize,
    stop: &Stop,
    mut started: impl FnMut(usize),
    mut done: impl FnMut(usize, Option<T>),
) -> bool {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    loop {
        match receiver.recv_timeout(POLL) {
            Ok(Said::Started(index)) => started(index),
            Ok(Said::Done(index, result)) => drop(waiting.insert(index, result)),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        while let Some(result) = waiting.remove(&next) {
            done(next, result);
            next += 1;
        }
        if stop.is_requested() {
            break;
        }
    }
    if stop.is_requested() {
        // What was done beyond a piece that is still in work.
        waiting.into_iter().for_each(|(index, result)| done(index, result));
        return false;
    }
    // A piece of which no worker says anything, because there is no worker, is not done.
    (next..count).for_each(|index| done(index, waiting.remove(&index).flatten()));
    true
}

/// Hands on what is said within a moment after stopping was wished.
pub(super) fn last_words<T>(receiver: &Receiver<Said<T>>, mut done: impl FnMut(usize, Option<T>)) {
    while let Ok(said) = receiver.recv_timeout(POLL) {
        if let Said::Done(index, result) = said {
            done(index, result);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_a_panic_is_one_piece() {
        let stop = Stop::default();
        let receiver = start(4, 100, &stop, |index| {
            assert!(index != 13, "one bad piece");
            thread::sleep(Duration::from_micros((100 - index as u64) * 10));
            index * index
        });
        let (mut begun, mut results) = (0, Vec::new());
        assert!(in_order(&receiver, 100, &stop, |_| begun += 1, |index, result| results.push((index, result))));
        assert_eq!(begun, 100);
        let expected: Vec<_> = (0..100).map(|index| (index, (index != 13).then_some(index * index))).collect();
        assert_eq!(results, expected);
    }

    #[test]
    fn one_thread_is_one_thread_within_the_work_too() {
        let stop = Stop::default();
        for (threads, pieces, each) in [(1, 3, 1), (5, 2, 3), (4, 1, 4), (2, 9, 1)] {
            let widest = Arc::new(AtomicUsize::new(0));
            let seen = Arc::clone(&widest);
            let receiver =
                start(threads, pieces, &stop, move |_| seen.fetch_max(rayon::current_num_threads(), Ordering::Relaxed));
            assert!(in_order(&receiver, pieces, &stop, |_| (), |_, _| ()));
            // The first worker may have done all the work, or none of it.
            assert!(widest.load(Ordering::Relaxed) <= each, "{threads} {pieces}");
        }
    }

    #[test]
    fn what_no_worker_does_is_told() {
        let (sender, receiver) = sync_channel(1);
        sender.send(Said::Done(1, Some(7))).unwrap();
        drop(sender);
        let mut results = Vec::new();
        assert!(in_order(&receiver, 3, &Stop::default(), |_| (), |index, result| results.push((index, result))));
        assert_eq!(results, [(0, None), (1, Some(7)), (2, None)]);
    }

    #[test]
    fn a_wish_to_stop_leaves_the_rest() {
        let stop = Stop::default();
        let own = stop.clone();
        let receiver = start(2, 1000, &stop, move |index| {
            if index == 5 {
                own.request();
            }
            // The other thread may be far ahead of one that has to wait for its processor.
            while index > 5 && !own.is_requested() {
                thread::yield_now();
            }
        });
        let mut done = 0;
        assert!(!in_order(&receiver, 1000, &stop, |_| (), |_, _| done += 1));
        assert!(done < 20, "{done}");
    }
}

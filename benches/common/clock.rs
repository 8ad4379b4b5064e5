//! Time: of the wall and of the processor.

use std::time::{Duration, Instant};

/// What a stretch of work took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Took {
    /// Milliseconds on the wall.
    pub wall: f64,
    /// Milliseconds of all processors, of this process and all its threads; none where the system does not tell.
    pub cpu: Option<f64>,
}

impl Took {
    /// Milliseconds to compare by: those of the processor, which other work on the machine does not lengthen much.
    pub fn quoted(self) -> f64 {
        self.cpu.unwrap_or(self.wall)
    }
}

/// Which of the two is quoted.
pub const QUOTED: &str = if cfg!(unix) { "processor" } else { "wall" };

/// Runs `work` and tells what it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (start, before) = (Instant::now(), processor());
    let result = work();
    let cpu = before.zip(processor()).map(|(before, after)| millis(after.saturating_sub(before)));
    (result, Took { wall: millis(start.elapsed()), cpu })
}

/// The processor time of this process since it began.
#[cfg(unix)]
pub fn processor() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Some(Duration::new(time.tv_sec.try_into().ok()?, time.tv_nsec.try_into().ok()?))
}

/// The processor time of this process since it began.
#[cfg(not(unix))]
pub fn processor() -> Option<Duration> {
    None
}

pub fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// The median of each of the two.
pub fn median(times: impl IntoIterator<Item = Took>) -> Took {
    let times: Vec<Took> = times.into_iter().collect();
    let cpu: Vec<f64> = times.iter().filter_map(|took| took.cpu).collect();
    Took { wall: middle(times.iter().map(|took| took.wall)), cpu: (!cpu.is_empty()).then(|| middle(cpu)) }
}

/// The median; of an even count the mean of the two in the middle.
pub fn middle(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

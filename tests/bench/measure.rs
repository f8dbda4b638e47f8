//! Measuring and telling: processor time to the microsecond, percentiles, one table.

use std::fs;
use std::time::{Duration, Instant};

/// The processor time of this thread so far.
pub fn cpu() -> Duration {
    // Giving way brings the kernel's account up to date.
    std::thread::yield_now();
    of_schedstat("/proc/thread-self/schedstat").expect("Linux tells the time of a thread")
}

/// The processor time of all threads of a process that runs.
pub fn cpu_of(process: u32) -> Option<Duration> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    tasks.map(|task| of_schedstat(&format!("{}/schedstat", task.ok()?.path().display()))).sum()
}

fn of_schedstat(path: &str) -> Option<Duration> {
    let text = fs::read_to_string(path).ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The processor time of the programs that were run and have ended. Counted in hundredths of a
/// second: to be asked before and after many.
pub fn cpu_of_the_ended() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").expect("Linux tells about a process");
    let after_name = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = |place: usize| after_name.split_whitespace().nth(place).and_then(|ticks| ticks.parse::<u64>().ok()).unwrap_or(0);
    Duration::from_millis((ticks(13) + ticks(14)) * 10)
}

/// A line of `/proc/PID/status`, in bytes.
pub fn memory(process: u32, line: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let found = text.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(':'))?;
    found.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilo| kilo * 1024)
}

/// The processor time that `work` takes, and what it gives.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = cpu();
    let result = work();
    (ms(cpu().saturating_sub(before)), result)
}

/// The wall time that `work` takes, and what it gives.
pub fn lasted<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = Instant::now();
    let result = work();
    (ms(before.elapsed()), result)
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Figures of one kind, to be asked for their percentiles.
#[derive(Debug, Default, Clone)]
pub struct Sample(Vec<f64>);

impl Sample {
    /// Adds one.
    pub fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    /// The figure that so many percent of all do not exceed.
    pub fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// The largest.
    pub fn most(&self) -> f64 {
        self.at(100)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / real(self.0.len() as u64)
    }
}

/// A count as a number with a fraction.
#[expect(clippy::cast_precision_loss, reason = "counts here stay far below 2^53")]
pub fn real(number: u64) -> f64 {
    number as f64
}

/// What a figure is to be.
#[derive(Debug, Clone, Copy)]
pub enum Aim {
    /// No more than this.
    Most(f64),
    /// No less than this.
    Least(f64),
    /// Told for itself.
    None,
}

/// The table, printed line by line as it is measured.
pub struct Table;

impl Table {
    /// Begins it.
    pub fn begin(rows: u64) -> Self {
        println!("\nRonde, {rows} comments, 200×60. CPU is user + system of what is named.\n");
        println!("{:<56}{:>12} {:<7}{:>12}{:>9}{:>13}", "what", "measured", "", "limit", "ratio", "aim");
        Self
    }

    #[expect(clippy::unused_self, reason = "a line belongs to a table that was begun")]
    /// One line: a figure, its unit, the limit of the same run if there is one, and what it is to be.
    pub fn line(&self, what: &str, figure: f64, unit: &str, limit: Option<f64>, aim: Aim) {
        let ratio = limit.map_or(String::new(), |limit| format!("{:.2}", figure / limit));
        let limit = limit.map_or(String::new(), shown);
        let (aim, verdict) = match aim {
            Aim::Most(most) => (format!("≤ {}", shown(most)), if figure <= most { "✓" } else { "✕ missed" }),
            Aim::Least(least) => (format!("≥ {}", shown(least)), if figure >= least { "✓" } else { "✕ missed" }),
            Aim::None => (String::new(), ""),
        };
        println!("{what:<56}{:>12} {unit:<7}{limit:>12}{ratio:>9}{aim:>13} {verdict}", shown(figure));
    }
}

fn shown(figure: f64) -> String {
    match figure.abs() {
        ..10.0 => format!("{figure:.3}"),
        ..1000.0 => format!("{figure:.1}"),
        _ => format!("{figure:.0}"),
    }
}

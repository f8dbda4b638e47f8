//! The real program: commands from start to end, and the screens in a pseudo-terminal.

use crate::measure::{Sample, cpu_of, cpu_of_the_ended, memory, ms, real};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_ronde");
const NOW: &str = "2026-11-16T08:12:00Z";

/// What a command costs from its start to its end.
pub struct Cost {
    /// Milliseconds of processor: the mean of many runs.
    pub cpu: f64,
    /// Bytes of memory at the most.
    pub memory: u64,
    /// Those of them that are not the program's own file and those of the system, mapped.
    pub own: u64,
    /// What it printed.
    pub printed: String,
}

/// Runs a command many times on a file.
pub fn command(file: &Path, words: &[&str]) -> Cost {
    const RUNS: u32 = 40;
    let mut command = Command::new(PROGRAM);
    command
        .args(words)
        .env("RONDE_DB", file)
        .env("RONDE_CONFIG", file.with_extension("toml"))
        .env("RONDE_NOW", NOW)
        .env("LANG", "fr_FR.UTF-8");
    let printed = command.output().expect("the program runs");
    let before = cpu_of_the_ended();
    for _ in 0..RUNS {
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program runs");
    }
    let cpu = ms(cpu_of_the_ended().saturating_sub(before)) / f64::from(RUNS);
    let (mut most, mut own) = (0, 0);
    for _ in 0..5 {
        let mut child = command.spawn().expect("the program runs");
        // Memory can only be read while it lives: looks as often as it can.
        while child.try_wait().expect("a child").is_none() {
            most = most.max(memory(child.id(), "VmHWM").unwrap_or(0));
            own = own.max(memory(child.id(), "RssAnon").unwrap_or(0));
        }
    }
    let printed = [printed.stdout, printed.stderr].concat();
    Cost { cpu, memory: most, own, printed: String::from_utf8_lossy(&printed).into_owned() }
}

/// The screens of the real program.
pub struct Screens {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Arc<AtomicU64>,
    began: Instant,
    // Closing it would hang up.
    _master: Box<dyn MasterPty + Send>,
}

impl Screens {
    /// Starts the program in 200×60 cells.
    pub fn start(file: &Path, words: &[&str]) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(words);
        command.env("RONDE_NOW", NOW);
        command.env("RONDE_SECRETS", "file");
        command.env("RONDE_DB", file);
        command.env("RONDE_CONFIG", file.with_extension("toml"));
        Self::of(command)
    }

    /// Starts any program in 200×60 cells.
    pub fn of(mut command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 }).expect("a terminal");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        let began = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut output = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its input");
        let bytes = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&bytes);
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(read) = output.read(&mut buffer) {
                if read == 0 {
                    return;
                }
                count.fetch_add(read as u64, Ordering::Relaxed);
            }
        });
        Self { child, keys, bytes, began, _master: pair.master }
    }

    /// Waits until nothing was drawn for a while. Gives when the last byte came, in milliseconds from the start.
    pub fn settle(&self) -> f64 {
        let (mut seen, mut last) = (self.bytes(), self.began.elapsed());
        let (since, mut quiet) = (Instant::now(), Instant::now());
        while quiet.elapsed() < Duration::from_millis(300) || seen < 1000 {
            thread::sleep(Duration::from_millis(1));
            let bytes = self.bytes();
            if bytes != seen {
                (seen, last) = (bytes, self.began.elapsed());
                quiet = Instant::now();
            }
            assert!(since.elapsed() < Duration::from_mins(1), "nothing was drawn");
        }
        ms(last)
    }

    /// Waits until the program has nothing left to do, drawn or not.
    pub fn rest(&self) {
        self.settle();
        let (mut before, mut quiet) = (self.cpu(), 0);
        while quiet < 3 {
            thread::sleep(Duration::from_millis(100));
            let cpu = self.cpu();
            // A clock that ticks is no work.
            quiet = if cpu - before < 1.0 { quiet + 1 } else { 0 };
            before = cpu;
        }
    }

    /// Types.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the program listens");
    }

    /// The bytes drawn so far.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Milliseconds of processor so far, all threads.
    pub fn cpu(&self) -> f64 {
        self.child.process_id().and_then(cpu_of).map_or(f64::NAN, ms)
    }

    /// Bytes of memory now.
    pub fn memory(&self) -> f64 {
        real(self.child.process_id().and_then(|id| memory(id, "VmRSS")).unwrap_or(0))
    }

    /// Leaves.
    pub fn quit(self) {
        self.leave("\x03\x03");
    }

    /// Leaves a program that ends by these keys.
    pub fn leave(mut self, keys: &str) {
        self.press(keys);
        for _ in 0..2000 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(1));
        }
        self.child.kill().expect("the program ends");
    }
}

/// What the start costs.
pub struct Start {
    /// Milliseconds of processor until the inbox stands.
    pub cpu: f64,
    /// Bytes of memory then.
    pub memory: f64,
    /// Milliseconds on the wall until the first screen stands.
    pub wall: f64,
    /// Milliseconds of processor, and bytes to the terminal, over three quiet seconds.
    pub idle: (f64, f64),
}

/// Starts the screens, goes to the inbox, waits, leaves; the middle of a few runs.
pub fn start(file: &Path, words: &[&str]) -> Start {
    let (mut cpu, mut memory, mut wall) = (Sample::default(), Sample::default(), Sample::default());
    let mut idle = (0.0, 0.0);
    for run in 0..5 {
        let mut screens = Screens::start(file, words);
        wall.add(screens.settle());
        screens.press("2");
        screens.settle();
        cpu.add(screens.cpu());
        memory.add(screens.memory());
        if run == 0 {
            let before = (screens.cpu(), screens.bytes());
            thread::sleep(Duration::from_secs(3));
            idle = (screens.cpu() - before.0, real(screens.bytes() - before.1));
        }
        screens.quit();
    }
    Start { cpu: cpu.at(50), memory: memory.at(50), wall: wall.at(50), idle }
}

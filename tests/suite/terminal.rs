//! The real program in a real terminal, read through a parser of what it writes.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::BrandId;
use ronde::domain::query::{Anchor, Ask, Query, View};
use ronde::domain::text::SafeText;
use ronde::store::{Store, serve};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The longest that anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the terminal itself treats what is typed: by lines or raw, shown or not.
#[derive(Debug, PartialEq)]
struct Manners(String);

impl Manners {
    #[cfg(unix)]
    fn of(terminal: &dyn MasterPty) -> Self {
        Self(format!("{:?}", terminal.get_termios().expect("a terminal has manners")))
    }

    /// Elsewhere no program can ask for those of another's terminal.
    #[cfg(not(unix))]
    fn of(_: &dyn MasterPty) -> Self {
        Self(String::new())
    }
}

/// The program in its terminal.
pub struct Terminal {
    folder: tempfile::TempDir,
    pair: Box<dyn MasterPty + Send>,
    found: Manners,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    fn start(args: &[&str]) -> Self {
        Self::start_in(tempfile::tempdir().expect("a folder"), args)
    }

    /// Starts the program on the files of a folder, at 100 by 30.
    pub fn start_in(folder: tempfile::TempDir, args: &[&str]) -> Self {
        Self::start_program(folder, env!("CARGO_BIN_EXE_ronde"), args, &[])
    }

    /// The same with another program, and more of an environment.
    pub fn start_program(folder: tempfile::TempDir, program: &str, args: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("HOME", folder.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        command.env("RONDE_SECRETS", "file");
        command.env("RONDE_DB", file(&folder));
        command.env("RONDE_CONFIG", folder.path().join("config.toml"));
        command.cwd(folder.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        command.args(args);
        let found = Manners::of(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut out = pair.master.try_clone_reader().expect("what it writes");
        let keys = pair.master.take_writer().expect("its keys");
        let (tell, bytes) = channel();
        std::thread::spawn(move || {
            let mut chunk = [0_u8; 8192];
            while let Ok(read) = out.read(&mut chunk) {
                if read == 0 || tell.send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { folder, pair: pair.master, found, keys, bytes, parser: vt100::Parser::new(cells(30), cells(100), 0), child }
    }

    /// Reads until the screen is as it should be.
    fn until(&mut self, what: &str, ready: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !ready(self.parser.screen()) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("{what} never came:\n{}", self.parser.screen().contents()),
                Err(RecvTimeoutError::Disconnected) => panic!("it ended before {what}:\n{}", self.parser.screen().contents()),
            }
        }
    }

    /// Reads until the screen says this.
    pub fn until_says(&mut self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    /// Sends keys as a terminal does.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("it reads keys");
        self.keys.flush().expect("it reads keys");
    }

    /// Reads what is left until it ended; gives its exit code.
    pub fn ends(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end:\n{}", self.parser.screen().contents()),
            }
        }
        self.child.wait().expect("it ended").exit_code()
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().expect("it runs").to_string();
        assert!(Command::new("sh").args(["-c", "kill $0 $1", name, &pid]).status().expect("a shell").success());
    }

    /// Its folder.
    pub fn folder(&self) -> &tempfile::TempDir {
        &self.folder
    }

    /// What it shows.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// The terminal is as the program wants it: keys come one by one, and the other screen shows.
    pub fn is_taken(&self) -> bool {
        self.parser.screen().alternate_screen() && (cfg!(not(unix)) || Manners::of(&*self.pair) != self.found)
    }

    /// The terminal is as it was found.
    pub fn is_back(&self) {
        assert_eq!(Manners::of(&*self.pair), self.found, "lines are edited and shown as they were");
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the other screen is left");
        assert!(!screen.hide_cursor(), "the cursor shows");
        assert!(!screen.bracketed_paste(), "pastes come as they did");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is the terminal's own");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a terminal has cells")
}

/// The database of a folder.
pub fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("data/ronde.db")
}

/// A folder with a brand, a space kept by hand and one message.
pub fn with_message() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
        command.env_clear().env("HOME", folder.path()).env("RONDE_SECRETS", "file").env("LANG", "fr_FR.UTF-8");
        command.env("RONDE_DB", file(&folder)).env("RONDE_CONFIG", folder.path().join("config.toml"));
        assert!(command.args(args).output().expect("it runs").status.success(), "{args:?}");
    };
    run(&["brand", "add", "Café"]);
    run(&["account", "add", "manual", "--network", "instagram", "--handle", "@cafe"]);
    let mut store = Store::open(&file(&folder)).expect("the file opens");
    let job = Job::LogByHand(ronde::domain::AccountId(1), vec![crate::given::incoming(1)], crate::given::at(5));
    assert!(matches!(serve(&mut store, job), Ok(Reply::Taken { .. })));
    folder
}

/// The answer begun for the first open message of a file.
pub fn draft(file: &Path) -> SafeText {
    let mut store = Store::open(file).expect("the file opens");
    let ask = Ask { brand: BrandId(1), view: View::Open, query: Query::default(), anchor: Anchor::Top, rows: 5, sweep: None };
    let Ok(Reply::Window(window)) = serve(&mut store, Job::Window(Box::new(ask))) else { panic!("a window") };
    let Ok(Reply::Opened(Some(opened))) = serve(&mut store, Job::Open(window.rows[0].message.id)) else { panic!("a message") };
    opened.draft
}

#[test]
fn the_demo_opens_shows_every_tab_and_gives_the_terminal_back() {
    let mut terminal = Terminal::start(&["--lang", "fr", "demo"]);
    terminal.until_says("Ma journée");
    assert!(terminal.parser.screen().alternate_screen());
    for (key, title) in [("2", "[2 "), ("3", "[3 "), ("4", "[4 "), ("5", "[5 "), ("6", "[6 "), ("7", "[7 "), ("&", "[1 "), ("é", "[2 ")] {
        terminal.press(key);
        terminal.until_says(title);
    }
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_back();
}

#[test]
fn a_new_size_is_drawn_whole_and_one_too_small_says_so() {
    let mut terminal = Terminal::start(&["--lang", "fr", "demo"]);
    terminal.until_says("Ma journée");
    for (rows, cols) in [(24, 80), (50, 160), (30, 100)] {
        terminal.parser.screen_mut().set_size(cells(rows), cells(cols));
        terminal.pair.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a size");
        let hour = move |screen: &vt100::Screen| {
            let first = screen.rows(0, cols).next().unwrap_or_default();
            let last = screen.rows(0, cols).nth(usize::from(rows) - 1).unwrap_or_default();
            first.trim_end().ends_with("09:12") && first.trim_end().chars().count() + 2 >= usize::from(cols) && last.contains("F1")
        };
        terminal.until(&format!("{cols} by {rows}"), hour);
    }
    terminal.parser.screen_mut().set_size(cells(10), cells(40));
    terminal.pair.resize(PtySize { rows: 10, cols: 40, pixel_width: 0, pixel_height: 0 }).expect("a size");
    terminal.until_says("60");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn accents_typed_and_pasted_are_in_the_answer_and_no_pasted_key_is_run() {
    let mut terminal = Terminal::start(&["--lang", "fr", "demo"]);
    terminal.until_says("Ma journée");
    terminal.press("2");
    terminal.until_says("Attend depuis");
    terminal.press("r");
    terminal.until_says("Ctrl+D");
    terminal.press("été à Noël");
    terminal.until_says("été à Noël");
    terminal.press("\u{1b}[200~ q\u{4}\r2aaa œuf\u{1b}[201~");
    terminal.until_says("œuf");
    terminal.until_says("2aaa");
    terminal.press("\u{3}");
    terminal.until_says("Ctrl+C");
    terminal.press("\u{3}");
    assert_eq!(terminal.ends(), 0);
    terminal.is_back();
}

#[test]
fn a_signal_to_end_keeps_what_was_typed_and_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP"] {
        let mut terminal = Terminal::start_in(with_message(), &["--lang", "fr"]);
        terminal.until_says("Café");
        terminal.press("2");
        terminal.until_says("Message numéro 1");
        terminal.press("r");
        terminal.until_says("Ctrl+D");
        terminal.press("Bonjour, c’est noté");
        terminal.until_says("c’est noté");
        let begun = Instant::now();
        terminal.signal(signal);
        assert_eq!(terminal.ends(), 0, "{signal}: {}", terminal.parser.screen().contents());
        assert!(begun.elapsed() < Duration::from_secs(10), "{signal}");
        terminal.is_back();
        assert_eq!(draft(&file(&terminal.folder)).as_str(), "Bonjour, c’est noté", "{signal}");
    }
}

#[test]
fn where_there_is_no_terminal_a_clear_line_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    for args in [&["demo"][..], &[]] {
        for (lang, words) in [("fr", "terminal"), ("en", "terminal")] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
            command.env_clear().env("HOME", folder.path()).env("RONDE_SECRETS", "file").env("TERM", "xterm");
            command.env("RONDE_DB", file(&folder)).env("RONDE_CONFIG", folder.path().join("config.toml"));
            let output = command.args(["--lang", lang]).args(args).stdin(std::process::Stdio::null()).output().expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_ne!(output.status.code(), Some(0), "{args:?}");
            assert!(said.contains(words) && !said.contains("panicked"), "{args:?}: {said}");
            assert!(output.stdout.is_empty(), "{args:?}");
        }
    }
}

#[test]
fn a_dumb_terminal_is_told_so_and_left_alone() {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ronde"));
    command.env_clear();
    command.env("HOME", folder.path());
    command.env("TERM", "dumb");
    command.args(["--lang", "en", "demo"]);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut said = Vec::new();
    let mut out = pair.master.try_clone_reader().expect("what it writes");
    // A pty whose other side is closed ends in an error.
    drop(out.read_to_end(&mut said));
    assert_ne!(child.wait().expect("it ended").exit_code(), 0);
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(said.contains("terminal") && said.contains("ronde --help") && !said.contains('\u{1b}'), "{said:?}");
}
